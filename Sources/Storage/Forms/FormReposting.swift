internal import Database
internal import Forms
internal import Journal
internal import TargetEngine

/// Brings what stands in the ledger in the name of forms to what their accepted submissions call for. Source:
/// `forms.md`, "Accepting posts".
///
/// Only submissions that were touched are asked, and of an event all of their unit's, since a later one may take the
/// place of an earlier one; and those of other forms that call for a level where one was taken back.
struct FormReposting {
  private let transaction: Transaction
  /// The transaction that is being undone.
  private let undone: JournalRow?
  private var forms: [Int64: StoredForm] = [:]
  private var touched: [Stretch: Set<UnitID>] = [:]
  /// What was touched, with the days on which it posts or did.
  private var periods: [Touch: Set<Day>] = [:]

  /// The submissions that are asked together: of a period, or of all periods of an event.
  private struct Stretch: Hashable {
    var form: Int64
    var name: String
    var isEvent: Bool
  }

  private struct Touch: Hashable {
    var form: Int64
    var unit: UnitID
    var period: FormPeriod
  }

  /// - Parameter undone: whose undo brings the submissions back to what they were.
  init(_ transaction: Transaction, undoing undone: JournalRow? = nil) {
    (self.transaction, self.undone) = (transaction, undone)
  }

  /// - Parameter submission: as it is now, or as it was before.
  mutating func touch(_ submission: Submission, of form: StoredForm) {
    ask(submission, of: form)
    let touch = Touch(form: form.id, unit: submission.unit, period: submission.period)
    periods[touch, default: []].formUnion([submission.postingDay, submission.period.lastDay])
  }

  private mutating func ask(_ submission: Submission, of form: StoredForm) {
    let period = submission.period
    forms[form.id] = form
    let stretch = Stretch(
      form: form.id, name: period.event ?? period.description, isEvent: period.event != nil)
    touched[stretch, default: []].insert(submission.unit)
  }

  /// Posts what is missing.
  ///
  /// - Parameters:
  ///   - emptied: days whose levels the transaction took back before.
  ///   - admit: is asked before numbers are posted.
  mutating func post(
    emptied: Set<LevelDay> = [], _ admit: ([Entry]) throws -> Void = { _ in }
  ) throws {
    let settled = try postTouched(admit)
    let emptied = emptied.union(settled.emptied)
    let open = settled.open.union(emptied)
    if open.isEmpty { return }
    touched = [:]
    for (submission, form) in try transaction.ledger.callers(of: open) {
      ask(submission, of: form)
    }
    var calls: [FormLevel.Key: FormLevel] = [:]
    try eachTouched { _, _, wanted, _ in calls.merge(wanted.levels) { first, _ in first } }
    try transaction.settle(open, emptied: emptied, calls, undoing: undone)
    try transaction.giveWay(at: Set(open.map(\.place)))
  }

  /// - Returns: see `FormLevels.settle`.
  private func postTouched(
    _ admit: ([Entry]) throws -> Void
  ) throws -> (open: Set<LevelDay>, emptied: Set<LevelDay>) {
    var (entries, levels) = ([Entry](), FormLevels(transaction, isUndo: undone != nil))
    try eachTouched { stretch, calls, wanted, submissions in
      guard let form = forms[stretch.form] else { return }
      let units = touched[stretch] ?? []
      let posted = try transaction.ledger.posted(
        by: form, beginning(of: stretch, form), among: units)
      entries += try FormPostings.difference(wanted.flows, posted)
      for (touch, day) in places(of: submissions, form, units) {
        levels.compare(
          calls.levels(of: touch.unit, touch.period, on: day), wanted.levels,
          isTouched: periods[touch] != nil)
      }
    }
    try admit(entries)
    try transaction.post(entries)
    let settled = try levels.settle()
    let numbers = entries.map { ListedPlace(indicator: $0.indicator, unit: $0.unit) }
    try transaction.giveWay(at: levels.places.union(numbers))
    return settled
  }

