import Foundation
import TargetEngine
import Testing

@testable import Desk

/// What is to be named is named by something that can be seen, at every door.
@Suite struct BlankNameTests {
  static let blanks = ["", " ", "\u{3000}", "\n", "\u{200B}", " \u{FEFF}\t"]

  private let fixture: Fixture
  private var name: DeskError { .emptyText(of: Text("名称", "name")) }

  init() throws { fixture = try Fixture() }

  @Test("units and their former names", arguments: blanks)
  func units(_ blank: String) throws {
    let desk = fixture.desk
    let head = try desk.ledger.head()
    for (first, others) in [(blank, []), ("x", ["y", blank])] {
      #expect(throws: name) {
        try desk.addUnit(
          code: "n", name: first, kind: .village, parent: "t1", opened: nil, aliases: others)
      }
    }
    #expect(throws: name) { try desk.renameUnit("v1", to: blank) }
    #expect(throws: name) { try desk.addAlias(blank, to: "v1") }
    #expect(try desk.ledger.head() == head)
  }

  @Test("indicators and what they are measured in", arguments: blanks)
  func indicators(_ blank: String) throws {
    let desk = fixture.desk
    #expect(throws: name) {
      try desk.addIndicator(
        IndicatorDraft(code: "n.a", name: blank, kind: "flow", measure: "m"))
    }
    #expect(throws: DeskError.emptyText(of: Text("计量单位", "measure"))) {
      try desk.addIndicator(IndicatorDraft(code: "n.a", name: "x", kind: "stock", measure: blank))
    }
    _ = try desk.addIndicator(
      IndicatorDraft(
        code: "n.a", name: "x", kind: "ratio", measure: "", numerator: "a.done",
        denominator: "a.money"))
  }

  @Test("files", arguments: blanks)
  func files(_ blank: String) throws {
    let cell = "\"\(blank)\""
    for text in [
      "code,parent,name,kind\nn,t1,\(cell),village\n",
      "id,name,kind,measure\nn.a,\(cell),flow,m\n", "id,name,kind,measure\nn.a,x,flow,\(cell)\n",
    ] {
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let head = try fixture.desk.ledger.head()
      #expect(throws: DeskError.self) { try fixture.desk.importFiles([path]) }
      #expect(try fixture.desk.ledger.head() == head)
    }
  }

  @Test("records", arguments: blanks)
  func records(_ blank: String) throws {
    let fixture = try RecordFixture()
    let head = try fixture.desk.ledger.head()
    for (register, fields) in [
      ("people.person", ["name=\(blank)"]),
      ("plan.document", ["number=\(blank)", "title=x", "issued-on=2021-01-01"]),
      ("plan.document", ["number=文〔2021〕1号", "title=\(blank)", "issued-on=2021-01-01"]),
    ] {
      let error = #expect(throws: DeskError.self) { try fixture.add(register, fields) }
      guard case .record(.missing) = error else {
        Issue.record("\(register) \(fields): \(String(describing: error))")
        continue
      }
    }
    #expect(try fixture.desk.ledger.head() == head)
  }
}
