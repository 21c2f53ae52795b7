internal import Database
internal import Journal

/// A unit's former names as its row keeps them: one a line, escaped.
///
/// An empty name, which earlier versions took, is a backslash alone, since an empty text has no name.
enum AliasLines {
  static func text(of aliases: [String]) -> String {
    aliases.map { $0.isEmpty ? "\\" : LineEscape.escaped($0) }.joined(separator: "\n")
  }

  /// An empty line is an empty name as well: so it was written before.
  static func aliases(of text: String) -> [String] {
    if text.isEmpty { return [] }
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map(LineEscape.unescaped)
  }

  /// Hands the names of a text over as bytes, which are valid only then. Nothing is found by an empty
  /// one.
  static func each(
    in text: UnsafeBufferPointer<UInt8>, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) throws(StorageError) {
    // Hardly any name has an escape.
    guard text.contains(0x5C) else {
      body(text.split(separator: 0x0A).map { UnsafeBufferPointer(rebasing: $0) })
      return
    }
    var names = TextColumn()
    for name in aliases(of: String(decoding: text, as: UTF8.self))
    where !name.isEmpty { names.append(name) }
    try names.withBytes { name in body((0..<names.count).map(name)) }
  }

  /// Rewrites rows of earlier versions, which escaped nothing: a name with a line break looks like
  /// two there. The journal has the names one by one.
  static func rewrite(_ connection: any Connection) throws(StorageError) {
    let rows = try connection.rows(
      """
      SELECT id, aliases, (SELECT body FROM change WHERE subject = 'unit' AND object = u.id
        ORDER BY seq DESC LIMIT 1) FROM unit u WHERE aliases <> ''
      """
    ) { (unit: $0.int(0), text: $0.text(1), body: $0.text(2)) }
    for (unit, text, body) in rows {
      let recorded = FieldList(parsing: body).all(StoredUnit.alias)
      // Where the row is not what the journal says, `verify` still has to find that.
      let isAsRecorded = recorded.joined(separator: "\n").utf8.elementsEqual(text.utf8)
      let aliases =
        isAsRecorded
        ? recorded : text.utf8.split(separator: 0x0A).map { String(Substring($0)) }
      try connection.run(
        "UPDATE unit SET aliases = ?2 WHERE id = ?1",
        [.int(unit), .text(AliasLines.text(of: aliases))])
    }
  }

  /// Gives a unit its only former name where that is empty: earlier versions kept no line of it.
  static func rewriteEmpty(_ connection: any Connection) throws(StorageError) {
    let rows = try connection.rows(
      """
      SELECT id, (SELECT body FROM change WHERE subject = 'unit' AND object = u.id
        ORDER BY seq DESC LIMIT 1) FROM unit u WHERE aliases = ''
      """
    ) { (unit: $0.int(0), body: $0.text(1)) }
    for (unit, body) in rows where FieldList(parsing: body).all(StoredUnit.alias) == [""] {
      try connection.run(
        "UPDATE unit SET aliases = ?2 WHERE id = ?1", [.int(unit), .text(text(of: [""]))])
    }
  }
}
