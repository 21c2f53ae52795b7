import Storage
import TargetEngine
import Testing

@testable import Desk

/// Entries that gave way to a register's list come back, beside that list and without it. Source: `cli.md`, "What
/// `list` and `export` write".
@Suite struct GaveWayBackTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture() }

  private func log(
    _ indicator: String, _ amount: String, _ unit: String, _ on: String, isLevel: Bool = false
  ) throws {
    _ = try desk.log(
      indicator, amount, unit: unit, on: try day(on), year: nil, note: "", isLevel: isLevel)
  }

  private func course(_ title: String, _ unit: String, _ on: String) throws {
    try fixture.add(
      "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=\(unit)",
      "started-on=\(on)", "attending=2")
  }

  private func expectBack(_ place: SourceLocation = #_sourceLocation) throws {
    let files = try WrittenOut(fixture)
    for aside in [Int.max, 0] {
      desk.largeFile = aside
      let again = try desk.take([files.entries], ImportOptions(again: true, same: .skip))
      #expect(again.isEmpty, "\(again.result.files)", sourceLocation: place)
    }
    let other = try files.read(after: fixture)
    #expect(try other.reports() == fixture.reports(), sourceLocation: place)
    #expect(try other.desk.ledger.check().isEmpty, sourceLocation: place)
  }

  @Test("a number that gave way, with its list in one import")
  func number() throws {
    try log("clinics.accepted", "2", "c1", "2021-03-01")
    try log("clinics.doctors-trained", "3", "t1", "2021-03-02")
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-03-01",
      "accepted-on=2021-04-01")
    try expectBack()
  }

  @Test("a level that gave way, in its own ledger and in another")
  func level() throws {
    try log("clinics.in-training", "2", "h2", "2021-02-28", isLevel: true)
    try log("clinics.doctors-trained", "3", "t1", "2021-03-02")
    try course("C1", "h2", "2021-05-02")
    try expectBack()
  }

  @Test("numbers of days that a rule leaves to them give way on the list's first day")
  func ruled() throws {
    for (byList, since) in [(false, "2021-01-01"), (true, "2021-05-01")] {
      _ = try desk.setSourcing(
        "clinics.in-training", unit: "h1", byList: byList, since: try day(since))
    }
    try log("clinics.in-training", "5", "h1", "2021-03-01")
    try course("C1", "h1", "2021-05-02")
    try expectBack()
  }

  @Test("what was taken back before its unit was closed")
  func closed() throws {
    try log("workforce.hired", "10", "v1", "2021-06-20")
    _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
    _ = try desk.closeUnit("v1", on: try day("2021-05-31"))
    try expectBack()
  }

  @Test("what changes a figure beside a list is refused, whatever stands with it")
  func refused() throws {
    try course("C1", "h1", "2021-05-02")
    _ = try desk.closeUnit("v1", on: try day("2021-05-31"))
    let header = "date,indicator,unit,amount,mode\n"
    for (rows, places) in [
      ("2021-03-01,clinics.in-training,h1,2,\n2021-03-01,clinics.in-training,h1,-2,\n", []),
      ("2021-03-01,clinics.in-training,h1,2,\n2021-03-01,clinics.in-training,h1,-1,\n", [2, 3]),
      ("2021-03-01,clinics.in-training,h1,2,\n2021-03-02,clinics.in-training,h1,-2,\n", [2, 3]),
      ("2021-05-03,clinics.in-training,h1,3,level\n", [2]),
      ("2021-06-01,workforce.hired,v1,3,\n2021-06-01,workforce.hired,v1,-3,\n", []),
      ("2021-06-01,workforce.hired,v1,3,\n2021-06-02,workforce.hired,v1,-3,\n", [2, 3]),
      ("2021-03-01,clinics.in-training,h1,2,\n2021-03-01,clinics.in-training,zz,-2,\n", [2, 3]),
    ] {
      for same in [ImportOptions.Same.refuse, .keep] {
        do {
          _ = try desk.take([header + rows], ImportOptions(again: true, same: same))
          #expect(places == [], "\(rows)")
          _ = try desk.undo("\(try desk.ledger.head().transaction)", reason: "r")
        } catch DeskError.faults(let faults) {
          #expect(faults.listed.map(\.place.line) == places, "\(rows)")
        }
      }
    }
  }
}
