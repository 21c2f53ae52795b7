/// What differs between databases in the frozen text of `Schema`.
public struct Dialect: Sendable {
  /// How a statement begins that inserts many rows. It need not be able to take itself back alone:
  /// when it fails, so does the transaction.
  public var bulkInsert: String
  /// Words in braces in the schema and what stands for them here, such as `{id}` → `INTEGER PRIMARY KEY`.
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
    var (text, rest) = ("", ddl[...])
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let end = rest.utf8[start...].firstIndex(of: UInt8(ascii: "}"))
    {
      let word = String(rest[start...end])
      text += rest[..<start] + (words[word] ?? word)
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
