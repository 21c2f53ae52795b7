internal import Database
internal import Registers
internal import TargetEngine

/// The columns of names in the form in which they are compared.
extension RegisterTable {
  /// The step that adds them and lets the natural key be found by them. The index is not unique:
  /// earlier versions took two keys that now compare equal, and whoever writes a record asks for its
  /// key first. A later version that adds such a field has to add its column like this.
  var comparing: String {
    let names = shape.declaredFields.filter(\.isName)
    var ddl = names.map { field in
      let (compared, shown) = (RegisterTable.column(field), RegisterTable.shownColumn(field))
      return "ALTER TABLE \(name) ADD COLUMN \(compared) TEXT;\n"
        + (field.roles.contains(.key) ? "UPDATE \(name) SET \(compared) = \(shown);\n" : "")
    }.joined()
    if hasNamesInKey {
      let key = shape.keyFields.map { RegisterTable.column(shape.fields[$0]) }
      ddl += """
        DROP INDEX \(name)_key;
        CREATE INDEX \(name)_key ON \(name) (\(key.joined(separator: ", ")), removed);

        """
    }
    return ddl
  }

  private var hasNamesInKey: Bool { shape.keyFields.contains { shape.fields[$0].isName } }

  /// Brings the names of records that are there to the form in which they are compared.
  func compareNames(_ connection: any Connection) throws(StorageError) {
    for field in shape.declaredFields where field.isName {
      let (compared, shown) = (RegisterTable.column(field), RegisterTable.shownColumn(field))
      let others = try connection.rows(
        "SELECT id, \(shown) FROM \(name) WHERE \(shown) IS NOT NULL"
      ) { row in
        ComparedName.isPlain(row.bytes(1)) ? nil : (id: row.int(0), name: row.text(1))
      }.compactMap { $0 }
      for (id, text) in others {
        let form = field.storedForm(of: .text(text))
        try connection.run(
          "UPDATE \(name) SET \(compared) = ?2 WHERE id = ?1", [.int(id), Value(form)])
      }
    }
  }

  /// The numbers of records in force, in groups whose natural keys compare equal.
  func sameKeys(_ connection: any Connection, limit: Int) throws(StorageError) -> [[RecordID]] {
    guard hasNamesInKey else { return [] }
    let key = shape.keyFields.map { RegisterTable.column(shape.fields[$0]) }
    let known = ["removed = 0", "\(key[0]) IS NOT NULL"]
    // Who has an identity is told apart by that.
    let conditions =
      known + shape.identityFields.map { "\(RegisterTable.column(shape.fields[$0])) IS NULL" }
    let among = conditions.map { "r.\($0)" }.joined(separator: " AND ")
    let same = key.map { "r.\($0) IS NOT DISTINCT FROM k.\($0)" }.joined(separator: " AND ")
    let rows = try connection.rows(
      """
      SELECT k.first, r.id FROM (
        SELECT MIN(r.id) AS first, \(key.joined(separator: ", ")) FROM \(name) r WHERE \(among)
        GROUP BY \(key.joined(separator: ", ")) HAVING COUNT(*) > 1
        ORDER BY first LIMIT ?1
      ) k JOIN \(name) r ON \(same) WHERE \(among) ORDER BY k.first, r.id
      """, [Value(limit)]
    ) { (first: $0.int(0), id: $0.int(1)) }
    return Dictionary(grouping: rows, by: \.first).sorted { $0.key < $1.key }
      .map { $0.value.map(\.id) }
  }
}
