import Foundation
import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Rules over several records are asked when a transaction ends, of the groups that it touched.
/// Source: `engine.md`, "A rule over records".
@Suite struct GroupRuleTests {
  private static let header = "post,person,hired-on,left-on"

  /// A post with one opening, and one person in it.
  private func fixture() throws -> (fixture: RecordFixture, post: String, hire: String) {
    let fixture = try RecordFixture()
    let post = try fixture.add(
      "workforce.post", "code=p", "hospital=h1", "year=2021", "title=t", "openings=1",
      "approved-on=2021-01-10")
    let hire = try fixture.add("workforce.hire", "post=p", "person=张三", "hired-on=2021-02-01")
    return (fixture, post, hire)
  }

  private func faults(of fixture: RecordFixture, _ rows: [String]) throws -> [String] {
    do {
      try fixture.importList(
        "workforce.hire", ([GroupRuleTests.header] + rows).joined(separator: "\n"))
      return []
    } catch DeskError.faults(let faults) {
      return faults.listed.map { "\($0.place.line):\($0.place.column)" }
    }
  }

  @Test("the order of a file's rows does not matter: one leaves, others come", arguments: 0..<6)
  func anyOrder(_ order: Int) throws {
    var rows = [
      "p,张三,2021-02-01,2021-03-01", "p,李四,2021-03-01,2021-05-01", "p,王五,2021-05-01,",
    ]
    let last = rows.remove(at: order % 3)
    if order > 2 { rows.reverse() }
    let (fixture, _, _) = try fixture()
    #expect(try faults(of: fixture, rows + [last]).isEmpty)
    #expect(try fixture.actual("workforce.hired", "2021-06", "h1") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.advice(today: day("2021-06-30")).isEmpty)
  }

  @Test("a file that overfills a post is refused in any order, at the row and cell that do it")
  func overfilled() throws {
    let rows = ["p,张三,2021-02-01,2021-04-01", "p,李四,2021-03-01,"]
    #expect(try faults(of: fixture().fixture, rows) == ["3:1"])
    #expect(try faults(of: fixture().fixture, rows.reversed()) == ["2:1"])
  }

  @Test(
    "random files are taken or refused alike in any order, as a count of each day says",
    arguments: 1...8)
  func randomFiles(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let days = try (1...28).map { try day("2021-02-" + ($0 < 10 ? "0" : "") + "\($0)") }
    var stays: [(post: String, from: Day, until: Day)] = []
    for _ in 0..<4 {
      let start = Int.random(in: 0..<27, using: &random)
      stays.append(
        (
          ["p", "q"].randomElement(using: &random) ?? "p", days[start],
          days[Int.random(in: (start + 1)..<28, using: &random)]
        ))
    }
    let isFull = ["p", "q"].contains { post in
      days.contains { day in
        stays.count { $0.post == post && $0.from <= day && day < $0.until } > 1
      }
    }
    let rows = stays.enumerated().map { "\($1.post),人\($0),\($1.from),\($1.until)" }
    for _ in 0..<2 {
      let fixture = try RecordFixture()
      for post in ["p", "q"] {
        try fixture.add(
          "workforce.post", "code=\(post)", "hospital=h1", "year=2021", "title=t", "openings=1",
          "approved-on=2021-01-10")
      }
      let refused = try !faults(of: fixture, rows.shuffled(using: &random)).isEmpty
      #expect(refused == isFull)
      #expect(try fixture.actual("workforce.hired", "2021-01", "h1") == 0)
      #expect(try fixture.desk.ledger.advice(today: day("2021-06-30")).isEmpty)
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }

  @Test("openings are not cut below the people in post, nor is their approval undone")
  func neighbour() throws {
    let (fixture, post, hire) = try fixture()
    #expect(throws: DeskError.self) {
      try fixture.set("workforce.post", post, "openings=0", on: "2021-06-01")
    }
    try fixture.set("workforce.hire", hire, "left-on=2021-06-01")
    try fixture.set("workforce.post", post, "openings=0", on: "2021-06-01")
  }

