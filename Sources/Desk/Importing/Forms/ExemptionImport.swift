internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports a list of units that owe a form no longer, or for a while not.
  func importExemptions(_ table: any TableSource) throws {
    let file = begin(table, .core(.exemptions))
    var read: [(form: StoredForm, exemption: FormExemption)] = []
    try rows(of: table, file) { row, header in
      if let exemption = try exemption(row, header) { read.append(exemption) }
    }
    guard faults.isEmpty else { return }
    for (form, exemption) in read {
      let known = try desk.ledger.exemptions(from: form)
      if known.contains(exemption) {
        files[file].unchanged += 1
        continue
      }
      let isThere = known.contains { ($0.unit, $0.from) == (exemption.unit, exemption.from) }
      if isThere { files[file].changed += 1 } else { files[file].new += 1 }
      try transaction.set(exemption, from: form)
    }
  }

  private func exemption(
    _ row: borrowing TableRow, _ header: FileHeader<ExemptionColumn>
  ) throws -> (form: StoredForm, exemption: FormExemption)? {
    let before = faults.count
    func text(_ column: ExemptionColumn) -> String { header.text(column, row) }
    var form: StoredForm?
    do {
      form = try desk.storedForm(text(.form))
    } catch let error as DeskError {
      if !unmade.explain(error) { faults.add(.rule(error), at: header.place(.form, row)) }
    }
    let unit = try unit(text(.unit), at: header.place(.unit, row))
    let from = header.day(.from, row, isRequired: true, &faults)
    let until = header.day(.until, row, isRequired: false, &faults)
    if let from, let until, until < from {
      faults.add(
        .rule(.form(.endsBefore(from: from, until: until))), at: header.place(.until, row))
    }
    if OneLine.isBlank(text(.reason)) {
      faults.add(.missingValue(ExemptionColumn.reason.title.text), at: header.place(.reason, row))
    }
    guard faults.count == before, let form, let unit, let from else { return nil }
    return (form, FormExemption(unit.id, from: from, until: until, reason: text(.reason)))
  }
}
