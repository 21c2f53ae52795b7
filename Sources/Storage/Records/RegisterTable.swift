internal import Database
internal import Registers

/// The table in which a register's records lie: a column for each field, two for a dated or secret
/// one, and those that every record has.
final class RegisterTable: Sendable {
  let shape: RegisterShape
  let name: String
  /// All columns, the record's row first.
  let columns: [String]
  let list: String
  /// Lets a record's row take the place of the one with its number, if there is one.
  let replacing: String
  /// The record of a row number.
  let selectOne: String
  /// The records in force of a natural key.
  let selectByKey: String
  /// The records in force that are alike in what no record lacks of its natural key.
  let selectByFirmKey: String
  /// Those of them that lack a part of it.
  let selectLacking: String
  /// The record in force of an identity.
  let selectByIdentity: String
  /// For each field with columns of its own what they hold.
  let types: [[FieldColumn.Kind]]
  /// For each of them whether its texts are names, whether these are part of the key,
  /// and whether anything is kept beside the value.
  let cells: [(isName: Bool, isKey: Bool, hasBeside: Bool)]
  /// The tables of its lists.
  let members: [MemberTable]
  let form: RecordForm

  init(_ shape: RegisterShape) {
    self.shape = shape
    types = shape.declaredFields.map { $0.columns.map(\.type) }
    cells = shape.declaredFields.map { ($0.isName, $0.roles.contains(.key), $0.columns.count > 1) }
    members = shape.declaredFields.indices.compactMap { MemberTable(shape, $0) }
    form = RecordForm(shape)
    name = RegisterTable.name(shape.id)
    columns =
      ["id"] + shape.declaredFields.flatMap(RegisterTable.columns)
      + ["stage", "moves", "note", "removed", "extra"]
    list = columns.joined(separator: ", ")
    let updates = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    replacing = " ON CONFLICT (id) DO UPDATE SET \(updates)"
    selectOne = "SELECT \(list) FROM \(name) WHERE id = ?1"
    selectByKey = RegisterTable.selection(list, name, shape, shape.keyFields)
    selectByFirmKey = RegisterTable.selection(list, name, shape, shape.firmKeyFields)
    selectLacking = RegisterTable.selection(
      list, name, shape, shape.firmKeyFields, lacking: shape.laterKeyFields)
    selectByIdentity = RegisterTable.selection(list, name, shape, shape.identityFields)
  }

  private static func selection(
    _ list: String, _ name: String, _ shape: RegisterShape, _ fields: [Int], lacking: [Int] = []
  ) -> String {
    let conditions = fields.enumerated().map { index, field in
      "\(RegisterTable.column(shape.fields[field])) IS NOT DISTINCT FROM ?\(index + 1)"
    }
    let blanks = lacking.map { "\(RegisterTable.column(shape.fields[$0])) IS NULL" }
    let others = (blanks.isEmpty ? [] : ["(\(blanks.joined(separator: " OR ")))"]) + ["removed = 0"]
    return
      "SELECT \(list) FROM \(name) WHERE \((conditions + others).joined(separator: " AND "))"
      + " ORDER BY id"
  }

  /// `clinics_project`.
  static func name(_ register: String) -> String {
    register.replacing(".", with: "_").replacing("-", with: "_")
  }

  /// The column by which a field is compared, quoted since some are words of SQL.
  static func column(_ field: FieldShape) -> String { columns(field)[0] }

  /// Whether a field's value is ?1, or its list contains it, in SQL.
  func isValue(of field: Int) -> String {
    if let list = members.first(where: { $0.field == field }) {
      return "id IN (\(list.records(where: "member = ?1", on: nil)))"
    }
    return "\(RegisterTable.sought(shape.fields[field])) = ?1"
  }

  /// What a value of a field is compared with, in SQL.
  ///
  /// - Parameter table: stands before the columns, as `r.`.
  static func sought(_ field: FieldShape, in table: String = "") -> String {
    guard field.isName, !field.roles.contains(.key) else { return table + column(field) }
    return "COALESCE(\(table)\(column(field)), \(table)\(shownColumn(field)))"
  }

  /// The column of a field's value as it is shown.
  static func shownColumn(_ field: FieldShape) -> String { columns(field)[field.isName ? 1 : 0] }

  static func columns(_ field: FieldShape) -> [String] { names(field, field.columns) }

  /// The columns that the steps of a register's versions make.
  static func declared(_ field: FieldShape) -> [String] {
    names(field, field.kind.columns)
  }

  private static func names(_ field: FieldShape, _ columns: [FieldColumn]) -> [String] {
    columns.map { "\"\(field.name.replacing("-", with: "_"))\($0.suffix)\"" }
  }
}

extension RegisterShape {
  /// The fields that have columns of their own.
  var declaredFields: ArraySlice<FieldShape> { fields.prefix { !$0.roles.contains(.office) } }
  /// The columns that the office added, which lie together in one.
  var officeFields: ArraySlice<FieldShape> { fields.drop { !$0.roles.contains(.office) } }
}
