/// What is wrong with the words of a command beyond the parser's reach.
enum UsageFault: Error {
  case noClock
  /// Nothing says where the user's files lie.
  case noHome
  /// What was given is no UTF-8, so that nobody knows what was meant.
  case notText(Place)
  /// The system did not hand over the command's words, not even the program's name.
  case noWords
  case badToday(String, of: String)
  case badYear(String)
  case badMonth(String)
  case needsMonth
  /// What a unit has sent is looked at for one period.
  case needsPeriod
  /// A text that is no head of a ledger.
  case badHead(String)
  /// Fewer or more than an option takes.
  case badCount(option: String, most: Int)
  /// A text with a mark that turns the direction of writing.
  case directionMark(String)
  /// An option that takes one value, and the two that it was given.
  case givenTwice(String, [String])
  /// Two options that do not go together.
  case notTogether(String, String)
  case badChoice(String, option: String, choices: [String])
  case unknownCommand(String, suggestions: [String])
  case unknownOption(String, suggestions: [String])
  /// What asks questions, where nobody can be asked.
  case needsTerminal
  case notOneIndicator
  /// A question about a day that was given a year.
  case takesNoYear(String, Int)
  /// A number behind the year that means nothing.
  case takesNoNumber(String, Int)
  case noRecord
  /// Records both by name and by a filter.
  case recordsTwice
  /// No record meets the filter.
  case noneFound
  /// Removing takes a reason, redating a day, and no other field.
  case notForRemove(String)
  /// A word that should be a day.
  case needsDay(String)
  /// A word that should be `field=value`; empty when there is none at all.
  case noAssignment(String)
  case needsReason
  /// Merging takes the record that goes and the one that stays.
  case mergesTwo
  /// A document's number, without which nothing is destroyed.
  case needsDocument
  /// What this says needs `--yes` where nobody can be asked.
  case needsYes(String)
  /// Who was asked said no.
  case declined
  case passphrasesDiffer
  /// Nobody can be asked for a passphrase, and this variable does not say it.
  case needsPassphrase(String)
  case outputExists(String)
  /// What a new key file would replace is not the key of this database.
  case foreignKeyFile(String)
  /// Another program is changing what lies in the folder of the key file.
  case keyFileBusy(String)
  /// Writing there would destroy the database that is open.
  case outputIsDatabase(String)
  /// A ledger is no place for a report.
  case outputIsLedger(String)
  /// Writing there would destroy a key.
  case outputIsKey(String)
  /// A transaction was written, and the answer could not be printed; its number.
  case writtenUnsaid(String, reason: String)
  /// The same of a look at secrets, whose file could not be written.
  case revealUnsaid(String, reason: String)
  case cannotWrite(String, reason: String)
  /// The sample sets were sought in these places.
  case noSeeds([String])

  /// Where a text stood that is none; numbers are from 1.
  enum Place { case word(Int), variable(String), line(Int) }
}
