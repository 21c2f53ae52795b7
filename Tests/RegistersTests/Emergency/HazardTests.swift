import TargetEngine
import Testing

@testable import EmergencyReadiness
@testable import Registers

/// `emergency.md`, 5.
@Suite struct HazardTests {
  // MARK: risk source

  @Test("a source counts from its listing until it is removed, and is updated every three months")
  func sources() throws {
    var source = RiskSource()
    (source.name, source.unit) = ("清溪水库", UnitReference(7))
    #expect(try source.posts("emergency.risk-sources") == [])
    #expect(try duties(source) == [])
    (source.listedOn, source.updatedOn) = (try day("2021-01-10"), try day("2021-03-15"))
    #expect(try source.posts("emergency.risk-sources") == ["+1 2021-01-10 at 7"])
    #expect(try duties(source) == ["2021-06-15 missed"])
    source.removedOn = try day("2021-06-20")
    #expect(
      try source.posts("emergency.risk-sources") == ["+1 2021-01-10 at 7", "-1 2021-06-20 at 7"])
    #expect(try duties(source) == [])
    #expect(try duties(source, on: "2021-06-19") == ["2021-06-15 missed"])
    source.removedOn = try day("2021-01-09")
    #expect(try source.faults() == ["“核销日期”（2021-01-09）早于“登记日期”（2021-01-10），应在同日或之后。"])
  }

  // MARK: hazard

  private func hazard(
    _ grade: Hazard.Grade? = .general, _ moves: KeyValuePairs<Hazard.Stage, String> = [:]
  ) throws -> Hazard {
    var hazard = Hazard()
    (hazard.title, hazard.unit, hazard.grade) = ("堤坝渗漏", UnitReference(7), grade)
    (hazard.foundOn, hazard.due) = (try day("2020-12-20"), try day("2021-06-20"))
    hazard.firstDue = try day("2021-05-31")
    hazard.moves = try Moves(of: moves)
    hazard.acceptedOn = hazard.moves.days(into: .inspected).last
    return hazard
  }

  @Test("found when found, closed when closed, in the year of finding")
  func counts() throws {
    let open = try hazard(.major, [.graded: "2020-12-21", .mitigating: "2020-12-22"])
    #expect(try open.posts("emergency.hazards-found") == ["+1 2020-12-20 at 7"])
    #expect(try open.posts("emergency.hazards-closed") == [])
    #expect(try open.posts("emergency.major-hazards-open") == ["+1 2020-12-20 at 7"])
    let closed = try hazard(
      .major,
      [
        .graded: "2020-12-21", .mitigating: "2020-12-22", .inspected: "2021-02-01",
        .closed: "2021-02-03",
      ])
    #expect(try closed.posts("emergency.hazards-closed") == ["+1 2021-02-03 of 2020 at 7"])
    #expect(
      try closed.posts("emergency.major-hazards-open")
        == ["+1 2020-12-20 at 7", "-1 2021-02-03 at 7"])
  }

  @Test("only grade 1 is a stock of grave hazards, accepted is not closed")
  func grades() throws {
    for grade in [Hazard.Grade.larger, .general, .minor, nil] {
      #expect(try hazard(grade).posts("emergency.major-hazards-open") == [])
    }
    let accepted = try hazard(.major, [.inspected: "2021-02-01"])
    #expect(try accepted.posts("emergency.major-hazards-open") == ["+1 2020-12-20 at 7"])
    #expect(try accepted.posts("emergency.hazards-closed") == [])
  }

  @Test("on time against the first due day; sent back it is not done")
  func obligation() throws {
    let open = try hazard(.general, [.mitigating: "2021-01-05"])
    #expect(try duties(open, on: "2021-06-20") == ["2021-06-20 first 2021-05-31 open"])
    #expect(try duties(open, on: "2021-06-21") == ["2021-06-20 first 2021-05-31 missed"])
    var inTime = try hazard(.general, [.mitigating: "2021-01-05", .inspected: "2021-06-10"])
    #expect(try duties(inTime) == ["2021-06-20 first 2021-05-31 late"])
    inTime.mitigatedOn = try day("2021-05-31")
    #expect(try duties(inTime) == ["2021-06-20 first 2021-05-31 done"])
    inTime.moves.all.append((.mitigating, try day("2021-06-12")))
    #expect(try duties(inTime) == ["2021-06-20 first 2021-05-31 missed"])
    #expect(try inTime.faults() == [])
  }

  @Test("what was sent back is accepted again only with a later day of mitigation")
  func sentBack() throws {
    var hazard = try hazard(
      .general,
      [
        .graded: "2021-01-04", .mitigating: "2021-01-05", .inspected: "2021-06-10",
        .mitigating: "2021-06-12", .inspected: "2021-06-18",
      ])
    hazard.mitigatedOn = try day("2021-05-31")
    #expect(
      try hazard.faults() == ["2021-06-12 验收退回重新整改，而整改日期还是 2021-05-31。请把整改日期改为重新整改完成的日期。"])
    hazard.mitigatedOn = try day("2021-06-15")
    #expect(try hazard.faults() == [])
    #expect(try duties(hazard) == ["2021-06-20 first 2021-05-31 late"])
    hazard.mitigatedOn = try day("2021-06-19")
    #expect(try hazard.faults() == ["整改日期（2021-06-19）晚于验收日期（2021-06-18）。请核对两个日期。"])
    hazard.mitigatedOn = nil
    #expect(try hazard.faults() == [])
    #expect(try duties(hazard) == ["2021-06-20 first 2021-05-31 late"])
  }

  @Test("grading needs the grade, mitigation its day; nothing is due before it is found")
  func needs() throws {
    let shape = RegisterShape(Hazard.self)
    let needs = shape.needs.map { "\($0.stage) \(shape.fields[$0.field].name)" }
    #expect(needs == ["graded grade", "mitigating due"])
    #expect(
      shape.marks.map { "\($0.stage) \(shape.fields[$0.field].name)" } == ["inspected accepted-on"])
    var hazard = try hazard()
    (hazard.due, hazard.mitigatedOn) = (try day("2020-12-19"), try day("2020-12-19"))
    #expect(try hazard.faults().count == 2)
  }
}
