import Reports
import TargetEngine
import Testing

@Suite("Lists whose columns are said once")
struct ListingTests {
  private struct Village {
    var code: String
    var people: Int
    var kind = (title: Text("村", "village"), name: "village")
  }

  private func listing(_ language: Language) -> Listing<Village> {
    Listing(
      language,
      [
        ListColumn(Text("编码", "Code"), key: "code", .fixed) { .text($0.code) },
        ListColumn(Text("备注", "Note"), key: "note", isLast: true) { _ in .text(nil) },
        .inJSON("register") { _ in .string("x") },
        .inJSON("absent") { _ in nil },
        ListColumn(Text("类型", "Kind"), key: "kind", as: "sort") {
          .coded($0.kind.title(language), $0.kind.name)
        },
        .inTable(Text("人数", "People"), key: "people", .number) { .integer($0.people) },
        ListColumn(Text("暗", "Hidden"), key: "hidden", isShown: false) { _ in .integer(7) },
      ])
  }

  @Test("The table has its order and titles, JSON that of the statement")
  func orders() throws {
    let list = try listing(.en).list([Village(code: "v1", people: 3)], title: "Villages")
    #expect(list.table.title == "Villages")
    #expect(list.table.columns.map(\.title) == ["Code", "Kind", "People", "Note"])
    #expect(list.table.columns.map(\.key) == ["code", "kind", "people", "note"])
    #expect(
      list.table.rows == [Row([.text("v1"), .text("village"), .integer(3), .empty])])
    #expect(
      list.json.text == #"[{"code":"v1","note":null,"register":"x","sort":"village","hidden":7}]"#)
  }

  @Test("A table may show some columns in an order of its own; JSON stays whole")
  func chosen() throws {
    let list = try listing(.zh).list(
      [Village(code: "v1", people: 3)], showing: ["people", "nowhere", "code"])
    #expect(list.table.columns.map(\.title) == ["人数", "编码"])
    #expect(list.table.rows == [Row([.integer(3), .text("v1")])])
    let whole = try listing(.en).list([Village(code: "v1", people: 3)])
    #expect(list.json.text == whole.json.text)
  }

  @Test("Several texts are one cell and an array, absent where there are none")
  func texts() {
    #expect(ListValue.texts(["a", "b"], between: "、").cell == .text("a、b"))
    #expect(ListValue.texts([], between: "、").cell == .empty)
    #expect(ListValue.texts(["甲"], as: ["a"], between: "、").json.text == #"["a"]"#)
  }
}
