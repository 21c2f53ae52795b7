internal import Registers
internal import Storage
internal import TargetEngine

extension RegisterShape {
  /// Throws when a field that must be filled in is empty, or when a record that posts has no unit.
  /// One that was written by an earlier version without a unit, or a part of its key, stays as it is.
  func checkWhole(_ state: RecordState, after old: RecordState?) throws(DeskError) {
    let missing = fieldsLacking(in: state, after: old)
    if missing.isEmpty { return }
    throw .record(.missing(register: name.title, fields: missing.map { fields[$0].title }))
  }

  /// The fields that a record lacks and has to have.
  func fieldsLacking(in state: RecordState, after old: RecordState?) -> [Int] {
    let lacked = { (field: Int) in old?.data[field].isEmpty == true }
    var lacking = requiredFields.filter { field in
      state.data[field].isEmpty && !(laterKeyFields.contains(field) && lacked(field))
    }
    if let ownerField, state.data[ownerField].isEmpty, !lacked(ownerField) {
      lacking.append(ownerField)
    }
    return lacking
  }

  /// Throws when a value that changed would hold before its record begins.
  func checkBegun(_ state: RecordState, after old: RecordState?) throws(DeskError) {
    guard let start = valuesStart(of: state) else { return }
    for field in datedFields where state.data[field] != old?.data[field] ?? .empty {
      guard case .dated(let dated) = state.data[field], let first = dated.steps.first,
        first.from < start
      else { continue }
      throw .record(
        .beforeStart(field: fields[field].title, day: first.from, start: start))
    }
  }

  /// Throws when a day is given for fields none of which keeps values by day.
  func checkTakesDay(_ written: WrittenFields) throws(DeskError) {
    let fields = fields.indices.filter { written.contains($0) }
    let keepsDays = { [self] (field: Int) in
      datedFields.contains(field) || self.fields[field].kind.isList
        || marks.contains { $0.field == field }
    }
    if fields.contains(where: keepsDays) { return }
    // What is no field is the note.
    let titles = fields.map { self.fields[$0].title }
    throw .record(.keepsNoDays(fields: titles.isEmpty ? [SystemColumn.note.title] : titles))
  }

  /// Throws when a field that changed names a unit of a kind that it does not take. What was written
  /// under earlier rules stays.
  func checkUnits(
    _ state: RecordState, after old: RecordState?, kind: (UnitID) throws -> UnitKind?,
    fault: (UnitID, UnitKind, FieldShape) throws -> DeskError
  ) throws {
    for field in limitedFields where state.data[field] != old?.data[field] ?? .empty {
      func check(_ unit: UnitID) throws {
        guard let kind = try kind(unit), !fields[field].takes(kind) else { return }
        throw try fault(unit, kind, fields[field])
      }
      if case .unit(let unit) = state.data[field] {
        try check(unit)
        continue
      }
      let known = old?.data[field].values ?? []
      for case .unit(let unit) in state.data[field].values where !known.contains(.unit(unit)) {
        try check(unit)
      }
    }
  }
}
