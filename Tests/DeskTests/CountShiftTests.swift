import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Records that begin to count, or count no more, since other rules say who reports by number: the receipt says so.
@Suite struct CountShiftTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }
  private static let indicator = "clinics.in-training"

  init() throws { fixture = try RecordFixture(today: "2021-12-31") }

  private func rule(
    _ unit: String = "t2", _ since: String = "2021-07-05", _ indicator: String = Self.indicator,
    byList: Bool = false
  ) throws -> Written<SetSourcing> {
    try desk.setSourcing(indicator, unit: unit, byList: byList, since: try day(since))
  }

  @discardableResult
  private func course(
    _ title: String, _ on: String, _ organiser: String = "h2", attending: Int = 3
  ) throws -> String {
    try fixture.add(
      "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=\(organiser)",
      "started-on=\(on)", "attending=\(attending)")
  }

  private func said(_ notices: RecordNotices) -> [String] {
    notices.counted.map {
      "\($0.indicator.code) \($0.shift.month) \(["-", "+", "±"][$0.shift.turn.rawValue]) \($0.shift.amount)"
        + " \($0.shift.records)"
    }
  }

  private func set(_ id: String, _ field: String, _ value: String) throws -> [String] {
    let written = try desk.setRecords(
      [id], in: try fixture.shape("clinics.course"), [(field, value)], on: nil, isTypo: false)
    #expect(try desk.ledger.check().isEmpty)
    return said(written.notices)
  }

  private func undo(_ number: Int64) throws -> [String] {
    let written = try desk.undo("\(number)", reason: "r")
    #expect(try desk.ledger.check().isEmpty)
    return said(written.notices)
  }

  private static func begins(_ month: String, _ amount: Int, records: Int = 1) -> String {
    "\(indicator) \(month) + \(amount) \(records)"
  }

  private static func ends(_ month: String, _ amount: Int, records: Int = 1) -> String {
    "\(indicator) \(month) - \(-amount) \(records)"
  }

  @Test("a record that moves out of a unit that reports by number, and back into it")
  func moved() throws {
    _ = try rule()
    let id = try course("一", "2021-07-07")
    #expect(try set(id, "organiser", "h1") == [Self.begins("2021-07", 3)])
    #expect(try set(id, "attending", "4") == [])
    #expect(try set(id, "organiser", "h2") == [Self.ends("2021-07", 4)])
    #expect(try set(id, "attending", "5") == [])
    #expect(try set(id, "started-on", "2021-07-01") == [Self.begins("2021-07", 5)])
    #expect(try set(id, "started-on", "2021-08-01") == [Self.ends("2021-07", 5)])
    #expect(try undo(try desk.ledger.head().transaction) == [Self.begins("2021-07", 5)])
  }

  @Test("an import that moves records")
  func imported() throws {
    _ = try rule()
    for (number, title) in ["一", "二"].enumerated() { try course(title, "2021-07-1\(number)") }
    let list = try fixture.imported(
      "clinics.course",
      "title,started-on,organiser\n一,2021-07-10,h1\n二,2021-07-11,h1\n三,2021-07-12,h1\n"
        .replacingOccurrences(of: "organiser\n", with: "organiser,audience,attending\n")
        .replacingOccurrences(of: "h1\n", with: "h1,villageDoctor,3\n"))
    #expect(said(list.notices) == [Self.begins("2021-07", 6, records: 2)])
  }

  @Test("a rule by number and its undo, and a rule by list")
  func rules() throws {
    _ = try course("一", "2021-07-01")
    _ = try course("二", "2021-07-07")
    _ = try course("三", "2021-08-02", attending: 2)
    let ends = [Self.ends("2021-07", 3), Self.ends("2021-08", 2)]
    let begins = [Self.begins("2021-07", 3), Self.begins("2021-08", 2)]
    let number = try rule()
    #expect(said(number.notices) == ends)
    #expect(said(try rule().notices) == [])
    #expect(try undo(try desk.ledger.head().transaction) == [])
    #expect(try undo(number.head.transaction) == begins)
    #expect(try undo(try desk.ledger.head().transaction) == ends)
    #expect(
      said(try rule("t2", "2021-09-01", byList: true).notices)
        == [Self.begins("2021-09", 5, records: 2)])
    // Of other indicators nothing changes, and the same rule of another unit says nothing.
    #expect(said(try rule("t2", "2021-07-05", "clinics.accepted").notices) == [])
    #expect(said(try rule("t1").notices) == [])
  }

  @Test("a unit that is moved to another one with other rules")
  func movedUnit() throws {
    _ = try rule()
    _ = try course("一", "2021-07-07")
    let moved = try desk.moveUnit("h2", under: "t1")
    #expect(said(moved.notices) == [Self.begins("2021-07", 3)])
    #expect(try undo(moved.head.transaction) == [Self.ends("2021-07", 3)])
  }

  @Test("a group whose only record moves, and one that counts already")
  func groups() throws {
    let covered = "workforce.villages-covered"
    _ = try rule("t1", "2021-01-01", covered)
    let doctor = { (village: String, person: String) in
      try fixture.add(
        "workforce.village-doctor", "village=\(village)", "person=\(person)",
        "qualification=physician", "serves-from=2021-02-01")
    }
    let move = { (id: String, village: String) in
      said(
        try desk.setRecords(
          [id], in: try fixture.shape("workforce.village-doctor"), [("village", village)], on: nil,
          isTypo: false
        ).notices
      ).filter { $0.hasPrefix(covered) }
    }
    let (one, two) = (try doctor("v1", "甲"), try doctor("v1", "乙"))
    #expect(try move(one, "v3") == ["\(covered) 2021-02 + 1 1"])
    #expect(try move(two, "v3") == [])
    #expect(try move(two, "v1") == [])
    #expect(try move(one, "v1") == ["\(covered) 2021-02 - -1 1"])
    #expect(try desk.ledger.check().isEmpty)
  }

  @Test("participants of a course that moves")
  func driven() throws {
    let trained = "clinics.doctors-trained"
    _ = try rule("t2", "2021-07-05", trained)
    let id = try fixture.add(
      "clinics.course", "title=一", "audience=villageDoctor", "organiser=h2",
      "started-on=2021-09-01", "ended-on=2021-09-10", "list-complete=yes")
    try fixture.add("clinics.participant", "course=\(id)", "person=甲", "result=qualified")
    #expect(
      try set(id, "organiser", "h1").filter { $0.hasPrefix(trained) }
        == ["\(trained) 2021-09 + 1 1"])
    #expect(
      try set(id, "organiser", "h2").filter { $0.hasPrefix(trained) }
        == ["\(trained) 2021-09 - -1 1"])
  }

  @Test("of a group only the records are said not to count whose own plan year is left to numbers")
  func groupOfTwoYears() throws {
    let trained = "clinics.doctors-trained"
    for year in [2020, 2021] {
      let id = try fixture.add(
        "clinics.course", "title=\(year)", "audience=villageDoctor", "organiser=h2",
        "started-on=\(year)-09-01", "ended-on=\(year)-09-10", "list-complete=yes")
      try fixture.add("clinics.participant", "course=\(id)", "person=甲", "result=qualified")
    }
    let written = try rule("t2", "2021-07-05", trained)
    #expect(written.notices.uncounted.map(\.records.count) == [1])
    let found = try desk.ledger.uncounted(
      through: try day("2021-12-31"), for: [try desk.indicator(trained).id])
    #expect(found.map { "TEST-\($0.record)" } == written.notices.uncounted.first?.records)
  }

  @Test("records are named by register, those of one by their numbers")
  func order() throws {
    let trained = "clinics.doctors-trained"
    let add = { (title: String, field: String) in
      try fixture.add(
        "clinics.course", "title=\(title)", "audience=villageDoctor", "organiser=h2",
        "started-on=2021-09-01", "ended-on=2021-09-10", field)
    }
    let listed = try add("一", "list-complete=yes")
    let participant = try fixture.add(
      "clinics.participant", "course=\(listed)", "person=甲", "result=qualified")
    let (second, third) = (try add("二", "qualified=2"), try add("三", "qualified=3"))
    let written = try rule("t2", "2021-07-05", trained)
    #expect(written.notices.uncounted.map(\.records) == [[second, third, participant]])
  }

  @Test("a rule names only records that fall under it")
  func named() throws {
    _ = try rule("t2", "2021-07-05")
    let first = try course("一", "2021-07-07")
    #expect(try rule("t2", "2021-07-05", "clinics.accepted").notices.uncounted.isEmpty)
    let second = try course("二", "2021-08-01")
    let later = try rule("t2", "2021-08-01").notices.uncounted
    #expect(later.map(\.records) == [[second]])
    #expect(try rule("t2", "2021-08-01", byList: true).notices.uncounted.isEmpty)
    #expect(try rule("t2", "2021-07-05").notices.uncounted.isEmpty)
    #expect(first < second)
  }
}
