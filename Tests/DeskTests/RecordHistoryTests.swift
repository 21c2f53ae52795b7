import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Random histories of records of every register, with lists, corrected days, undos and undos of
/// undos: nothing counts above one, and nothing counts nowhere in silence.
///
/// Source: `engine.md`, "One record never counts twice for the same thing on any day".
@Suite struct RecordHistoryTests {
  @Test("each record counts at most once, and what should count does", arguments: 1...5)
  func histories(_ seed: Int) throws {
    var world = try HistoryWorld(seed: UInt64(seed))
    for step in 0..<200 {
      let what = "seed \(seed), step \(step): \(try world.act())"
      let findings = try world.fixture.desk.ledger.check()
      #expect(findings.isEmpty, "\(what): \(findings)")
      let above = try world.countedTwice()
      #expect(above.isEmpty, "\(what): \(above)")
      let nowhere = try world.countedNowhere()
      #expect(nowhere.isEmpty, "\(what): \(nowhere)")
      if step % 20 == 19 { try world.expectVillages(what) }
      guard findings.isEmpty, above.isEmpty, nowhere.isEmpty else { return }
    }
    #expect(try world.fixture.desk.ledger.verify().isEmpty)
    #expect(world.done > 50, "only \(world.done) commands were accepted")
    #expect(world.undosOfUndos > 0)
  }

  @Test("every indicator that records post to is held to one, or is a count of something else")
  func isComplete() {
    let posted = Set(Suite.registers.flatMap { $0.posted() })
    let amounts: Set = [
      "clinics.attendances", "clinics.staff-trained", "workforce.establishment",
      "workforce.posts-approved", "emergency.shelter-capacity", "emergency.sheltered",
      "emergency.outreach-attendance", "emergency.donations", "emergency.donations-used",
      "emergency.informants", "emergency.fund-budget", "emergency.fund-spent",
      "emergency.drills-planned", "emergency.drills-conducted", "emergency.drills-held",
      "emergency.drill-participants",
    ]
    #expect(posted == HistoryWorld.ofRecords.union(HistoryWorld.ofGroups).union(amounts))
  }
}

private struct HistoryWorld {
  private var random: RandomRecords
  private(set) var done = 0
  private(set) var undosOfUndos = 0
  private var undos: Set<Int64> = []
  private let start: Int64

  /// The indicators for which a record counts once or not at all.
  static let ofRecords: Set = [
    "clinics.planned", "clinics.accepted", "clinics.findings", "clinics.findings-closed",
    "clinics.studios", "workforce.hired", "workforce.enrolled", "workforce.contracted",
    "workforce.graduated", "workforce.posted", "workforce.in-post", "emergency.dispatch-expected",
    "emergency.dispatch-answered", "emergency.checks", "emergency.checks-passed",
    "emergency.risk-sources", "emergency.hazards-found", "emergency.hazards-closed",
    "emergency.major-hazards-open", "emergency.teams", "emergency.shelters",
    "emergency.trainings", "emergency.outreach-events", "emergency.damage-found",
    "emergency.damage-restored", "emergency.demonstrations", "emergency.plans-planned",
    "emergency.plans-issued", "emergency.plans-filed", "emergency.plans-filed-on-time",
    "emergency.plans-in-force", "emergency.drill-findings", "emergency.drill-findings-closed",
  ]

  /// The indicators for which records of one village, one person or one shelter count once together.
  static let ofGroups: Set = [
    "workforce.villages-covered", "clinics.in-training", "clinics.doctors-trained",
    "emergency.team-members", "emergency.shelters-open", "emergency.units-with-officer",
    "emergency.townships-with-plan", "emergency.villages-with-plan",
  ]

  var fixture: RecordFixture { random.fixture }

  init(seed: UInt64) throws {
    random = RandomRecords(try RecordFixture(today: "2022-12-31"), seed: seed &+ 4000)
    try random.fixture.makeKey()
    start = try random.fixture.desk.ledger.head().transaction + 1
  }

