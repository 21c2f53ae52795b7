/// Lower-case hexadecimal digits of some bytes.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".unicodeScalars)
  var text = ""
  for byte in bytes {
    text.unicodeScalars.append(digits[Int(byte >> 4)])
    text.unicodeScalars.append(digits[Int(byte & 15)])
  }
  return text
}

/// Brings a database to the schema of this program, step by step.
///
/// ```swift
/// try Migrator(steps: [SchemaStep(id: "core.1", ddl: "CREATE TABLE unit (…) {table}")])
///   .migrate(connection, at: "2026-01-05T08:00:00Z")
/// ```
public struct Migrator {
  public let steps: [SchemaStep]

  /// - Parameter steps: all steps of this program, in the order in which they are applied.
  public init(steps: [SchemaStep]) { self.steps = steps }

  /// - Parameter at: the time in UTC that the journal writes.
  /// - Throws: `.newerSchema` when the database has a step that is unknown here; `.damaged` when
  ///   a step's text differs from the one that was applied.
  public func migrate(_ connection: any Connection, at: String) throws {
    guard try pending(try Migrator.applied(connection)) else { return }
    try connection.transaction {
      // Another process may have taken them until now.
      let applied = try Migrator.applied(connection)
      guard try pending(applied) else { return }
      for step in steps where isPending(step, applied) {
        try connection.execute(connection.dialect.translate(step.ddl))
        try step.rewrite(connection)
        for former in applied.keys where step.follows(former) {
          try connection.run("DELETE FROM schema_step WHERE id = ?1", [.text(former)])
        }
        try connection.run(
          "INSERT INTO schema_step (id, sha256, at) VALUES (?1, ?2, ?3)",
          [.text(step.id), .text(step.sha256), .text(at)])
      }
    }
  }

  /// Creates the table of steps in a new database.
  public static func found(_ connection: any Connection) throws(StorageError) {
    try connection.execute(
      connection.dialect.translate(
        "CREATE TABLE schema_step (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL)"
          + " {table}"))
  }

  /// The steps that were made from another text than this program has.
  public func drifted(_ connection: any Connection) throws(StorageError) -> [String] {
    let applied = try Migrator.applied(connection)
    return steps.filter { step in applied[step.id].map { $0 != step.sha256 } ?? false }.map(\.id)
  }

  private static func applied(_ connection: any Connection) throws(StorageError) -> [String: String]
  {
    let rows = try connection.rows("SELECT id, sha256 FROM schema_step") { row in
      (row.text(0), row.text(1))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// Throws when another program has brought the database to another schema since it was opened: what this one
  /// would write lacks what that one's steps gave to the rows.
  ///
  /// - Throws: `.newerSchema`; `.replaced` when a step is missing.
  public func expectApplied(_ connection: any Connection) throws(StorageError) {
    // Nearly always nothing has changed, which two numbers tell.
    let renewed = steps.filter(\.isRenewed).map(\.id)
    let places = renewed.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    let isHere = renewed.isEmpty ? "0" : "COUNT(CASE WHEN id IN (\(places)) THEN 1 END)"
    let found = try connection.first(
      "SELECT COUNT(*), \(isHere) FROM schema_step", renewed.map { .text($0) }
    ) { [$0.int(0), $0.int(1)] }
    if found == [Int64(steps.count), Int64(renewed.count)] { return }
    if try pending(try Migrator.applied(connection)) { throw .replaced }
  }

  /// Whether any step is missing.
  private func pending(_ applied: [String: String]) throws(StorageError) -> Bool {
    let known = Set(steps.map(\.id))
    let unknown = applied.keys.sorted().first { id in
      !known.contains(id) && !steps.contains { $0.follows(id) }
    }
    if let unknown { throw .newerSchema(step: unknown) }
    for step in steps where !step.isRenewed {
      if let sha256 = applied[step.id], let text = step.frozenSHA256, sha256 != text {
        throw .damaged(detail: "schema_step \(step.id)")
      }
    }
    return steps.contains { isPending($0, applied) }
  }

  private func isPending(_ step: SchemaStep, _ applied: [String: String]) -> Bool {
    applied[step.id] == nil
  }
}
