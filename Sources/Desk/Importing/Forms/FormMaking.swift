internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// A form while it is made of rows, each told from some period on.
struct FormMaking {
  struct Fault {
    var refusal: FormRefusal
    var place: TablePlace
  }

  /// All that is wrong with what a form is made of.
  struct Faults: Error {
    var listed: [Fault]

    init(_ listed: [Fault]) { self.listed = listed }
    init(_ fault: Fault) { listed = [fault] }
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
        throw Faults(fault(.noPeriod(text, error, of: calendar.cycle), stage))
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
      guard isSame else { throw Faults(fault(.neverChanges(form: code), stage)) }
    }
    // What holds from the beginning is told by the rows without a period, or with the form's own.
    let isFirst = from == nil || from == form.from
    let day = from ?? form.from ?? .first
    let standing = isFirst ? form.first : form.version(on: day)
    let change = stage.change(of: standing, from: day)
    count(stage, change)
    guard !change.isEmpty else { return }
    guard !isFirst else { throw Faults(fault(.changesWithoutFrom(form: code), stage)) }
    var changed = form
    do throws(FormFault) {
      try changed.change(change)
    } catch {
      throw faults(error, among: form.faults(of: change), stage)
    }
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
    } catch {
      throw faults(error, among: FormDefinition.faults(of: version, header.calendar), stage)
    }
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

  private func missingHeader(_ stage: FormDrafts.Stage) -> Faults {
    Faults(fault(.noHeader(form: code), stage))
  }

  private func fault(_ refusal: FormRefusal, _ stage: FormDrafts.Stage) -> Fault {
    Fault(refusal: refusal, place: stage.place?.place ?? .nowhere)
  }

  /// All faults of a version; of one that others build on, or that is none of a version, that alone.
  private func faults(
    _ first: FormFault, among all: [FormFault], _ stage: FormDrafts.Stage
  ) -> Faults {
    Faults((all.contains(first) ? all : [first]).map { fault($0, stage) })
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
    return Fault(refusal: .definition(form: code, fault), place: row?.cell ?? .nowhere)
  }
}

extension TablePlace {
  /// Where nothing of it stands in a file.
  static let nowhere = TablePlace(file: "", line: 1, column: 1)
}
