import TargetEngine
import Testing

@testable import Desk

/// A clock that runs backwards is noted: entries and closings are told apart by day, but who reads the
/// journal must know which times to trust.
@Suite struct ClockTests {
  @Test("a transaction whose clock is behind the one before says so, unless it wrote nothing")
  func backwards() throws {
    let fixture = try Fixture()
    let desk = { (now: String) in
      var context = fixture.desk.context
      context.now = now
      return Desk(ledger: fixture.desk.ledger, context: context)
    }
    #expect(try desk("2099-01-01T00:00:00Z").set(.phone, to: "1").laterTime == nil)
    let same = try desk("2021-06-30T00:00:00Z").moveUnit("v1", under: "t1")
    #expect(same.isEmpty && same.laterTime == nil)
    let behind = try desk("2021-06-30T00:00:00Z").set(.phone, to: "2")
    #expect(behind.laterTime == "2099-01-01T00:00:00Z")
    #expect(try desk("2021-06-30T00:00:01Z").set(.phone, to: "3").laterTime == nil)
    #expect(try fixture.desk.ledger.verify().isEmpty)
  }
}