  @Test("a hire needs a post that is approved, whatever the days")
  func unapproved() throws {
    let (fixture, _, _) = try fixture()
    try fixture.add("workforce.post", "code=q", "hospital=h1", "year=2021", "title=t", "openings=1")
    #expect(throws: DeskError.self) {
      try fixture.add("workforce.hire", "post=q", "person=李四", "hired-on=2021-02-01")
    }
  }

  @Test("what was broken before hinders nothing else, may be eased and not be made worse")
  func brokenBefore() throws {
    let (fixture, post, _) = try fixture()
    let shape = try fixture.shape("workforce.post")
    let old = try fixture.desk.record(post, in: shape)
    var state = old
    let openings = try #require(shape.field(named: "openings"))
    state.data[openings] = .dated(Dated(steps: [.init(from: try day("2021-01-10"), value: 0)]))
    // As an earlier version may have written it.
    _ = try fixture.desk.write { transaction in
      _ = try transaction.put(state, in: shape)
      var reposting = Reposting(transaction)
      try reposting.touch(shape, old: old, new: state)
      try transaction.post(try reposting.batch())
    }
    let advice = try fixture.desk.ledger.advice(today: day("2021-06-30"))
    #expect(advice.count == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
    try fixture.set("workforce.post", post, "title=另一岗位")
    #expect(throws: DeskError.self) {
      try fixture.add("workforce.hire", "post=p", "person=李四", "hired-on=2021-03-01")
    }
    #expect(throws: DeskError.self) {
      // Not more at once, but on days that were in order.
      try fixture.add(
        "workforce.hire", "post=p", "person=李四", "hired-on=2021-01-20", "left-on=2021-02-01")
    }
    try fixture.set("workforce.hire", "TEST-3", "left-on=2021-05-01")
    try fixture.set("workforce.post", post, "openings=1", on: "2021-01-10")
    #expect(try fixture.desk.ledger.advice(today: day("2021-06-30")).isEmpty)
  }

  @Test("an undo that would break a rule is refused, naming what rests on it")
  func undo() throws {
    let (fixture, post, hire) = try fixture()
    try fixture.set("workforce.post", post, "openings=2", on: "2021-03-01")
    let raised = try fixture.desk.ledger.head().transaction
    let second = try fixture.add("workforce.hire", "post=p", "person=李四", "hired-on=2021-03-01")
    let rests = try fixture.desk.ledger.head().transaction
    do {
      _ = try fixture.desk.undo("\(raised)", reason: "试")
      Issue.record("the undo leaves two people in one place")
    } catch DeskError.undo(.breaks(let problem, let transactions)) {
      #expect(transactions == [rests])
      #expect(problem.amount == 1)
    }
    try fixture.set("workforce.hire", hire, "left-on=2021-03-01")
    let left = try fixture.desk.ledger.head().transaction
    _ = try fixture.desk.undo("\(raised)", reason: "试")
    #expect(throws: DeskError.self) { try fixture.desk.undo("\(left)", reason: "试") }
    _ = try fixture.desk.removeRecords([second], in: fixture.shape("workforce.hire"), reason: "试")
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a project and its findings in any order of files and rows")
  func findings() throws {
    let fixture = try RecordFixture()
    let project = try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-03-01",
      "accepted-on=2021-04-01")
    let finding = ["project=c1/2021", "item=甲", "found-on=2021-03-02", "due=2021-03-20"]
    #expect(throws: DeskError.self) { try fixture.add("clinics.finding", finding) }
    try fixture.add(
      "clinics.finding",
      finding + [
        "stage=closed", "rectified-on=2021-03-10", "verified-on=2021-03-11", "verified-by=王五",
      ])
    try fixture.advance(
      "clinics.project", project, "rectifying", "2021-05-01", "relapsed-on=2021-05-01")
    try fixture.add(
      "clinics.finding", "project=c1/2021", "item=乙", "found-on=2021-05-02", "due=2021-05-20")
    try fixture.advance("clinics.project", project, "reinspected", "2021-06-01")
    #expect(throws: DeskError.self) {
      try fixture.advance("clinics.project", project, "accepted", "2021-06-02")
    }
  }
}

/// Which problems are worse than others.
@Suite struct ProblemTests {
  private func problem(_ amount: Int64, _ from: String?, _ until: String?) throws -> Problem {
    Problem(
      \Person.self, zh: "", en: "", by: amount, from: try from.map { try day($0) },
      until: try until.map { try day($0) })
  }

  private struct Person: Register {
    static let name = RegisterName("test", "person", zh: "人", en: "Person")
    static let fields: [Field<Person>] = []
    var moves = Moves<Listed>()
  }

  @Test("on some day more is too much than was")
  func worse() throws {
    let (may, june, july) = ("2021-05-01", "2021-06-01", "2021-07-01")
    let old = [try problem(2, may, july)]
    #expect(try [problem(2, may, june)].worse(than: old).isEmpty)
    #expect(try [problem(1, june, july)].worse(than: old).isEmpty)
    #expect(try [problem(1, june, nil)].worse(than: old).count == 1)
    #expect(try [problem(3, may, june)].worse(than: old).count == 1)
    #expect(try [problem(1, may, june), problem(1, june, july)].worse(than: old).isEmpty)
    #expect(try [problem(1, nil, nil)].worse(than: old).count == 1)
    #expect(try [problem(1, nil, nil)].worse(than: [problem(1, nil, nil)]).isEmpty)
  }
}
