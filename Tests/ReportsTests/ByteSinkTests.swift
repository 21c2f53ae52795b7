import Reports
import Testing

/// What is written comes out whole and in order, in pieces of bounded size.
struct ByteSinkTests {
  @Test("a long table is passed on in pieces, as it is at once")
  func table() throws {
    let rows = (0..<20_000).map { Row([.text("第\($0)行"), .integer($0)]) }
    var table = Table(
      title: "T", columns: [Column("a", key: "a"), Column("b", key: "b", .number)], notes: ["n"])
    let renderers: [any TableRenderer] = [
      CSVRenderer(byteOrderMark: true), MarkdownRenderer(), HTMLRenderer(), TerminalRenderer(),
    ]
    for renderer in renderers {
      table.rows = rows
      let whole = Array(renderer.render(table).utf8)
      table.rows = []
      var pieces: [[UInt8]] = []
      let sink = ByteSink { pieces.append($0) }
      try renderer.render(table, rows: { emit in for row in rows { try emit(row) } }, to: sink)
      try sink.finish()
      #expect(Array(pieces.joined()) == whole)
      #expect(pieces.count > 3)
      #expect(pieces.allSatisfy { $0.count < 1 << 18 })
      #expect(sink.bytes.isEmpty)
    }
  }

  @Test("a list in JSON is the same piece by piece")
  func json() throws {
    for count in [0, 1, 2, 30_000] {
      let elements = (0..<count).map { JSONValue.object([("n", .integer(Int64($0)))]) }
      var bytes: [UInt8] = []
      let sink = ByteSink { bytes += $0 }
      try sink.write(.array(elements))
      try sink.writeArray { emit in for element in elements { try emit(element) } }
      try sink.finish()
      #expect(bytes == JSONValue.array(elements).bytes + JSONValue.array(elements).bytes)
    }
  }

  @Test("an error of who takes the bytes ends the writing")
  func fault() {
    struct Full: Error {}
    let sink = ByteSink { _ in throw Full() }
    var made = 0
    #expect(throws: Full.self) {
      try CSVRenderer().render(
        Table(columns: [Column("a", key: "a")]),
        rows: { emit in
          for row in 0..<1_000_000 {
            made = row
            try emit(Row([.text(String(repeating: "x", count: 100))]))
          }
        }, to: sink)
    }
    #expect(made < 1000)
  }
}
