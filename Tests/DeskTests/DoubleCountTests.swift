import Storage
import TargetEngine
import Testing

@testable import Desk

/// What may count twice is said by whatever adds to it: a number above lists, and lists below a number.
@Suite struct DoubleCountTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws { fixture = try RecordFixture() }

  private func project(_ clinic: String, year: Int = 2021) -> String {
    "facility,year,kind,ownership,funding,accepted-on,stage\n"
      + "\(clinic),\(year),村卫生室,集体办,县区财政,2021-06-01,达标\n"
  }

  private func codes(_ doubles: [DoubleCount]) -> [String] {
    doubles.map { "\($0.unit.code) \($0.indicator.code)" }.sorted()
  }

  @Test("the first list below a number, and each that adds to it, says so; so does a dry run")
  func lists() throws {
    _ = try desk.log(
      "clinics.accepted", "5", unit: "t1", on: try day("2021-05-01"), year: nil, note: "",
      isLevel: false)
    for clinic in ["c1", "c2"] {
      for isDryRun in [true, false] {
        let written = try fixture.imported(
          "clinics.project", project(clinic), ImportOptions(isDryRun: isDryRun))
        #expect(codes(written.doubles) == ["t1 clinics.accepted"], "\(clinic) \(isDryRun)")
      }
    }
    // The other township has told no number.
    let other = try fixture.imported("clinics.project", project("c3"))
    #expect(codes(other.doubles) == [])
  }

  @Test("a list below a number that was taken back says nothing")
  func takenBack() throws {
    let logged = try desk.log(
      "clinics.accepted", "5", unit: "t1", on: try day("2021-05-01"), year: nil, note: "",
      isLevel: false)
    _ = try fixture.imported("clinics.project", project("c1"))
    _ = try desk.undo("\(logged.head.transaction)", reason: "r")
    #expect(codes(try fixture.imported("clinics.project", project("c2")).doubles) == [])
  }

  @Test("a number of a unit that has a list of its own, too, says so")
  func besideItsOwnList() throws {
    try fixture.add(
      "clinics.course", "title=早", "audience=villageDoctor", "organiser=t1",
      "started-on=2021-01-05", "attending=2")
    try fixture.add(
      "clinics.course", "title=晚", "audience=villageDoctor", "organiser=h1",
      "started-on=2021-05-05", "attending=1")
    let indicator = "clinics.in-training"
    _ = try desk.setSourcing(indicator, unit: "h1", byList: true, since: try day("2021-01-01"))
    _ = try desk.setSourcing(indicator, unit: "t1", byList: false, since: try day("2021-03-01"))
    let logged = try desk.log(
      indicator, "7", unit: "t1", on: try day("2021-06-01"), year: nil, note: "", isLevel: false)
    #expect(codes(logged.doubles) == ["t1 \(indicator)"])
    let report = try desk.monthlyReport(try month("2021-06"), ReportScope(unit: "t1"))
    let isSaid = report.notes.contains { if case .countedTwice = $0 { true } else { false } }
    #expect(isSaid)
  }

  @Test(
    "a unit that has gone over to lists does not count twice what lists post after its last number")
  func changedOver() throws {
    let indicator = "clinics.accepted"
    let log = { (day: String) in
      _ = try desk.log(
        indicator, "5", unit: "t1", on: try DeskTests.day(day), year: nil, note: "", isLevel: false)
    }
    _ = try desk.setSourcing(indicator, unit: "t1", byList: false, since: try day("2021-01-01"))
    try log("2021-02-10")
    _ = try desk.setSourcing(indicator, unit: "t1", byList: true, since: try day("2021-06-01"))
    _ = try fixture.imported("clinics.project", project("c1"))
    let notes = { try desk.monthlyReport(try month("2021-06"), ReportScope(unit: "t1")).notes }
    let isSaid = { try notes().contains { if case .countedTwice = $0 { true } else { false } } }
    #expect(try !isSaid())
    // A list that has records of the numbers' time may be the same.
    try fixture.add(
      "clinics.project", "facility=c2", "year=2021", "accepted-on=2021-02-01", "stage=达标")
    #expect(try !isSaid())
    _ = try desk.setSourcing(indicator, unit: "c2", byList: true, since: try day("2021-01-01"))
    #expect(try isSaid())
    // Nor does a list that has become empty.
    _ = try desk.removeRecords(
      ["c2/2021"], in: try fixture.shape("clinics.project"), reason: "重复")
    #expect(try !isSaid())
  }
}
