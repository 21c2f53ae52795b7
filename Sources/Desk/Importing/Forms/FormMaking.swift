internal import Forms
internal import OfficeFiles
internal import TargetEngine

/// A form while it is made of rows, each told from some period on. It goes on where something is wrong, so that all is
/// told at once; what may follow from what could not be read is not told.
struct FormMaking {
  struct Fault {
    var refusal: FormRefusal
    var place: TablePlace
  }

  struct Rows {
    var (new, unchanged) = (0, 0)
  }

  private let code: String
  private let known: FormDefinition?
  private var gaps: FormGaps
  /// The form, as long as nothing is wrong with it.
  private(set) var form: FormDefinition?
  /// What it is by all that was told so far, right or wrong.
  private(set) var version: FormVersion?
  private(set) var faults: [Fault] = []
  /// What stands against the version, which goes on into the next.
  private var standing: [FormFault] = []
  /// What is said from a period on that could not be read.
  private var undated: [FormDrafts.Stage] = []
  private var calendar: FormCalendar?
  private var module: String
  private var begun: Day?
  /// What became of rows, by file.
  private(set) var rows: [Int: Rows] = [:]
  /// The due rules that stay since a row leaves its cell empty, each with its file.
  private(set) var keptDues: [(file: Int, due: KeptDue)] = []

  /// - Parameter gaps: what could not be read of its rows.
  init(_ code: String, _ known: FormDefinition?, _ gaps: FormGaps) {
    (self.code, self.known, self.gaps) = (code, known, gaps)
    (form, version, calendar, begun) = (known, known?.last, known?.calendar, known?.from)
    module = known?.module ?? ""
  }

  /// Takes all that is said of it.
  mutating func take(_ stages: [String: FormDrafts.Stage]) {
    calendar = calendar ?? stages.values.compactMap { $0.header?.calendar }.first
    let starts = stages.filter { $0.value.header != nil }.keys.sorted()
    for (from, stage) in ordered(stages) {
      // Of which of several beginnings a row is that names none, nobody knows.
      if from == nil, version == nil, stage.header == nil, !starts.isEmpty {
        faults += stage.rows.map {
          Fault(refusal: .undatedRow(form: code, starts), place: $0.place)
        }
        undated.append(stage)
      } else {
        take(stage, from: from)
      }
    }
  }

  /// What is said, from the first day on which it holds; nil for what holds from the beginning.
  private mutating func ordered(
    _ stages: [String: FormDrafts.Stage]
  ) -> [(from: Day?, stage: FormDrafts.Stage)] {
    var dated: [(from: Day?, stage: FormDrafts.Stage)] = []
    let calendar = calendar ?? FormCalendar(reading: stages.keys)
    for (text, stage) in stages.sorted(by: { $0.key < $1.key }) {
      guard !text.isEmpty else {
        dated.append((nil, stage))
        continue
      }
      do throws(FormPeriodFault) {
        guard let calendar else { throw .unreadable }
        dated.append((try calendar.start(text), stage))
      } catch {
        if let cycle = self.calendar?.cycle {
          add(.noPeriod(text, error, of: cycle), stage)
        } else if known == nil, !stages.values.contains(where: { $0.header != nil }) {
          addMissingHeader(stage)
        }
        undated.append(stage)
      }
    }
    return dated.sorted { ($0.from?.rawValue ?? 0) < ($1.from?.rawValue ?? 0) }
  }

  private mutating func take(_ stage: FormDrafts.Stage, from: Day?) {
    guard let version else { return begin(stage, from: from) }
    if let header = stage.header, let calendar = header.calendar {
      let isSame = calendar == self.calendar && [module, ""].contains(header.module)
      if !isSame { add(.neverChanges(form: code), stage) }
    }
    // What holds from the beginning is told by the rows without a period, or with the form's own.
    let isFirst = from == nil || from == begun
    let day = from ?? begun ?? .first
    let before = (isFirst ? form?.beginning : form?.version(on: day)) ?? version
    let told = form?.changes.filter { $0.from == day } ?? []
    let change = stage.change(of: before, from: day, told)
    if let header = stage.header, header.isDueEmpty, let due = before.due {
      keptDues.append(
        (header.row.file, KeptDue(title: header.title, due, calendar?.cycle ?? .once)))
    }
    count(stage, change)
    guard !change.isEmpty else { return }
    let (changed, all) = before.judged(after: change, calendar?.cycle ?? .once)
    var first: FormFault?
    do throws(FormFault) {
      // What was told wrongly at first is corrected, as long as nobody has sent it so.
      if isFirst, told.isEmpty {
        form = try form?.corrected(by: change)
      } else {
        try form?.change(change)
      }
    } catch { first = error }
    judge(changed, all, first, stage)
  }

  private mutating func begin(_ stage: FormDrafts.Stage, from: Day?) {
    begun = from
    if stage.header == nil { addMissingHeader(stage) }
    let header = stage.header
    module = header?.module ?? ""
    let version = FormVersion(
      title: header?.title ?? Text(code, code), due: header?.due,
      owing: header?.owing ?? FormOwing(), document: header?.document ?? "",
      lines: stage.lines.compactMap(\.revision.item),
      checks: stage.checks.compactMap(\.revision.item))
    var first: FormFault?
    if let header, let calendar = header.calendar {
      do throws(FormFault) {
        form = try FormDefinition(code, module: header.module, calendar, version, from: from)
      } catch { first = error }
    }
    for row in stage.rows { rows[row.file, default: Rows()].new += 1 }
    judge(version, version.faults(calendar?.cycle ?? .once), first, stage)
  }

  /// Tells all faults of a version that do not stand against the one before; of one that others build on, or that is
  /// none of a version, that alone.
  private mutating func judge(
    _ version: FormVersion, _ all: [FormFault], _ first: FormFault?, _ stage: FormDrafts.Stage
  ) {
    self.version = version
    let faults = all.isEmpty ? [first].compactMap(\.self) : all
    for fault in faults where !standing.contains(fault) && !isExplained(fault) {
      self.faults.append(
        Fault(refusal: .definition(form: code, fault), place: stage.place(of: fault)))
    }
    standing = faults
    if !faults.isEmpty { form = nil }
  }

  /// Whether a fault may follow from what could not be read.
  private func isExplained(_ fault: FormFault) -> Bool {
    gaps.explain(fault) || undated.contains { $0.explains(fault) }
  }

  private mutating func count(_ stage: FormDrafts.Stage, _ change: FormChange) {
    for (row, isNew) in stage.rows(in: change) {
      if isNew { rows[row.file, default: Rows()].new += 1 }
      if !isNew { rows[row.file, default: Rows()].unchanged += 1 }
    }
  }

  private mutating func addMissingHeader(_ stage: FormDrafts.Stage) {
    if !gaps.contains(.headers) { add(.noHeader(form: code), stage) }
  }

  private mutating func add(_ refusal: FormRefusal, _ stage: FormDrafts.Stage) {
    faults.append(Fault(refusal: refusal, place: stage.place?.place ?? .nowhere))
  }
}
