/// What differs between databases in the frozen text of `Schema`.
public struct Dialect: Sendable {
  /// How a statement begins that inserts many rows. It need not be able to take itself back alone:
  /// when it fails, so does the transaction.
  public var bulkInsert: String
  /// Text in the schema and what stands for it here, such as `{id}` → `INTEGER PRIMARY KEY`.
  public var words: [String: String]

  /// - Parameters:
  ///   - words: words of the schema and what stands for them in this database.
  ///   - bulkInsert: how a statement begins that inserts many rows.
  public init(words: [String: String], bulkInsert: String = "INSERT") {
    self.words = words
    self.bulkInsert = bulkInsert
  }

  /// The schema's text in the words of this database.
  public func translate(_ ddl: String) -> String {
    words.reduce(ddl) { text, word in text.replacing(word.key, with: word.value) }
  }
}
