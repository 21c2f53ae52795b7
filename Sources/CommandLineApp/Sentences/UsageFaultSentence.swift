internal import Sentences
internal import TargetEngine

extension UsageFault: Explained {
  func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: cause)
  }

  private func sentence(_ language: Language) -> String {
    let w = Wording(language)
    return switch self {
    case .noClock: w.noClock
    case .noHome: w.noHome
    case .notText(let place): w.notText(place)
    case .noWords: w.noWords
    case .badToday(let text, let source): w.badToday(text, source)
    case .badYear(let text): w.badYear(text)
    case .badMonth(let text): w.badMonth(text)
    case .needsMonth: w.needsMonth
    case .needsPeriod: w.needsPeriod
    case .badHead(let text): w.badHead(text)
    case .badCount(let option, let most): w.badCount(option, most)
    case .directionMark(let text): w.directionMark(text)
    case .givenTwice(let option, let values): w.givenTwice(option, values)
    case .notTogether(let option, let other): w.notTogether(option, other)
    case .badChoice(let value, let option, let choices): w.badChoice(value, option, choices)
    case .unknownCommand(let word, let suggestions): w.unknownCommand(word, suggestions)
    case .unknownOption(let option, let suggestions): w.unknownOption(option, suggestions)
    case .needsTerminal: w.needsTerminal
    case .notOneIndicator: w.notOneIndicator
    case .takesNoYear(let question, let year): w.takesNoYear(question, year)
    case .takesNoNumber(let item, let number): w.takesNoNumber(item, number)
    case .noRecord: w.noRecord
    case .recordsTwice: w.recordsTwice
    case .noneFound: w.noneFound
    case .notForRemove(let word): w.notForRemove(word)
    case .noAssignment(""): w.noFields
    case .noAssignment(let word): w.noAssignment(word)
    case .needsDay(let text): w.needsDay(text)
    case .needsReason: w.needsReason
    case .mergesTwo: w.mergesTwo
    case .needsDocument: w.needsDocument
    case .needsYes(let what): w.needsYes(what)
    case .declined: w.declined
    case .passphrasesDiffer: w.passphrasesDiffer
    case .needsPassphrase(let variable): w.needsPassphrase(variable)
    case .outputExists(let path): w.outputExists(path)
    case .foreignKeyFile(let path): w.foreignKeyFile(path)
    case .keyFileBusy(let path): w.keyFileBusy(path)
    case .outputIsDatabase(let path): w.outputIsDatabase(path)
    case .outputIsLedger(let path): w.outputIsLedger(path)
    case .outputIsKey(let path): w.outputIsKey(path)
    case .writtenUnsaid(let head, let reason): w.writtenUnsaid(head, reason)
    case .revealUnsaid(let head, let reason): w.revealUnsaid(head, reason)
    case .cannotWrite("-", let reason): w.cannotPrint(reason)
    case .cannotWrite(let path, let reason): w.cannotWrite(path, reason)
    case .noSeeds(let places): w.noSeeds(places)
    }
  }

  private var cause: Complaint.Cause {
    switch self {
    case .noneFound, .badCount, .notText(.line): .badData
    case .noSeeds: .noInput
    case .noWords: .io
    case .keyFileBusy: .busy
    case .outputExists, .foreignKeyFile, .outputIsDatabase, .outputIsLedger, .outputIsKey,
      .writtenUnsaid, .revealUnsaid, .cannotWrite:
      .cannotWrite
    default: .usage
    }
  }
}
