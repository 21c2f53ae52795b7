internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Makes forms of what all files say of them.
  func make(_ drafts: FormDrafts) throws {
    formCodes = drafts.codes
    for code in drafts.codes {
      let stages = drafts.stages(of: code)
      let before = faults.count
      let start = faults.listed.count
      defer { faults.putInOrder(from: start, by: files.map(\.path)) }
      do {
        let known = try desk.ledger.form(code: code)?.definition
        var making = FormMaking(code, known)
        for (from, stage) in try making.ordered(stages) { try making.take(stage, from: from) }
        guard faults.count == before, faults.isEmpty, let form = making.form else { continue }
        for (file, rows) in making.rows {
          files[file].new += rows.new
          files[file].unchanged += rows.unchanged
        }
        if let taken = try takenTitle(of: form, known) {
          let row = stages.values.compactMap(\.header?.row).first
          faults.add(.rule(.form(taken)), at: row?.cell ?? .nowhere)
          continue
        }
        if form != known { try transaction.set(form) }
      } catch let found as FormMaking.Faults {
        for fault in found.listed { faults.add(.rule(.form(fault.refusal)), at: fault.place) }
      } catch let used as FormInUse {
        guard let place = stages.values.compactMap(\.place).first?.place else { throw used }
        faults.add(.rule(.form(try desk.refusal(used))), at: place)
      }
    }
  }

  /// Why a form cannot have its title: another is found by it.
  private func takenTitle(
    of form: FormDefinition, _ known: FormDefinition?
  ) throws -> FormRefusal? {
    let titles = { (form: FormDefinition) in [form.last.title.zh, form.last.title.en] }
    let (own, before) = (titles(form), known.map(titles) ?? [])
    guard own != before else { return nil }
    for other in try desk.ledger.forms().map(\.definition) where other.code != form.code {
      let names = (titles(other) + [other.code]).map(\.compared)
      if let title = own.first(where: { names.contains($0.compared) }) {
        return .titleTaken(form: form.code, title, other: other.code)
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
