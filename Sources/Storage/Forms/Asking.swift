public import Database
public import Forms
internal import Journal
public import TargetEngine

/// A period for which a form without a cycle was requested, with its deadline and the units that owe it.
public struct FormAsking: Sendable, Hashable {
  public var period: FormPeriod
  /// Nil where the form itself says by when.
  public var due: FormDue?
  /// Units that owe it for this period in spite of everything.
  public var units: Set<UnitID>

  public init(_ period: FormPeriod, due: FormDue? = nil, units: Set<UnitID> = []) {
    self.period = period
    self.due = due
    self.units = units
  }

  func fields(of form: Int64) -> FieldList {
    var fields = FieldList()
    fields.add("form", form)
    fields.add("period", period.description)
    fields.add("due", due?.description)
    if due?.movesPastHolidays == true { fields.add("moves", "yes") }
    for unit in units.sorted() { fields.add("unit", unit) }
    return fields
  }

  /// Nil for a state that says no period of a form.
  init?(_ state: FieldList, of form: FormDefinition) {
    guard let period = state["period"].flatMap({ try? form.calendar.period($0) }) else {
      return nil
    }
    self.init(
      period,
      due: state["due"].flatMap { FormDue($0, movesPastHolidays: state["moves"] == "yes") },
      units: Set(state.all("unit").compactMap { Int64($0) }))
  }
}

extension Ledger {
  /// What a form was asked for, in the order of time.
  public func askings(of form: StoredForm) throws(StorageError) -> [FormAsking] {
    try connection.rows("SELECT body FROM asking WHERE form = ?1", [.int(form.id)]) {
      FormAsking(FieldList(parsing: $0.text(0)), of: form.definition)
    }.compactMap { $0 }.sorted { $0.period < $1.period }
  }
}

extension Transaction {
  /// Asks for a period, in place of what was asked of it before.
  public func set(_ asking: FormAsking, of form: StoredForm) throws(StorageError) {
    let known = try connection.first(
      "SELECT id FROM asking WHERE form = ?1 AND period = ?2",
      [.int(form.id), .text(asking.period.description)]
    ) { $0.int(0) }
    let id: Int64 = if let known { known } else { try nextID(in: .asking) }
    let fields = asking.fields(of: form.id)
    try put(asking: id, fields)
    try journal.record(Change(subject: .asking, object: id, state: fields))
  }

  func put(asking id: Int64, _ state: FieldList) throws(StorageError) {
    try connection.run("DELETE FROM asking WHERE id = ?1", [.int(id)])
    try connection.run(
      "INSERT INTO asking (id, form, period, body) VALUES (?1, ?2, ?3, ?4)",
      [
        .int(id), Value(state["form"].flatMap { Int64($0) }), .text(state["period"] ?? ""),
        .text(state.openText),
      ])
  }
}
