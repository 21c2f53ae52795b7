internal import Database
internal import Registers
internal import TargetEngine

/// The columns of names in the form in which they are compared.
extension RegisterTable {
  /// The version that a register had when the step `compared` came; of later registers the first. What
  /// a version since then brings has its columns from the beginning.
  static func versionCompared(_ register: String) -> Int { versionsCompared[register] ?? 1 }

  private static let versionsCompared = [
    "workforce.hire": 2, "workforce.trainee": 2, "clinics.finding": 3, "clinics.course": 2,
    "plan.task": 3, "people.person": 2,
  ]

  var versionCompared: Int { RegisterTable.versionCompared(shape.id) }

  /// The step that adds them to the fields of then, and lets the natural key be found by them. The
  /// index is not unique: earlier versions took two keys that now compare equal, and whoever writes a
  /// record asks for its key first.
  var comparing: String {
    let names = shape.declaredFields.filter { $0.isName && $0.since <= versionCompared }
    var ddl = names.map { field in
      let (compared, shown) = (RegisterTable.column(field), RegisterTable.shownColumn(field))
      return "ALTER TABLE \(name) ADD COLUMN \(compared) TEXT;\n"
        + (field.roles.contains(.key) ? "UPDATE \(name) SET \(compared) = \(shown);\n" : "")
    }.joined()
    let key = keyFields(through: versionCompared)
    if key.contains(where: \.isName) {
      ddl += "DROP INDEX \(name)_key;\n" + comparedKey(key)
    }
    return ddl
  }

  /// What a version since then brings: a name has its second column, and a key that it extends the
  /// index that the steps before it would have made.
  func extending(_ version: Int) -> String {
    let fields = shape.declaredFields.filter { $0.since == version }
    let columns = fields.flatMap { field in
      zip(RegisterTable.columns(field), field.columns).map { "\($0) \($1.type.rawValue)" }
    }
    return columns.map { "ALTER TABLE \(name) ADD COLUMN \($0);\n" }.joined()
      + (fields.contains { !$0.roles.isDisjoint(with: [.key, .identity]) }
        ? extendedKey(version) : "")
      + identityIndex(since: version) + indexes(since: version) + lists(since: version)
  }

  private func extendedKey(_ version: Int) -> String {
    let key = keyFields(through: version)
    if key.isEmpty { return "" }
    let isNew = keyFields(through: version - 1).isEmpty
    return (isNew ? "" : "DROP INDEX \(name)_key;\n")
      + (key.contains(where: \.isName)
        ? comparedKey(key)
        : isThinned && identityFields(through: version).isEmpty
          ? thinnedKey(key) : uniqueKey(through: version))
  }

  private func comparedKey(_ key: [FieldShape]) -> String {
    let columns = key.map(RegisterTable.column).joined(separator: ", ")
    return "CREATE INDEX \(name)_key ON \(name) (\(columns), removed);\n"
  }

  private var hasNamesInKey: Bool { shape.keyFields.contains { shape.fields[$0].isName } }

  /// Brings the names of records that are there to the form in which they are compared.
  func compareNames(_ connection: any Connection) throws(StorageError) {
    for field in shape.declaredFields where field.isName {
      let (compared, shown) = (RegisterTable.column(field), RegisterTable.shownColumn(field))
      let others = try connection.rows(
        "SELECT id, \(shown), \(compared) FROM \(name) WHERE \(shown) IS NOT NULL"
      ) { row -> (id: Int64, form: Scalar)? in
        let isKey = field.roles.contains(.key)
        // Nearly all names are their own forms, and have been before.
        if ComparedName.isPlain(row.bytes(1)),
          isKey ? row.bytes(2).elementsEqual(row.bytes(1)) : row.isNull(2)
        {
          return nil
        }
        return (row.int(0), field.storedForm(of: .text(row.text(1))))
      }.compactMap { $0 }
      for (id, form) in others {
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
