internal import Forms
internal import Storage
public import TargetEngine

/// How much units wrote into forms, month by month of one year.
public struct FormBurden: Sendable {
  /// The year in which forms were sent first.
  public var year: Int
  /// By the units' codes, then by month; the whole year of a unit behind its months.
  public var rows: [Row] = []
  /// Of all units together.
  public var total = Count()

  /// What one unit wrote in a month, or in the year.
  public struct Row: Sendable {
    /// Whose burden it is, with its title.
    public var unit: Unit
    /// The month in which it was sent first; nil for the whole year.
    public var month: Month?
    /// How much it wrote.
    public var count: Count
  }

  /// How much was written.
  public struct Count: Sendable, Hashable {
    /// Forms sent, each period of each form once, whatever was returned since.
    public var forms = 0
    /// How often they were sent, returned ones again.
    public var versions = 0
    /// Nil returns among the forms.
    public var nils = 0
    /// Lines that a person wrote.
    public var typed = 0
    /// Lines that the program filled in, and nobody had to explain.
    public var prefilled = 0
    /// Lines that the program filled in and that are explained.
    public var explained = 0

    public init() {}

    mutating func add(_ other: Count) {
      forms += other.forms
      versions += other.versions
      nils += other.nils
      typed += other.typed
      prefilled += other.prefilled
      explained += other.explained
    }
  }
}

extension Desk {
  /// What units wrote into forms that they sent first in a year; of periods that began up to two years before.
  ///
  /// - Parameters:
  ///   - unitText: only units at or below this one; nil for all.
  ///   - year: nil for that of today.
  /// - Throws: `DeskError.badYear`, and where the unit is not known.
  public func formBurden(unit unitText: String? = nil, year: Int? = nil) throws -> FormBurden {
    try snapshot {
      let year = year ?? context.today.year
      guard PlanYear.range.contains(year), let first = Day(year: year - 2, month: 1, day: 1)
      else { throw DeskError.badYear("\(year)") }
      var burden = FormBurden(year: year)
      guard try ledger.hasForms() else { return burden }
      // What is sent in a year may be of an event of the next.
      let counts = try counts(of: year, first...Day.last)
      let units = try within(unitText, try ledger.units().map(\.unit)).filter {
        counts[$0.id] != nil
      }.sorted { $0.code < $1.code }
      for unit in try UnitTitles(ledger).titled(units) {
        var whole = FormBurden.Count()
        for (month, count) in (counts[unit.id] ?? [:]).sorted(by: { $0.key < $1.key }) {
          burden.rows.append(FormBurden.Row(unit: unit, month: month, count: count))
          whole.add(count)
        }
        burden.rows.append(FormBurden.Row(unit: unit, month: nil, count: whole))
        burden.total.add(whole)
      }
      return burden
    }
  }

  private func counts(
    of year: Int, _ days: ClosedRange<Day>
  ) throws -> [UnitID: [Month: FormBurden.Count]] {
    let forms = try ledger.forms()
    var sources = LineSources(forms)
    var counts: [UnitID: [Month: FormBurden.Count]] = [:]
    for sent in try ledger.submittedLines(of: forms, beginning: days) {
      guard let month = sent.standing.firstSubmitted?.day.month, month.year == year else {
        continue
      }
      counts[sent.unit, default: [:]][month, default: FormBurden.Count()]
        .add(FormBurden.Count(sent, sources.lines(of: sent)))
    }
    return counts
  }
}

extension FormBurden.Count {
  /// A nil return writes nothing line by line; what formulas give is no work either.
  fileprivate init(_ sent: SubmittedLines, _ sources: [LineNumber: LineSource]) {
    forms = 1
    versions = sent.standing.versions
    nils = sent.standing.isNil ? 1 : 0
    if sent.standing.isNil { return }
    for line in sent.lines {
      guard let source = sources[line], source.formula == nil else { continue }
      if source == .typed, !sent.listed.contains(line) {
        typed += 1
      } else if sent.explained.contains(line) {
        explained += 1
      } else {
        prefilled += 1
      }
    }
  }
}

/// Where the lines of forms come from, each version looked at once.
private struct LineSources {
  private let forms: [StoredForm.ID: StoredForm]
  private var known: [Key: [LineNumber: LineSource]] = [:]

  private struct Key: Hashable {
    var form: StoredForm.ID
    var day: Day
  }

  init(_ forms: [StoredForm]) {
    self.forms = Dictionary(forms.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func lines(of sent: SubmittedLines) -> [LineNumber: LineSource] {
    let key = Key(form: sent.form, day: sent.period.firstDay)
    if let lines = known[key] { return lines }
    let version = forms[sent.form]?.definition.version(of: sent.period)
    let lines = Dictionary((version?.lines ?? []).map { ($0.number, $0.source) }) { first, _ in
      first
    }
    known[key] = lines
    return lines
  }
}
