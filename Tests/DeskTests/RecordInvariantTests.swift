import Registers
import Storage
import Testing

@testable import Desk

/// Thousands of random operations over all registers; after each the ledger is what the registers
/// call for, totals are the sums of entries, and history ends in the present.
@Suite struct RecordInvariantTests {
  @Test("ledger = registers, totals = entries, history = present", arguments: 1...4)
  func random(_ seed: Int) throws {
    var world = try RecordWorld(seed: UInt64(seed))
    for step in 0..<500 {
      let what = try world.act()
      let findings = try world.fixture.desk.ledger.check()
      #expect(findings.isEmpty, "seed \(seed), step \(step): \(what): \(findings)")
      let broken = try world.brokenRules()
      #expect(broken.isEmpty, "seed \(seed), step \(step): \(what): \(broken)")
      guard findings.isEmpty, broken.isEmpty else { return }
      if step % 50 == 49 {
        #expect(try world.mostCovered() <= 1, "seed \(seed), step \(step)")
        #expect(try world.fixture.desk.ledger.verify().isEmpty, "seed \(seed), step \(step)")
      }
    }
    // Refusals are part of the world, but most of it must have happened.
    #expect(world.done > 150, "only \(world.done) operations were accepted")
    #expect(world.posted > 20)
  }
}
