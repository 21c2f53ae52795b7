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
      do {
        let known = try desk.ledger.form(code: code)?.definition
        var making = FormMaking(code, known)
        for (from, stage) in try making.ordered(stages) { try making.take(stage, from: from) }
        guard faults.count == before, faults.isEmpty, let form = making.form else { continue }
        for (file, rows) in making.rows {
          files[file].new += rows.new
          files[file].unchanged += rows.unchanged
        }
        if form != known { try transaction.set(form) }
      } catch let fault as FormMaking.Fault {
        faults.add(.rule(.form(fault.refusal)), at: fault.place)
      } catch let used as FormInUse {
        guard let place = stages.values.compactMap(\.place).first?.place else { throw used }
        faults.add(.rule(.form(try desk.refusal(used))), at: place)
      }
    }
  }
}

extension Desk {
  func refusal(_ used: FormInUse) throws -> FormRefusal {
    let unit = try ledger.lastKnown(unit: used.unit).map { try titled($0).title } ?? ""
    return .inUse(form: used.form, period: used.period, unit: unit, count: used.count)
  }
}

/// A form while it is made of rows, each told from some period on.
struct FormMaking {
  struct Fault: Error {
    var refusal: FormRefusal
    var place: TablePlace
  }

  struct Rows {
    var (new, unchanged) = (0, 0)
  }

  private let code: String
  private let known: FormDefinition?
  private(set) var form: FormDefinition?
  /// What became of rows, by file.
  private(set) var rows: [Int: Rows] = [:]

  init(_ code: String, _ known: FormDefinition?) {
    (self.code, self.known) = (code, known)
    form = known
  }

  /// What is said, from the first day on which it holds; nil for what holds from the beginning.
  func ordered(
    _ stages: [String: FormDrafts.Stage]
  ) throws -> [(from: Day?, stage: FormDrafts.Stage)] {
    let calendar =
      known?.calendar ?? stages.values.compactMap(\.header?.calendar).first
    let dated = try stages.map { text, stage -> (from: Day?, stage: FormDrafts.Stage) in
      guard !text.isEmpty else { return (nil, stage) }
      guard let calendar else { throw missingHeader(stage) }
      do throws(FormPeriodFault) {
        return (try calendar.start(text), stage)
      } catch {
        throw fault(.noPeriod(text, error, of: calendar.cycle), stage)
      }
    }
    return dated.sorted { ($0.from?.rawValue ?? 0) < ($1.from?.rawValue ?? 0) }
  }

  mutating func take(_ stage: FormDrafts.Stage, from: Day?) throws {
    guard let form else { return try begin(stage, from: from) }
    if let header = stage.header {
      let isSame =
        header.calendar == form.calendar
        && [form.module, ""].contains(header.module)
      guard isSame else { throw fault(.neverChanges(form: code), stage) }
    }
    // What holds from the beginning is told by the rows without a period, or with the form's own.
    let isFirst = from == nil || from == form.from
    let day = from ?? form.from ?? .first
    let standing = isFirst ? form.first : form.version(on: day)
    let change = stage.change(of: standing, from: day)
    count(stage, change)
    guard !change.isEmpty else { return }
    guard !isFirst else { throw fault(.changesWithoutFrom(form: code), stage) }
    var changed = form
    do throws(FormFault) { try changed.change(change) } catch { throw fault(error, stage) }
    self.form = changed
  }

  private mutating func begin(_ stage: FormDrafts.Stage, from: Day?) throws {
    guard let header = stage.header else { throw missingHeader(stage) }
    let lines = stage.lines.compactMap { row, revision -> FormLine? in
      if case .set(let line) = revision { line } else { nil }
    }
    let checks = stage.checks.compactMap { row, revision -> FormCheck? in
      if case .set(let check) = revision { check } else { nil }
    }
    let version = FormVersion(
      title: header.title, due: header.due, owing: header.owing, document: header.document,
      lines: lines, checks: checks)
    do throws(FormFault) {
      form = try FormDefinition(
        code, module: header.module, header.calendar, version, from: from)
    } catch { throw fault(error, stage) }
    for row in [header.row] + stage.lines.map(\.row) + stage.checks.map(\.row) {
      rows[row.file, default: Rows()].new += 1
    }
  }

  private mutating func count(_ stage: FormDrafts.Stage, _ change: FormChange) {
    let (lines, checks) = (Set(change.lines), Set(change.checks))
    let told =
      (stage.header.map { [($0.row, change.isOfHeader)] } ?? [])
      + stage.lines.map { ($0.row, lines.contains($0.revision)) }
      + stage.checks.map { ($0.row, checks.contains($0.revision)) }
    for (row, isNew) in told {
      if isNew { rows[row.file, default: Rows()].new += 1 }
      if !isNew { rows[row.file, default: Rows()].unchanged += 1 }
    }
  }

  private func missingHeader(_ stage: FormDrafts.Stage) -> Fault {
    fault(.noHeader(form: code), stage)
  }

  private func fault(_ refusal: FormRefusal, _ stage: FormDrafts.Stage) -> Fault {
    let none = TablePlace(file: "", line: 1, column: 1)
    return Fault(refusal: refusal, place: stage.place?.place ?? none)
  }

  /// A fault of a definition, at the row that it is about.
  private func fault(_ fault: FormFault, _ stage: FormDrafts.Stage) -> Fault {
    let line = fault.line.flatMap { number in
      stage.lines.last { $0.revision.number == number }?.row
    }
    let check = fault.check.flatMap { rule in
      stage.checks.last { $0.revision.rule == rule }?.row
    }
    let row = line ?? check ?? stage.place
    return Fault(
      refusal: .definition(form: code, fault),
      place: row?.cell ?? TablePlace(file: "", line: 1, column: 1))
  }
}
