/// A unit's former names as its row keeps them: one a line, escaped.
enum AliasLines {
  static func text(of aliases: [String]) -> String {
    aliases.map(LineEscape.escaped).joined(separator: "\n")
  }

  static func aliases(of text: String) -> [String] {
    text.utf8.split(separator: 0x0A).map(LineEscape.unescaped)
  }

  /// Hands the names of a text over as bytes, which are valid only then.
  static func each(
    in text: UnsafeBufferPointer<UInt8>, _ body: ([UnsafeBufferPointer<UInt8>]) -> Void
  ) throws(StorageError) {
    // Hardly any name has an escape.
    guard text.contains(0x5C) else {
      body(text.split(separator: 0x0A).map { UnsafeBufferPointer(rebasing: $0) })
      return
    }
    var names = TextColumn()
    for name in aliases(of: String(decoding: text, as: UTF8.self)) { names.append(name) }
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
}
