internal import Cryptography

/// One frozen step of the schema: its text never changes once released.
public struct SchemaStep: Sendable {
  /// `core.1`, `clinics.project.2`: the tables of one owner, counted up.
  public let id: String
  /// The text, unless it is derived from a declaration.
  private let frozen: String?
  private let derived: @Sendable () -> String
  /// What the step does to the rows that are there, after its text was run.
  public let rewrite: @Sendable (any Connection) throws(StorageError) -> Void
  /// Whether another text than the one applied means that the step is taken again.
  public var isRenewed = false

  /// A step whose text stands in the source.
  ///
  /// - Parameters:
  ///   - ddl: in the words of `Dialect`.
  ///   - rewrite: what the step does to the rows that are there.
  public init(
    id: String, ddl: String,
    _ rewrite: @escaping @Sendable (any Connection) throws(StorageError) -> Void = { _ in }
  ) {
    self.id = id
    frozen = ddl
    derived = { ddl }
    self.rewrite = rewrite
  }

  /// - Parameter derived: makes the text; asked only when it is needed, as it costs a start time.
  public init(
    id: String, derived: @escaping @Sendable () -> String,
    _ rewrite: @escaping @Sendable (any Connection) throws(StorageError) -> Void = { _ in }
  ) {
    self.id = id
    frozen = nil
    self.derived = derived
    self.rewrite = rewrite
  }

  /// DDL in the words of `Dialect`.
  public var ddl: String { frozen ?? derived() }
  /// The hash of the step's text, in hexadecimal digits.
  public var sha256: String { SchemaStep.sha256(ddl) }
  /// The hash of a text that is at hand without deriving it.
  public var frozenSHA256: String? { frozen.map(SchemaStep.sha256) }

  private static func sha256(_ text: String) -> String {
    hexadecimal(SHA256.hash(Array(text.utf8)))
  }
}

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
        try connection.run(
          """
          INSERT INTO schema_step (id, sha256, at) VALUES (?1, ?2, ?3)
          ON CONFLICT (id) DO UPDATE SET sha256 = excluded.sha256, at = excluded.at
          """,
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

  /// Whether any step is missing.
  private func pending(_ applied: [String: String]) throws(StorageError) -> Bool {
    let known = Set(steps.map(\.id))
    if let unknown = applied.keys.sorted().first(where: { !known.contains($0) }) {
      throw .newerSchema(step: unknown)
    }
    for step in steps where !step.isRenewed {
      if let sha256 = applied[step.id], let text = step.frozenSHA256, sha256 != text {
        throw .damaged(detail: "schema_step \(step.id)")
      }
    }
    return applied.count < steps.count || steps.contains { isPending($0, applied) }
  }

  private func isPending(_ step: SchemaStep, _ applied: [String: String]) -> Bool {
    guard let sha256 = applied[step.id] else { return true }
    return step.isRenewed && step.frozenSHA256 != sha256
  }
}
