import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Records are counted and added up as they are read, by the unit of some kind above their own.
@Suite struct TallyTests {
  @Test(
    "counts and sums by township are those of the records one by one, in a tree that has moved",
    arguments: 1...6)
  func same(seed: Int) throws {
    let fixture = try RecordFixture(today: "2199-12-31")
    let desk = fixture.desk
    var random = SplitMix(state: UInt64(seed))
    let shape = try fixture.shape("clinics.project")
    let ownerships = ["government", "collective", "private"]
    for year in 2000..<2020 {
      let clinic = "c\(Int.random(in: 1...4, using: &random))"
      var fields = ["facility=\(clinic)", "year=\(year)"]
      if Bool.random(using: &random) {
        fields.append("budget=\(Int.random(in: 1...900, using: &random)).50")
      }
      if Bool.random(using: &random) {
        fields.append("ownership=\(ownerships.randomElement(using: &random) ?? "private")")
      }
      try fixture.add("clinics.project", fields)
    }
    _ = try desk.moveUnit("v2", under: ["t2", "d"].randomElement(using: &random) ?? "d")
    for unit in [nil, "t1", "d"] {
      let search = RecordSearch(unit: unit)
      let tally = try desk.tally(
        search, in: shape, by: ["township", "ownership"], sums: ["budget"])
      var wanted: [[Datum]: (count: Int64, sum: Int64)] = [:]
      let (place, ownership, budget) = (
        shape.field(named: "facility") ?? 0, shape.field(named: "ownership") ?? 0,
        shape.field(named: "budget") ?? 0
      )
      for state in try desk.list(search, in: shape).records {
        let clinic = state.data[place].unit ?? 0
        let township = try ([clinic] + desk.ledger.ancestors(of: clinic)).first {
          try desk.ledger.unit(id: $0)?.unit.kind == .township
        }
        let key = [township.map { Datum.unit($0) } ?? .empty, state.data[ownership]]
        var amount: Int64 = 0
        if case .int(let number) = state.data[budget] { amount = number }
        let before = wanted[key] ?? (0, 0)
        wanted[key] = (before.count + 1, before.sum + amount)
      }
      #expect(tally.rows.mapValues(\.count) == wanted.mapValues(\.count))
      #expect(tally.rows.mapValues(\.sums) == wanted.mapValues { [$0.sum] })
    }
  }

  @Test("a sum beyond 64 bits is refused")
  func overflow() throws {
    let fixture = try RecordFixture()
    for clinic in ["c1", "c2"] {
      try fixture.add("clinics.project", "facility=\(clinic)", "year=2021", "budget=1")
    }
    try fixture.execute("UPDATE clinics_project SET budget = \(Int64.max)")
    #expect(throws: OverflowFault.self) {
      try fixture.desk.tally(
        RecordSearch(), in: try fixture.shape("clinics.project"), by: ["township"],
        sums: ["budget"])
    }
  }
}
