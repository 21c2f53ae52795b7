import TargetEngine
import Testing

@testable import Desk

/// A file of holidays takes the place of what is known of its years.
@Suite struct HolidayFileTests {
  @Test("days that a later file has no more are counted in its receipt, also on trial")
  func dropped() throws {
    let desk = try Fixture().desk
    let header = "day,kind,name\n2027-01-01,off,元旦\n2027-10-01,off,国庆节\n"
    let first = try desk.take([header + "2027-01-02,off,元旦\n2027-10-04,off,国庆节\n"])
    #expect(first.result.files[0].new == 4 && first.result.files[0].dropped == 0)
    for isDryRun in [true, false] {
      let file = try desk.take([header], ImportOptions(isDryRun: isDryRun)).result.files[0]
      #expect(file.unchanged == 2 && file.dropped == 2 && file.years == [2027])
    }
    #expect(try desk.ledger.calendar()[2027]?.entries.count == 2)
  }
}
