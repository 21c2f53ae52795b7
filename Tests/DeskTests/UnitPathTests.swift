import Storage
import TargetEngine
import Testing

@testable import Desk

/// A unit is given by a path of names, too. Source: `engine.md`, "Units".
@Suite struct UnitPathTests {
  private let desk: Desk

  init() throws {
    desk = try Fixture().desk
    for (code, name, kind, parent) in [
      ("m1", "一镇", UnitKind.township, "d"), ("m2", "二镇", .township, "d"),
      ("k1", "丁村", .village, "m1"), ("k2", "丁村", .village, "m2"), ("k3", "丙 村", .village, "m2"),
      ("c1", "卫生室", .clinic, "k1"), ("c2", "卫生室", .clinic, "k2"), ("c3", "丁村卫生室", .clinic, "m1"),
    ] {
      _ = try desk.addUnit(
        code: code, name: name, kind: kind, parent: parent, opened: nil,
        aliases: code == "m1" ? ["老一镇"] : [])
    }
  }

  private static let paths: [(String, String?)] = [
    ("一镇/丁村", "k1"), ("一镇丁村", "k1"), ("二镇／丁村", "k2"), ("老一镇 丁村", "k1"),
    ("unit d/一镇/丁村", "k1"), ("unit d一镇/丁村", "k1"), ("二镇丁村卫生室", "c2"), ("二镇丙村", "k3"),
    ("三镇/丁村", nil), ("丁村/一镇", nil), ("/丁村", nil), ("一镇/", nil), ("一镇/二镇/丁村", nil),
    // Each is the direct parent of the next, and a code is no name.
    ("二镇/卫生室", nil), ("unit d丁村", nil), ("unit d丙村", nil), ("m2/丁村", nil), ("m2丙村", nil),
    // Between slashes a name stands as it is.
    ("一镇/丁村/卫生室", "c1"), ("一镇/丁村卫生室", "c3"), ("二镇/丁村卫生室", "c2"),
    // Both the clinic of the village and the township's own are called so.
    ("一镇丁村卫生室", nil),
  ]

  @Test("a unit has all its ancestors, however deep it lies, and a circle ends")
  func deep() throws {
    let fixture = try RecordFixture()
    try fixture.execute(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
      INSERT INTO unit (id, code, name, kind, parent, aliases)
      SELECT 1000 + i, 'deep' || i, 'deep' || i, 'other', CASE i WHEN 1 THEN 1 ELSE 999 + i END, ''
      FROM n
      """)
    #expect(try fixture.desk.ledger.ancestors(of: 2500).count == 1500)
    #expect(try Directory(fixture.desk.ledger, all: true).ancestors(of: 2500).count == 1500)
    try fixture.execute("UPDATE unit SET parent = 2500 WHERE id = 1")
    #expect(try fixture.desk.ledger.ancestors(of: 2500).count == 1501)
  }

  @Test(
    "the same path means the same for commands and for files, read here or aside", arguments: paths)
  func doors(_ path: String, _ code: String?) throws {
    #expect((try? desk.unit(path))?.unit.code == code)
    let names = try UnitNames(desk.ledger)
    var (near, far) = (
      try Directory(desk.ledger, all: false), try Directory(desk.ledger, all: true)
    )
    var text = path
    for _ in 1...2 {
      let found = try text.withUTF8 { text in
        (
          try names[text].flatMap { try desk.ledger.unit(id: $0)?.unit.code },
          try near.unit(text, asking: desk.ledger).map { near.units[$0].code },
          try far.unit(text, asking: nil).map { far.units[$0].code }
        )
      }
      #expect(found == (code, code, code))
    }
  }

  @Test("a title means its unit alone")
  func titles() throws {
    let titles = UnitTitles(desk.ledger)
    let units = try desk.ledger.units().map(\.unit)
    try titles.prepare(units)
    for unit in units {
      #expect(try desk.unit(try titles.title(of: unit)).unit.code == unit.code)
    }
    #expect(try titles.title(of: try desk.unit("k2").unit) == "二镇/丁村")
    #expect(try titles.title(of: try desk.unit("k3").unit) == "丙 村")
    // The township's own clinic beside that of its village.
    _ = try desk.addUnit(
      code: "c4", name: "卫生室", kind: .clinic, parent: "m1", opened: nil, aliases: [])
    let c4 = try desk.unit("c4").unit
    #expect(try UnitTitles(desk.ledger).title(of: c4) == "一镇/卫生室")
    #expect(try desk.unit("一镇/卫生室").unit == c4)
  }

  @Test("what is printed means the same unit, in any tree", arguments: 1...12)
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let desk = try Fixture().desk
    let names = ["丁", "村", "丁村", "丁 村", "一镇", "一镇/丁", "一镇丁", "n3", "n9"]
    for step in 0..<40 {
      let units = try desk.ledger.units().map(\.unit.code)
      let name = names.randomElement(using: &random) ?? "丁"
      do {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: _ = try desk.renameUnit(units.randomElement(using: &random) ?? "d", to: name)
        case 1:
          _ = try desk.mergeUnit(
            units.randomElement(using: &random) ?? "d",
            into: units.randomElement(using: &random) ?? "d", on: desk.context.today)
        default:
          _ = try desk.addUnit(
            code: "n\(step)", name: name, kind: .village,
            parent: units.randomElement(using: &random), opened: nil, aliases: [])
        }
      } catch is DeskError {}
    }
    let titles = UnitTitles(desk.ledger)
    let all = try UnitNames(desk.ledger)
    for unit in try desk.ledger.units().map(\.unit) {
      var title = try titles.title(of: unit)
      #expect(try desk.unit(title).unit == unit, "\(unit.code): \(title)")
      #expect(title.withUTF8 { all[$0] } == unit.id)
    }
  }

  @Test("a circle of parents in a damaged file ends no walk in a crash")
  func circle() throws {
    let fixture = try RecordFixture(hasIndicators: false)
    let desk = fixture.desk
    for (code, parent) in [("k1", "d"), ("k2", "k1"), ("j1", "t1"), ("j2", "j1")] {
      _ = try desk.addUnit(
        code: code, name: "丁", kind: .village, parent: parent, opened: nil, aliases: [])
    }
    let unit = try desk.unit("k2").unit
    try fixture.execute("UPDATE unit SET parent = \(unit.id) WHERE code = 'k1'")
    let damaged = try desk.unit("k2").unit
    #expect(try UnitTitles(desk.ledger).title(of: damaged) == "k2")
    #expect(throws: DeskError.self) { try desk.unit("甲/丁") }
  }
}
