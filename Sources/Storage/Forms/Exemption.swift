public import Database
public import Forms
internal import Journal
public import TargetEngine

extension FormExemption {
  func fields(of form: Int64) -> FieldList {
    var fields = FieldList()
    fields.add("form", form)
    fields.add("unit", unit)
    fields.add("since", from.rawValue)
    fields.add("until", until?.rawValue)
    fields.add("reason", reason)
    return fields
  }

  static let columns = "form, unit, since, until, reason"

  init?(_ row: any Statement, at column: Int) {
    guard let from = row.day(column + 2) else { return nil }
    self.init(
      row.int(column + 1), from: from, until: row.day(column + 3), reason: row.text(column + 4))
  }

  init?(fields: FieldList) {
    let day = { (name: String) in
      fields[name].flatMap { Int($0) }.flatMap { Day(rawValue: $0) }
    }
    guard let unit = fields["unit"].flatMap({ Int64($0) }), let from = day("since") else {
      return nil
    }
    self.init(unit, from: from, until: day("until"), reason: fields["reason"] ?? "")
  }
}

extension Ledger {
  /// The exemptions from a form, by their first day.
  public func exemptions(from form: StoredForm) throws(StorageError) -> [FormExemption] {
    try connection.rows(
      "SELECT \(FormExemption.columns) FROM exemption WHERE form = ?1 ORDER BY since, unit",
      [.int(form.id)]
    ) { FormExemption($0, at: 0) }.compactMap { $0 }
  }
}

extension Transaction {
  /// Excuses a unit, in place of an exemption from the same day on.
  public func set(_ exemption: FormExemption, from form: StoredForm) throws(StorageError) {
    let known = try connection.first(
      "SELECT id FROM exemption WHERE form = ?1 AND unit = ?2 AND since = ?3",
      [.int(form.id), .int(exemption.unit), Value(exemption.from.rawValue)]
    ) { $0.int(0) }
    let id: Int64 = if let known { known } else { try nextID(in: .exemption) }
    let fields = exemption.fields(of: form.id)
    try put(exemption: id, fields)
    try journal.record(Change(subject: .exemption, object: id, state: fields))
  }

  func put(exemption id: Int64, _ state: FieldList) throws(StorageError) {
    let number = { (name: String) in Value(state[name].flatMap { Int64($0) }) }
    try connection.run("DELETE FROM exemption WHERE id = ?1", [.int(id)])
    try connection.run(
      """
      INSERT INTO exemption (id, \(FormExemption.columns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """,
      [
        .int(id), number("form"), number("unit"), number("since"), number("until"),
        .text(state["reason"] ?? ""),
      ])
  }
}