  /// What is called for where something was touched, form by form.
  private func eachTouched(
    _ body: (Stretch, FormCalls, FormPostings, [Submission]) throws -> Void
  ) throws {
    if touched.isEmpty { return }
    let ledger = transaction.ledger
    let indicators = Dictionary(try ledger.indicators().map { ($0.code, $0) }) { first, _ in first }
    for stretch in touched.keys.sorted(by: { ($0.form, $0.name) < ($1.form, $1.name) }) {
      guard let form = forms[stretch.form], form.definition.posts else { continue }
      let units = touched[stretch] ?? []
      let calls = FormCalls(form, indicators, try ledger.unitCodes(of: units))
      let submissions = try submissions(of: form, stretch, among: units)
      try body(stretch, calls, try calls.wanted(by: submissions), submissions)
    }
  }

  private func beginning(of stretch: Stretch, _ form: StoredForm) -> String {
    EntrySource.form(form.code) + stretch.name + (stretch.isEvent ? "/" : " ")
  }

  private func submissions(
    of form: StoredForm, _ stretch: Stretch, among units: Set<UnitID>
  ) throws -> [Submission] {
    try stretch.isEvent
      ? transaction.ledger.submissions(of: form, event: stretch.name, among: units)
      : transaction.ledger.submissions(
        of: form, "period = ?2", [.text(stretch.name)], among: units)
  }

  /// The units and periods at which levels may have been said, each with the day: those that are there, and those that
  /// were touched.
  private func places(
    of submissions: [Submission], _ form: StoredForm, _ units: Set<UnitID>
  ) -> [(touch: Touch, day: Day)] {
    var places = periods.filter { $0.key.form == form.id && units.contains($0.key.unit) }
    for submission in submissions {
      let touch = Touch(form: form.id, unit: submission.unit, period: submission.period)
      places[touch, default: []].insert(submission.postingDay)
    }
    return places.sorted { ($0.key.unit, $0.key.period) < ($1.key.unit, $1.key.period) }
      .flatMap { touch, days in days.sorted().map { (touch, $0) } }
  }
}

extension FormDefinition {
  /// Whether any line of any version is posted.
  fileprivate var posts: Bool {
    first.lines.contains { $0.posting != nil }
      || changes.contains { change in
        change.lines.contains { if case .set(let line) = $0 { line.posting != nil } else { false } }
      }
  }
}

extension Ledger {
  /// The amounts that stand under the sources of a form which begin with a text, of some units.
  func posted(
    by form: StoredForm, _ prefix: String, among units: Set<UnitID>? = nil
  ) throws(StorageError) -> [FormPostings.Key: Int64] {
    let rows = try connection.rows(
      """
      SELECT source, indicator, unit, day, year, CAST(SUM(amount) AS BIGINT) FROM entry
      WHERE source >= ?1 AND source < ?2 AND source <> ''
      GROUP BY source, indicator, unit, day, year
      """, [.text(prefix), .text(prefix.afterAllThatBeginSo)]
    ) { row in
      row.day(3).map {
        (
          FormPostings.Key(
            source: row.text(0),
            place: PostingKey(
              indicator: row.int(1), unit: row.int(2), day: $0, year: Int(row.int(4)))),
          row.int(5)
        )
      }
    }
    let all = Dictionary(rows.compactMap { $0 }) { first, _ in first }
    return units.map { units in all.filter { units.contains($0.key.place.unit) } } ?? all
  }

  func unitCodes(of units: Set<UnitID>) throws(StorageError) -> [UnitID: String] {
    let rows = try connection.rows(of: units.sorted()) {
      "SELECT id, code FROM unit WHERE id IN (\($0))"
    } row: {
      ($0.int(0), $0.text(1))
    }
    return Dictionary(rows) { first, _ in first }
  }
}

extension String {
  /// The least text that stands after all that begin with this one, which ends with an ASCII character.
  fileprivate var afterAllThatBeginSo: String {
    let last = unicodeScalars.last?.value ?? 0x20
    return String(dropLast()) + String(UnicodeScalar(UInt8(min(last, 0x7E) + 1)))
  }
}
