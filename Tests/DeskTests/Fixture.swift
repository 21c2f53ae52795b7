import Database
import Storage
import StorageSQLite
import TargetEngine

@testable import Desk

/// A small deterministic generator, so that a failing world can be made again from its seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A desk on a database in memory: a district, two townships, four villages, three indicators.
struct Fixture {
  let desk: Desk
  let connection: any Connection
  static let villages = ["v1", "v2", "v3", "v4"]

  init(today: String = "2021-06-30") throws {
    let founded = "2021-01-01T00:00:00Z"
    connection = try Template.copy("three indicators") { connection in
      let ledger = try Ledger.found(on: connection, site: "TEST", at: founded)
      try Fixture.fill(Fixture.desk(ledger, today: try day("2021-06-30")))
    }
    desk = Fixture.desk(try Ledger.open(on: connection, at: founded), today: try day(today))
  }

  private static func desk(_ ledger: Ledger, today: Day) -> Desk {
    Desk(
      ledger: ledger,
      context: Desk.Context(
        actor: "tester", now: "2021-01-01T00:00:00Z", today: today, command: "test"))
  }

  private static func fill(_ desk: Desk) throws {
    for (code, kind, parent) in [
      ("d", UnitKind.district, nil), ("t1", .township, "d"), ("t2", .township, "d"),
      ("v1", .village, "t1"), ("v2", .village, "t1"), ("v3", .village, "t2"),
      ("v4", .village, "t2"),
    ] {
      _ = try desk.addUnit(
        code: code, name: "unit \(code)", kind: kind, parent: parent, opened: nil, aliases: [])
    }
    _ = try desk.install([
      IndicatorDraft(code: "a.done", name: "done", kind: "flow", measure: "个"),
      IndicatorDraft(code: "a.money", name: "money", kind: "flow", measure: "元", decimals: 2),
      IndicatorDraft(code: "b.level", name: "level", kind: "stock", measure: "人"),
      IndicatorDraft(
        code: "b.rate", name: "rate", kind: "ratio", measure: "%", decimals: 1,
        numerator: "a.done", denominator: "b.level"),
    ])
  }

  func log(_ indicator: String, _ amount: String, _ unit: String, _ on: String) throws {
    _ = try desk.log(
      indicator, amount, unit: unit, on: try day(on), year: nil, note: "", isLevel: false)
  }

  func line(_ indicator: String, _ month: String, _ unit: String) throws -> Line? {
    guard let month = Month(month) else { throw Missing.value(month) }
    return try desk.monthlyReport(month, ReportScope(unit: unit, indicators: [indicator]))
      .lines.first
  }

  func actual(_ indicator: String, _ month: String, _ unit: String) throws -> Int64? {
    guard case .amount(let amount) = try line(indicator, month, unit)?.actual else { return nil }
    return amount
  }
}

enum Missing: Error { case value(String) }

func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw Missing.value(text) }
  return day
}

func month(_ text: String) throws -> Month {
  guard let month = Month(text) else { throw Missing.value(text) }
  return month
}
