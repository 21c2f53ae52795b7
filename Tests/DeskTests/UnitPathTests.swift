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
    ("一镇/丁村", "k1"), ("一镇丁村", "k1"), ("二镇／丁村", "k2"), ("老一镇 丁村", "k1"), ("m2/丁村", "k2"),
    ("unit d/一镇/丁村", "k1"), ("二镇/卫生室", "c2"), ("二镇丁村卫生室", "c2"), ("二镇丙村", "k3"),
    ("三镇/丁村", nil), ("丁村/一镇", nil), ("/丁村", nil), ("一镇/", nil), ("一镇/二镇/丁村", nil),
    // Both the clinic of the village and the township's own are called so.
    ("一镇丁村卫生室", nil),
  ]

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
          try near.unit(text, asking: desk.ledger).unit?.code,
          try far.unit(text, asking: nil).unit?.code
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
  }
}