  /// Does something; what is refused leaves everything as it was.
  mutating func act() throws -> String {
    let desk = fixture.desk
    let shape = random.pick(desk.ledger.allShapes())
    let records = try desk.ledger.records(RecordQuery(), in: shape)
    let head = try desk.ledger.head().transaction
    var what = ""
    do {
      switch Int.random(in: 0..<15, using: &random.random) {
      case 0...3: what = try random.add(shape)
      case 4...5 where !records.isEmpty: what = try random.set(shape, random.pick(records))
      case 6...7 where !records.isEmpty: what = try random.advance(shape, random.pick(records))
      case 8 where !records.isEmpty: what = try random.redate(shape, random.pick(records))
      case 9...10: what = try random.importList(shape)
      case 11 where !records.isEmpty:
        let id = "TEST-\(random.pick(records).id)"
        what = "remove \(shape.id) \(id)"
        _ = try desk.removeRecords([id], in: shape, reason: "试")
      case 12...13 where head >= start:
        let recent = Int64.random(in: max(start, head - 4)...head, using: &random.random)
        // Half of them undo the latest undo, which is seldom among the last few.
        let number = Bool.random(using: &random.random) ? undos.max() ?? recent : recent
        what = "undo \(number)"
        _ = try desk.undo("\(number)", reason: "试")
        if undos.contains(number) { undosOfUndos += 1 }
        undos.insert(try desk.ledger.head().transaction)
      case 14 where !records.isEmpty: what = try random.merge(shape, records)
      default: return "nothing"
      }
    } catch let error as DeskError {
      #expect(try desk.hasOnlyNotes(since: head), "a refusal wrote: \(error)")
      return "refused \(error)"
    }
    done += 1
    return what
  }

  /// The sources that have more or less than one, or fewer than none, on some day.
  func countedTwice() throws -> [String] {
    let ledger = fixture.desk.ledger
    var found: [String] = []
    for indicator in try ledger.indicators() {
      let isOfRecords = HistoryWorld.ofRecords.contains(indicator.code)
      guard isOfRecords || HistoryWorld.ofGroups.contains(indicator.code) else { continue }
      var sums: [String: [Day: Int64]] = [:]
      for entry in try ledger.entries(EntryQuery(indicator: indicator.id)) {
        guard entry.source.hasPrefix(isOfRecords ? "record:" : "group:") else { continue }
        // A person is trained once in each year; whoever covers a village does so in all years.
        let year = indicator.kind == .flow && !isOfRecords ? " \(entry.year)" : ""
        sums[entry.source + year, default: [:]][entry.day, default: 0] += entry.amount
      }
      for (source, days) in sums {
        var level: Int64 = 0
        for (day, amount) in days.sorted(by: { $0.key < $1.key }) {
          level += amount
          if !(0...1).contains(level) {
            found.append("\(indicator.code) \(source) \(day) \(level)")
          }
        }
      }
    }
    return found
  }

  /// What records call for without a place where it would be posted, or for no indicator.
  func countedNowhere() throws -> [String] {
    let ledger = fixture.desk.ledger
    let reader = StoredRecords(ledger)
    let codes = Set(try ledger.indicators().map(\.code))
    return try ledger.allShapes().flatMap { shape in
      try ledger.records(RecordQuery(), in: shape).flatMap { state in
        try shape.wanted(state, reader)
          .filter { $0.posting.unit == nil || !codes.contains($0.indicator) }
          .map { "\(shape.id) \(state.id) \($0)" }
      }
    }
  }

  /// Of a district's villages each has a doctor or is blank.
  func expectVillages(_ context: String) throws {
    let question = try #require(
      Suite.modules.flatMap(\.questions).first { $0.name == "blank-villages" })
    let desk = fixture.desk
    for unit in ["d", "t1", "t2"] {
      for month in ["2020-03", "2021-02", "2021-09", "2022-06", "2022-12"] {
        let day = try Desk.lastDay(month)
        let scope = try desk.scope(on: day, unit: unit)
        let blank = try question.answer(scope, StoredRecords(desk.ledger)).rows.count
        let covered = try fixture.actual("workforce.villages-covered", month, unit)
        #expect(Int(covered) + blank == (unit == "d" ? 4 : 2), "\(context), \(unit) \(month)")
      }
    }
  }
}
