import Foundation
import TargetEngine
import Testing

@testable import Registers

/// The examples in the documentation of Registers are code that is compiled here, and does what is
/// said beside it.
@Suite struct ExampleTests {
  /// A text without its blanks: lines are broken in other places where code is set in further.
  private static func plain(_ text: some StringProtocol) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  private static func files(_ folder: URL) throws -> [(name: String, text: String)] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  /// The blocks of code in a file's documentation: what is set in after an empty line.
  private static func examples(_ text: String) -> [String] {
    var blocks: [String] = []
    var isInside = false
    var before: Substring = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("///     "), isInside || before == "///" {
        if !isInside { blocks.append("") }
        isInside = true
        blocks[blocks.count - 1] += line.dropFirst(3)
      } else if line != "///" {
        isInside = false
      }
      before = line
    }
    return blocks.map(plain)
  }

  @Test("every example is compiled")
  func compiled() throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let package = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let compiled = try Self.files(here).map { Self.plain($0.text) }
    var count = 0
    for file in try Self.files(package.appending(path: "Sources/Registers")) {
      for example in Self.examples(file.text) {
        count += 1
        #expect(compiled.contains { $0.contains(example) }, "\(file.name):\n\(example)")
      }
    }
    #expect(count >= 30, "\(count) examples")
  }

  @Test("declarations make shapes in which nothing is lost")
  func declarations() throws {
    let shape = RegisterShape(Drill.self)
    #expect(shape.marks.count == 2 && shape.needs.count == 1 && shape.signatures.count == 1)
    #expect(shape.obligations.count == 2 && shape.rules.count == 1 && shape.firsts.count == 1)
    #expect(Drill.others.flatMap(\.indicators).count == 6)
    #expect(Module.emergency.questions.count == 1 && Module.emergency.actions.count == 1)
    let plans = RegisterShape(Plan.self)
    #expect(plans.consequences.count == 1 && plans.window?.start == 2 && plans.window?.end == 3)
    #expect(plans.hasKeyDefaults && plans.datedFields == [5])
    let contracts = RegisterShape(Contract.self)
    #expect(contracts.groups.count == 1 && contracts.rules.count == 1)
    #expect(Contract.beside.neighbours.map(\.fields) == [["employer"]])
    #expect(RegisterShape(Shortest.Studio.self).measured == ["clinics.studios"])
    let usual =
      UsualRecurrence(
        zh: "防灾减灾日宣传", en: "Disaster prevention day", "emergency", .yearly, month: 5, day: 12)
    #expect(usual.month == 5)
  }

  @Test("values begin, are compared and are replaced as the examples say")
  func values() throws {
    let (january1, march1, april1) = (
      try #require(Day(year: 2021, month: 1, day: 1)),
      try #require(Day(year: 2021, month: 3, day: 1)),
      try #require(Day(year: 2021, month: 4, day: 1))
    )
    var places = Dated(steps: [Dated.Step(from: january1, value: 7)])
    places.set(9, from: march1)
    places.begin(on: april1)  // 9 from 1 April on
    #expect(places.steps == [Dated.Step(from: april1, value: 9)])
    let shape = RegisterShape(Employer.self)
    let key = shape.fields[0]  // `name`, part of a natural key
    let isSame = key.compared(.text("张　三")) == .text("张三")
    #expect(isSame)
    let moved = Datum.record(12).replacing(.record(12), with: .record(7))  // record 7
    #expect(moved == .record(7))
    let contracts = RegisterShape(Contract.self)
    #expect(contracts.asked(all: false).count == contracts.asked(all: true).count - 1)
  }

  @Test("a drill that was held counts, and is to be evaluated")
  func drills() throws {
    var drill = Drill()
    (drill.plannedOn, drill.heldOn) = (try day("2021-05-01"), try day("2021-05-12"))
    drill.moves = try Moves(of: [.held: "2021-05-12"])
    #expect(try drill.posts("emergency.drills-held") == ["+1 2021-05-12"])
    let shape = RegisterShape(Drill.self)
    let year = DueScope(start: try day("2021-01-01"), day: try day("2021-06-30"), end: .last)
    let duties = try shape.obligations.flatMap {
      try $0.duties(of: drill.state(1), in: shape, year, RecordsInMemory())
    }
    #expect(duties.map(\.occurrence.due.description) == ["2021-05-01", "2021-06-11"])
    let (heldOn, endedOn, lead) = (try day("2021-05-12"), try day("2021-06-12"), UnitID(7))
    let now = Posting(1, on: heldOn)  // counts for the plan year that contains the day
    let listed = Posting(1, on: heldOn, year: 2020)  // for the list of 2020, whenever it was held
    let elsewhere = Posting(-1, on: endedOn, unit: lead)  // at another unit than the record's
    #expect(
      [now, listed, elsewhere].map(\.line)
        == ["+1 2021-05-12", "+1 2021-05-12 of 2020", "-1 2021-06-12 at 7"])
    let held = drill.moves.days(into: .held)
    let cancelled = drill.moves.days(from: .planned, into: .cancelled)
    #expect((held, cancelled) == ([heldOn], []))
    let proposal: Proposal =
      .add(drill, showing: [drill.plannedOn.datum])
    #expect(proposal.register == "emergency.drill")
    let problem =
      Problem(\Drill.heldOn, zh: "实施日期早于方案日期。", en: "It was held before its scheme was made.")
    #expect(problem.field == "held-on")
  }

  @Test("what is kept by day, and moves whose day nobody knew")
  func days() throws {
    let (january, july, august) = (
      try day("2021-01-01"), try day("2021-07-31"), try day("2021-08-01")
    )
    var workers = Dated()
    workers.set(120, from: january)
    workers.set(130, from: august)
    let before = workers.value(on: july)  // 120
    let changes = try workers.changes  // +120 in January, +10 in August
    #expect(before == 120 && changes.map(\.amount) == [120, 10])
    let (february8, march1, june20) = (
      try day("2021-02-08"), try day("2021-03-01"), try day("2021-06-20")
    )
    var moves = [
      StageMove(stage: "assessed", day: february8),
      StageMove(stage: "rectifying", day: february8, isUndated: true),
      StageMove(stage: "accepted", day: june20),
    ]
    moves[0].day = march1
    moves.settleUndated()  // rectifying is now on 1 March as well
    #expect(moves.map(\.day) == [march1, march1, june20])
  }

  @Test("records that name each other")
  func references() throws {
    var others = RecordsInMemory()
    let id = others.add(Employer())
    var (contract, first, second, dues) = (Contract(), Contract(), Contract(), Dues())
    contract.employer = Reference(id)
    (first.starts, first.ends) = (try day("2021-01-01"), try day("2021-12-31"))
    (second.starts, second.terminatedOn) = (try day("2021-06-01"), try day("2022-03-01"))
    others.add(contract)
    dues.payer = EitherReference(id)
    try check(contract, id, others)
    let (body, employer) = try others.record(dues.payer)
    #expect(body == nil && employer != nil)
    var spans = Spans()
    spans.add(from: first.starts, through: first.ends)
    spans.add(from: second.starts, until: second.terminatedOn)
    let postings = try spans.coverage
    #expect(postings.map(\.line) == ["+1 2021-01-01", "-1 2022-03-01"])
  }

  private func check(_ contract: Contract, _ id: RecordID, _ others: RecordsInMemory) throws {
    let employer = try others.record(contract.employer)
    let contracts = try others.records(Contract.self, where: \.employer, is: .record(id))
    #expect(employer != nil && contracts.count == 1)
  }

  @Test("secrets are checked, brought into one form and masked")
  func secrets() throws {
    let today = try day("2021-06-30")
    let phone = try SecretForm.phone.normalized("0563-1234567", today: today)  // 05631234567
    let shown = SecretForm.phone.masked(phone)  // 056**…4567
    #expect(shown == "056**…4567")
    let number = try IdentityNumber("110101190003070010")
    let (day, isMale) = (number.bornOn, number.isMale)  // 1900-03-07, true
    #expect(day.description == "1900-03-07" && isMale)
  }
}
