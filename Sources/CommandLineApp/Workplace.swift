internal import Database
internal import Desk
internal import Glibc
internal import Storage
internal import StorageSQLite
internal import Suite
internal import TargetEngine

/// Opens the database that the common options name, and makes a desk of it.
struct Workplace {
  let options: CommonOptions

  /// `--db`, `TAIZHANG_DB`, or the user's data folder.
  var path: String {
    if let path = options.db ?? Session.variable("TAIZHANG_DB") { return path }
    let home = Session.variable("HOME") ?? "."
    let data = Session.variable("XDG_DATA_HOME") ?? home + "/.local/share"
    return data + "/taizhang/taizhang.db"
  }

  /// `TAIZHANG_PATIENCE` says how many milliseconds a writer waits for another.
  func connection(for access: SQLiteDatabase.Access) throws -> SQLiteConnection {
    // Check the output before writing, so that a transaction never lacks its receipt.
    try Output(options: options).expectRoom()
    let given = Session.variable("TAIZHANG_PATIENCE").flatMap { Int($0) }
    return try SQLiteDatabase.open(
      path, for: access, patience: given ?? SQLiteDatabase.defaultPatience)
  }

  /// Makes the folder that a file lies in.
  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      mkdir(folder, 0o755)
    }
  }

  /// A desk on an existing database.
  func desk(for access: SQLiteDatabase.Access) throws -> Desk {
    try desk(on: try connection(for: access), for: access)
  }

  func desk(
    on connection: SQLiteConnection, for access: SQLiteDatabase.Access = .write
  ) throws -> Desk {
    let context = try context(for: access)
    let ledger = try ledger(on: connection, at: context.now)
    ledger.declaredIndicators = Suite.indicators
    ledger.keySource = { [unowned ledger] kind, mayAsk in
      try KeySource.find(kind, mayAsk: mayAsk, site: try ledger.site())
    }
    return Desk(ledger: ledger, context: context)
  }

  /// Who may not write to a database of an earlier version reads it as it will be.
  private func ledger(on connection: SQLiteConnection, at now: String) throws -> Ledger {
    do {
      return try Ledger.open(on: connection, registers: Suite.registers, at: now)
    } catch let error as StorageError
      where connection.isReadOnly && [.readOnly, .replaced].contains(error)
    {
      return try Ledger.open(
        on: try connection.copyInMemory(), registers: Suite.registers, at: now)
    }
  }

  /// - Parameter access: who only reads is not asked for a name, which would cost a look into the
  ///   system's list of users.
  func context(for access: SQLiteDatabase.Access = .write) throws -> Desk.Context {
    let clock = Clock()
    let given = try Session.variable("TAIZHANG_TODAY").map { text in
      guard let day = Day(text) else { throw UsageFault.badToday(text, of: "TAIZHANG_TODAY") }
      return day
    }
    guard let today = options.today.flatMap({ Day($0) }) ?? given ?? clock.today else {
      throw UsageFault.noClock
    }
    return Desk.Context(
      actor: access == .read ? "" : try actor(), now: clock.now, today: today,
      command: JournalledCommand(Session.current.arguments).text)
  }

  private func actor() throws -> String {
    let name = OneLine.folded(options.actor ?? Session.variable("TAIZHANG_ACTOR") ?? login)
    guard !OneLine.isBlank(name) else {
      throw DeskError.emptyText(of: Text("经办人", "name of who does it"))
    }
    if OneLine.turnsDirection(name) { throw UsageFault.directionMark(name) }
    return name
  }

  private var login: String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name,
      let text = String(validatingCString: name)
    {
      return text
    }
    return Session.variable("USER") ?? "?"
  }
}

/// What is wrong with the words of a command beyond the parser's reach.
enum UsageFault: Error {
  case noClock
  /// What was given is no UTF-8, so that nobody knows what was meant.
  case notText(Place)
  /// The system did not hand over the command's words, not even the program's name.
  case noWords
  case badToday(String, of: String)
  case badYear(String)
  /// Fewer or more than an option takes.
  case badCount(option: String, most: Int)
  /// A text with a mark that turns the direction of writing.
  case directionMark(String)
  /// An option that takes one value, and the two that it was given.
  case givenTwice(String, [String])
  case badChoice(String, option: String, choices: [String])
  case unknownCommand(String, suggestions: [String])
  case notOneIndicator
  /// A question about a day that was given a year.
  case takesNoYear(String, Int)
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
