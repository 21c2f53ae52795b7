import Foundation
import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Long lists are read in portions, and are what they would be at once.
struct PortionTests {
  /// More entries than a portion has, in several transactions, some of them levels.
  private static func office() throws -> Desk {
    let office = try TargetOffice()
    for part in 0..<3 {
      var text = "date,indicator,unit,amount,mode\n"
      for row in 0..<9_000 {
        let unit = ["v1", "v2", "v3", "t1"][row % 4]
        text += "2021-0\(1 + row % 6)-1\(part),a.done,\(unit),\(1 + row % 7),\n"
      }
      text += "2021-03-2\(part),b.level,v1,\(part + 5),level\n"
      try office.read(text: text, aside: false)
    }
    return office.desk
  }

  @Test("entries in portions") func entries() throws {
    let desk = try Self.office()
    let unit = try desk.unit("t1").unit.id
    for (unit, limit) in [(nil, nil), (unit, nil), (unit, 21_000), (nil, 50), (nil, 26_000)] {
      var query = EntryQuery(unit: unit, limit: limit, isTold: true)
      let whole = try desk.ledger.entries(query)
      var portions: [[Entry]] = []
      try desk.ledger.entries(query) { portions.append($0) }
      #expect(Array(portions.joined()).map(\.seq) == whole.map(\.seq))
      #expect(portions.allSatisfy { $0.count <= 20_000 })
      query.limit = nil
      #expect(whole.count == min(limit ?? .max, try desk.ledger.entries(query).count))
    }
  }

  @Test("records in portions") func records() throws {
    let fixture = try RecordFixture()
    let rows = (0..<12_000).map { "人\($0),\(["v1", "v2", "v3"][$0 % 3])" }
    try fixture.importList("people.person", "name,unit\n" + rows.joined(separator: "\n"))
    let lines = try fixture.export("people.person").split(separator: "\n")
    #expect(lines.count == 12_001)
    #expect(lines[1].hasPrefix("人0,") && lines[12_000].hasPrefix("人11999,"))
  }
}
