internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Makes forms of what all files say of them. Where something is wrong with one it is kept out, and so is all that
  /// files say of it besides.
  func make(_ drafts: FormDrafts) throws {
    formCodes = drafts.codes
    if drafts.gaps.contains(.headers) { unmade.hasUnknown = true }
    var titles: [String: [String]] = [:]
    for code in drafts.codes {
      let known = try desk.ledger.form(code: code)?.definition
      let stages = drafts.stages(of: code)
      var making = FormMaking(code, known, drafts.gaps(of: code))
      making.take(stages)
      for fault in making.faults { faults.add(.rule(.form(fault.refusal)), at: fault.place) }
      let own = making.version.map { [$0.title.zh, $0.title.en] } ?? []
      if let taken = try takenTitle(own, of: code, known, beside: titles) {
        let row = stages.values.compactMap(\.header?.row).first
        faults.add(.rule(.form(taken)), at: row?.cell ?? .nowhere)
      }
      titles[code] = own
      unmade.names.formUnion((own + [code]).map(\.compared))
      guard let form = making.form, drafts.isWhole(code) else { continue }
      unmade.names.subtract((own + [code]).map(\.compared))
      for (file, due) in making.keptDues { files[file].keptDues.append(due) }
      try set(form, known, making.rows, at: stages.values.compactMap(\.place).first)
    }
  }

  private func set(
    _ form: FormDefinition, _ known: FormDefinition?, _ rows: [Int: FormMaking.Rows],
    at row: FormRow?
  ) throws {
    for (file, rows) in rows {
      files[file].new += rows.new
      files[file].unchanged += rows.unchanged
    }
    do {
      if form != known { try transaction.set(form) }
    } catch let used as FormInUse {
      guard let row else { throw used }
      faults.add(.rule(.form(try desk.refusal(used))), at: row.place)
    }
  }

  /// Why a form cannot have its title: another is found by it.
  ///
  /// - Parameter told: the titles of forms of the same files, by code.
  private func takenTitle(
    _ own: [String], of code: String, _ known: FormDefinition?, beside told: [String: [String]]
  ) throws -> FormRefusal? {
    guard own != known.map({ [$0.last.title.zh, $0.last.title.en] }) else { return nil }
    var others = told
    for other in try desk.ledger.forms().map(\.definition) {
      others[other.code] = [other.last.title.zh, other.last.title.en]
    }
    for (other, titles) in others.sorted(by: { $0.key < $1.key }) where other != code {
      let names = (titles + [other]).map(\.compared)
      // A new form is found by its code, too.
      let asked = known == nil ? own + [code] : own
      if let title = asked.first(where: { names.contains($0.compared) }) {
        return .titleTaken(form: code, title, other: other)
      }
    }
    return nil
  }
}

extension Desk {
  func refusal(_ used: FormInUse) throws -> FormRefusal {
    let unit = try ledger.lastKnown(unit: used.unit).map { try titled($0).title } ?? ""
    return .inUse(form: used.form, period: used.period, unit: unit, count: used.count)
  }
}
