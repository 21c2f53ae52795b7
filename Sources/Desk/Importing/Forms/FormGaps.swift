internal import Forms
internal import TargetEngine

/// What could not be read of the rows that say what a form is, so that nothing is said against it that may follow from
/// that. A cell that could not be read is taken for one with which nothing is wrong.
struct FormGaps: OptionSet {
  let rawValue: Int

  /// Rows of forms, of lines and of checks of which nobody knows what they are about.
  static let headers = FormGaps(rawValue: 1)
  static let lines = FormGaps(rawValue: 2)
  static let checks = FormGaps(rawValue: 4)

  /// Whether a fault may follow from them.
  func explain(_ fault: FormFault) -> Bool {
    switch fault {
    case .noLines, .checkOfNoLine, .endsNoLine, .line(_, .formulaOfNoLine): contains(.lines)
    case .endsNoCheck: contains(.checks)
    default: false
    }
  }
}

extension FormDrafts.Stage {
  /// Whether a version lacks by a fault what the stage has, which holds from nobody knows when.
  func explains(_ fault: FormFault) -> Bool {
    switch fault {
    case .noLines: !lines.isEmpty
    case .checkOfNoLine(_, let number), .endsNoLine(let number),
      .line(_, .formulaOfNoLine(let number)):
      lines.contains { $0.revision.number == number }
    case .endsNoCheck(let rule): checks.contains { $0.revision.rule == rule }
    default: false
    }
  }
}

extension FormCalendar {
  /// One in which all texts are beginnings of forms, where nobody knows the form's own.
  init?(reading texts: some Collection<String>) {
    let calendars = FormCycle.allCases.compactMap { FormCalendar($0) }
    let fitting = calendars.first { calendar in
      texts.allSatisfy { $0.isEmpty || (try? calendar.start($0)) != nil }
    }
    guard let fitting else { return nil }
    self = fitting
  }
}
