public import Database
public import Forms
internal import Journal
public import TargetEngine

extension Ledger {
  /// What units sent for a period, or began to write.
  ///
  /// - Parameter unit: the only one that is asked about; nil for all.
  public func submissions(
    of form: StoredForm, _ period: FormPeriod, unit: UnitID? = nil
  ) throws -> [Submission] {
    try submissions(
      of: form, "period = ?2\(unit == nil ? "" : " AND unit = ?3")",
      [.text(period.description)] + (unit.map { [.int($0)] } ?? []))
  }

  /// What units sent for any period of an event.
  ///
  /// - Parameter units: those that are asked about: an event has an hour of every other one besides.
  public func submissions(
    of form: StoredForm, event: String, among units: Set<UnitID>
  ) throws -> [Submission] {
    try submissions(
      of: form, "period >= ?2 AND period < ?3", [.text("\(event)/"), .text("\(event)0")],
      among: units)
  }

  /// - Parameters:
  ///   - condition: with placeholders from `?2` on.
  ///   - units: a few of them are asked for by themselves, of many all are read.
  func submissions(
    of form: StoredForm, _ condition: String, _ values: [Value], among units: Set<UnitID>
  ) throws -> [Submission] {
    guard units.count <= 100 else {
      return try submissions(of: form, condition, values).filter { units.contains($0.unit) }
    }
    let places = units.indices.enumerated().map { "?\($0.offset + values.count + 2)" }
    return try submissions(
      of: form, "\(condition) AND unit IN (\(places.joined(separator: ", ")))",
      values + units.sorted().map { .int($0) })
  }

  func submission(id: Int64) throws -> Submission? {
    let number = try connection.first(
      "SELECT form FROM submission WHERE id = ?1", [.int(id)]
    ) { $0.int(0) }
    guard let number, let form = try form(id: number) else { return nil }
    return try submissions(of: form, "id = ?2", [.int(id)]).first
  }

  /// - Parameter condition: with placeholders from `?2` on.
  func submissions(
    of form: StoredForm, _ condition: String, _ values: [Value]
  ) throws -> [Submission] {
    var reader = SubmissionReader(form.definition.first.lines.map(\.number))
    var periods = FormPeriods(form.definition.calendar)
    let statement = try connection.statement(
      "SELECT id, unit, period, body FROM submission WHERE form = ?1 AND \(condition) ORDER BY id")
    statement.bind([.int(form.id)] + values)
    var found: [Submission] = []
    while try statement.step() {
      let id = statement.int(0)
      guard let state = reader.read(statement.bytes(3)),
        let period = periods.period(statement.text(2)),
        let history = try? FormHistory(state.steps)
      else { throw StorageError.contradictory(in: "submission \(id)") }
      found.append(
        Submission(id: id, form: form.id, unit: statement.int(1), period, history, state))
    }
    return found
  }

  /// The amounts of the submissions of a period at hand, with where each stands.
  public func amounts(
    of form: StoredForm, _ period: FormPeriod
  ) throws(StorageError) -> [UnitID: FormSum.Part] {
    var parts: [UnitID: FormSum.Part] = [:]
    try each(of: form, period, .amounts) { unit, state in
      let standing = (try? FormHistory(state.steps))?.standing ?? FormStanding()
      parts[unit] = FormSum.Part(
        unit, standing.state, state.amounts, listed: state.listed)
    }
    return parts
  }

  func each(
    of form: StoredForm, _ period: FormPeriod, _ part: SubmissionReader.Part,
    _ body: (UnitID, SubmissionReader.State) -> Void
  ) throws(StorageError) {
    let lines = form.definition.version(of: period).lines.map(\.number)
    var reader = SubmissionReader(lines, part)
    let statement = try connection.statement(
      "SELECT unit, body, id FROM submission WHERE form = ?1 AND period = ?2")
    statement.bind([.int(form.id), .text(period.description)])
    while try statement.step() {
      guard let state = reader.read(statement.bytes(1)) else {
        throw .contradictory(in: "submission \(statement.int(2))")
      }
      body(statement.int(0), state)
    }
  }
}

/// The periods of a form by their texts, each read once.
struct FormPeriods {
  private let calendar: FormCalendar
  private var known: [String: FormPeriod] = [:]

  init(_ calendar: FormCalendar) { self.calendar = calendar }

  mutating func period(_ text: String) -> FormPeriod? {
    if let period = known[text] { return period }
    let period = try? calendar.period(text)
    known[text] = period
    return period
  }
}
