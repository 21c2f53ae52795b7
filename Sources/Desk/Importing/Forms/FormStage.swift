internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension FormDrafts.Stage {
  /// What it says otherwise than it stands.
  ///
  /// - Parameters:
  ///   - version: as it is on the day.
  ///   - told: what changes on that day already: what ends by it is not ended again.
  func change(of version: FormVersion, from: Day, _ told: [FormChange]) -> FormChange {
    var change = FormChange(from: from)
    if let header {
      if header.title != version.title { change.title = header.title }
      if header.due != version.due { change.due = header.due }
      if header.owing != version.owing { change.owing = header.owing }
      if header.document != version.document { change.document = header.document }
    }
    change.lines = lines.map(\.revision).filter { revision in
      switch revision {
      case .set(let line): version[line.number] != line
      case .end(let number):
        version[number] != nil || !told.contains { $0.lines.contains(revision) }
      }
    }
    change.checks = checks.map(\.revision).filter { revision in
      switch revision {
      case .set(let check): !version.checks.contains(check)
      case .end(let rule):
        version.checks.contains { $0.rule == rule }
          || !told.contains { $0.checks.contains(revision) }
      }
    }
    return change
  }

  /// The row that a fault of a definition is about.
  func place(of fault: FormFault) -> TablePlace {
    let line = fault.line.flatMap { number in lines.last { $0.revision.number == number }?.row }
    let check = fault.check.flatMap { rule in checks.last { $0.revision.rule == rule }?.row }
    return (line ?? check ?? place)?.cell ?? .nowhere
  }

  /// Its rows, each with whether a change has what it says.
  func rows(in change: FormChange) -> [(row: FormRow, isNew: Bool)] {
    let (lines, checks) = (Set(change.lines), Set(change.checks))
    return (header.map { [($0.row, change.isOfHeader)] } ?? [])
      + self.lines.map { ($0.row, lines.contains($0.revision)) }
      + self.checks.map { ($0.row, checks.contains($0.revision)) }
  }
}

extension FormChange {
  var isEmpty: Bool { !isOfHeader && lines.isEmpty && checks.isEmpty }
}

extension Revision {
  /// What is set; nil of what ends.
  var item: Item? {
    if case .set(let item) = self { item } else { nil }
  }
}

extension Revision<FormLine> {
  var number: LineNumber {
    switch self {
    case .set(let line): line.number
    case .end(let number): number
    }
  }
}

extension Revision<FormCheck> {
  var rule: CheckRule {
    switch self {
    case .set(let check): check.rule
    case .end(let rule): rule
    }
  }
}

extension TablePlace {
  /// Where nothing of it stands in a file.
  static let nowhere = TablePlace(file: "", line: 1, column: 1)
}
