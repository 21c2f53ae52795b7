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
  /// What comes before the version in the id of a step that later versions take again.
  private var renewed: (name: String, version: [Int])?
  /// Whether the step is taken again by programs that have a later version of it.
  public var isRenewed: Bool { renewed != nil }

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

  /// A step that is taken again by each program that has a later version of it. Its id has the version, so that
  /// an earlier program does not know it.
  ///
  ///     SchemaStep("names", version: [1, 15, 0]) { connection in … }  // `names.1.15.0`
  public init(
    _ name: String, version: [Int],
    _ rewrite: @escaping @Sendable (any Connection) throws(StorageError) -> Void
  ) {
    let id = ([name] + version.map(String.init)).joined(separator: ".")
    self.init(id: id, ddl: "-- \(id)", rewrite)
    renewed = (name, version)
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

  /// Whether this step takes the place of one that was applied.
  func follows(_ applied: String) -> Bool {
    guard let (name, version) = renewed else { return false }
    let parts = applied.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first == name else { return false }
    let numbers = parts.dropFirst().compactMap { Int($0) }
    return numbers.count == parts.count - 1 && numbers.lexicographicallyPrecedes(version)
  }

  private static func sha256(_ text: String) -> String {
    hexadecimal(SHA256.hash(Array(text.utf8)))
  }
}
