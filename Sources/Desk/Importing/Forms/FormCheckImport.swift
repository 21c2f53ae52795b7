internal import Forms
internal import OfficeFiles
internal import TargetEngine

extension ImportSession {
  func importFormChecks(_ table: any TableSource, _ drafts: inout FormDrafts) throws {
    let file = begin(table, .core(.formChecks))
    var read = drafts
    let isWhole = try rows(of: table, file) { row, header in
      let before = faults.count
      let revision = check(row, header)
      let form = header.text(.form, row)
      if OneLine.isBlank(form) { return read.gaps.formUnion(.checks) }
      let from = header.text(.from, row)
      if faults.count > before { read[form, from].isWhole = false }
      guard let revision else { return read[form, from].gaps.formUnion(.checks) }
      let place = FormRow(file: file, place: row.place, cell: header.place(.left, row))
      read[form, from].checks.append((place, revision))
    }
    if !isWhole { read.gaps.formUnion(.checks) }
    drafts = read
  }

  private func check(
    _ row: borrowing TableRow, _ header: FileHeader<FormCheckColumn>
  ) -> Revision<FormCheck>? {
    func text(_ column: FormCheckColumn) -> String { header.text(column, row) }
    if OneLine.isBlank(text(.form)) {
      faults.add(.missingValue(FormCheckColumn.form.title.text), at: header.place(.form, row))
    }
    let rule = rule(row, header)
    let severity: FormCheck.Severity
    switch text(.kind).lowercased() {
    case "-", "－": return rule.map { .end($0) }
    case "hard", "硬", "强制", "强制性": severity = .hard
    case "soft", "软", "提示", "核实", "核实性": severity = .soft
    default:
      faults.add(
        .badChoice(text(.kind), allowed: [Text("强制", "hard"), Text("核实", "soft"), Text("-", "-")]),
        at: header.place(.kind, row))
      severity = .soft
    }
    return rule.map { .set(FormCheck($0, severity, message: text(.message))) }
  }

  /// The rule of a row, or nil with all that is wrong with its three cells.
  private func rule(
    _ row: borrowing TableRow, _ header: FileHeader<FormCheckColumn>
  ) -> CheckRule? {
    let own = [FormCheckColumn.left, .relation, .right].map { header.text($0, row) }
    var cells = own
    for _ in own.indices {
      do throws(CheckFault) {
        let rule = try CheckRule(cells[0], cells[1], cells[2])
        return cells == own ? rule : nil
      } catch {
        faults.add(.rule(.form(.check(error))), at: header.place(error.column, row))
        // What would be right there lets the others be read.
        switch error {
        case .left, .changeOfNoLine: cells[0] = "[1]"
        case .unknownRelation: cells[1] = "="
        case .right: cells[2] = "0"
        case .noPercentage: cells[2] = "1%"
        }
      }
    }
    return nil
  }
}

extension CheckFault {
  fileprivate var column: FormCheckColumn {
    switch self {
    case .left, .changeOfNoLine: .left
    case .unknownRelation: .relation
    case .right, .noPercentage: .right
    }
  }
}
