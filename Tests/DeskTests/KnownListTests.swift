import Registers
import TargetEngine
import Testing

@testable import Desk

/// Lists that are older, as old, or newer than what is known of their records. Source: `engine.md`,
/// "A list and what is known".
@Suite struct KnownListTests {
  private static let register = "clinics.project"

  /// What a list of one row does to a project that was assessed on 8 February, accepted on 20 March
  /// and relapsed on 3 May.
  struct Row: Sendable, CustomTestStringConvertible {
    var cells: String
    /// The moves afterwards; nil for a fault.
    var moves: String?

    init(_ cells: String, _ moves: String?) { (self.cells, self.moves) = (cells, moves) }

    var testDescription: String { cells }
  }

  private static let known = "assessed 02-08, accepted 03-20, rectifying 05-03"

  @Test(
    "what a row says of a relapsed project",
    arguments: [
      // stage, assessed-on, accepted-on, relapsed-on
      Row(",,,", known), Row("整改中,,,", known), Row("整改中,,,2021-05-03", known),
      // Known: the day of an earlier move into the same stage.
      Row("达标,,2021-03-20,", known), Row(",2021-02-08,2021-03-20,", known),
      Row("达标,2021-02-08,2021-03-20,2021-05-03", known),
      // Behind: left already.
      Row("现场评估,,,", nil), Row("拟建,,,", nil), Row("达标,,2021-03-21,", nil),
      Row("拟建,,2021-06-10,", nil),
      // Ahead: later in the order, or with a day after the last dated move.
      Row("复查,,,", known + ", reinspected ?05-03"),
      Row("达标,,2021-06-10,", known + ", accepted 06-10"),
      Row(",,2021-06-10,", known + ", accepted 06-10"),
      // A stage with a day field needs its day.
      Row("达标,,,", nil), Row("调出,,,", nil),
      // An older list changes nothing else either.
      Row("现场评估,2021-02-08,2021-03-21,", nil), Row("现场评估,2021-02-08,2021-06-10,", nil),
      Row("达标,2021-02-07,2021-03-20,", nil), Row("达标,,2021-03-20,2021-05-04", nil),
      // Corrections of the days of what is known.
      Row(
        "整改中,2021-02-07,2021-03-19,2021-05-04",
        "assessed 02-07, accepted 03-19, rectifying 05-04"),
      // Out of order.
      Row(",2021-04-01,,", nil), Row(",,2021-07-10,", nil),
    ])
  func relapsed(_ row: Row) throws {
    let fixture = try RecordFixture.relapsedProject()
    let text = "facility,year,stage,assessed-on,accepted-on,relapsed-on\nc1,2021,\(row.cells)\n"
    if let wanted = row.moves {
      try fixture.importList(Self.register, text)
      #expect(try fixture.projectMoves() == wanted)
      let state = try fixture.desk.record("c1/2021", in: try fixture.shape(Self.register))
      let shape = try fixture.shape(Self.register)
      for mark in shape.marks {
        let latest = shape.latest(of: mark.field, in: state)
        #expect(state.data[mark.field] == latest.map { .day($0.day) } ?? .empty)
      }
    } else {
      #expect(throws: DeskError.self) { try fixture.importList(Self.register, text) }
      #expect(try fixture.projectMoves() == Self.known)
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test(
    "no door makes a move that is not permitted, or a relapse on a day that nobody gave",
    arguments: [
      // Known moves; the row; the moves afterwards, nil for a fault.
      ("assessed 02-01, accepted 03-01", "removed-on=2026-04-01,stage=removed", nil),
      ("assessed 02-01, accepted 03-01", "removed-on=2026-04-01", nil),
      (
        "assessed 02-01, accepted 03-01",
        "removed-on=2026-04-01,relapsed-on=2026-03-20,stage=removed",
        "assessed 02-01, accepted 03-01, rectifying 03-20, removed 04-01"
      ),
      ("", "accepted-on=2026-03-01,removed-on=2026-04-01", nil),
      // A relapse is told of a project that was accepted.
      ("", "relapsed-on=2026-03-10", nil), ("assessed 02-01", "relapsed-on=2026-03-10", nil),
      (
        "", "relapsed-on=2026-03-10,accepted-on=2026-02-10",
        "accepted 02-10, rectifying 03-10"
      ),
      // A day without a stage does not go where the next move is not permitted.
      ("assessed 02-01, rectifying 03-01, reinspected 05-01", "accepted-on=2026-04-10", nil),
      (
        "assessed 02-01, rectifying 03-01, reinspected ?", "accepted-on=2026-04-10",
        "assessed 02-01, rectifying 03-01, reinspected ?03-01, accepted 04-10"
      ),
      (
        "assessed 02-01, rectifying ?", "accepted-on=2026-04-10",
        "assessed 02-01, rectifying ?02-01, accepted 04-10"
      ),
      // The day of a relapse dates the move of a list that had none.
      (
        "assessed 02-01, rectifying ?", "relapsed-on=2026-05-04,accepted-on=2026-06-05",
        "assessed 02-01, rectifying 05-04, accepted 06-05"
      ),
      // Without a day nothing says that it was inspected again.
      (
        "assessed 02-01, rectifying 02-10, reinspected 02-20, accepted 03-01, rectifying 03-28",
        "stage=reinspected", nil
      ),
      ("rectifying ?", "assessed-on=2026-02-01", "assessed 02-01, rectifying ?06-28"),
      (
        "rectifying ?", "assessed-on=2026-02-01,accepted-on=2026-04-10",
        "assessed 02-01, rectifying ?04-10, accepted 04-10"
      ),
    ] as [(String, String, String?)])
  func permitted(_ known: String, _ row: String, _ wanted: String?) throws {
    for door in ["import", "add"] where door == "import" || known.isEmpty {
      let fixture = try RecordFixture(today: "2026-06-28")
      let cells = ["facility=c1", "year=2026", "document-no=d"]
      if !known.isEmpty {
        try fixture.add(Self.register, "facility=c1", "year=2026")
        for move in known.split(separator: ", ") {
          let words = move.split(separator: " ")
          if words[1] == "?" {
            try fixture.importList(Self.register, "facility,year,stage\nc1,2026,\(words[0])\n")
          } else {
            try fixture.advance(Self.register, "c1/2026", String(words[0]), "2026-\(words[1])")
          }
        }
      }
      let given = cells + row.split(separator: ",").map(String.init)
      let tell: () throws -> Void = {
        if door == "add" {
          try fixture.add(Self.register, given)
          return
        }
        let pairs = given.map { $0.split(separator: "=") }
        try fixture.importList(
          Self.register,
          pairs.map { $0[0] }.joined(separator: ",") + "\n"
            + pairs.map { $0[1] }.joined(separator: ",") + "\n")
      }
      if let wanted {
        try tell()
        #expect(try fixture.projectMoves("2026") == wanted)
      } else {
        #expect(throws: DeskError.self) { try tell() }
      }
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }

  @Test(
    "an older list, known by its day, overwrites nothing in silence; the fault tells what is known")
  func older() throws {
    let fixture = try RecordFixture.relapsedProject()
    try fixture.set(Self.register, "c1/2021", "budget=20000")
    let row = "facility,year,stage,accepted-on,budget\nc1,2021,达标,2021-03-20,"
    try fixture.importList(Self.register, row + "\n")
    try fixture.importList(Self.register, row + "20000\n")
    let faults = #expect(throws: DeskError.self) {
      try fixture.importList(Self.register, row + "10000\n")
    }
    guard case .faults(let list) = faults, case .rule(.record(let fault)) = list.listed.first?.kind
    else {
      Issue.record("\(faults as Any)")
      return
    }
    #expect(
      fault
        == .behind(
          stage: Text("达标", "Accepted"), known: Text("整改中", "Rectifying"),
          day: try day("2021-05-03")))
    try fixture.importList(
      Self.register, row + "10000\n", ImportOptions(skipsBehind: true))
    let shape = try fixture.shape(Self.register)
    let budget = try #require(shape.field(named: "budget"))
    #expect(
      try fixture.desk.record("c1/2021", in: shape).data[budget] == .int(2_000_000))
  }

  @Test("rows of a stage that was left are passed over, whichever days they tell")
  func leftWithOtherDays() throws {
    let fixture = try RecordFixture.relapsedProject()
    try fixture.advance(Self.register, "c1/2021", "reinspected", "2021-05-10", [])
    try fixture.advance(Self.register, "c1/2021", "accepted", "2021-06-10", [])
    let head = "facility,year,stage,assessed-on,accepted-on,relapsed-on\n"
    for row in ["整改中,,,2021-03-01", "复查,,,2021-03-01", "复查,,,", "整改中,,2021-02-20,2021-03-01"] {
      #expect(throws: DeskError.self) {
        try fixture.importList(Self.register, head + "c1,2021,\(row)\n")
      }
      try fixture.importList(
        Self.register, head + "c1,2021,\(row)\n", ImportOptions(skipsBehind: true))
    }
    #expect(try fixture.projectMoves() == Self.known + ", reinspected 05-10, accepted 06-10")
  }

  @Test("rows that are behind are passed over when that is asked for, the others are taken")
  func skip() throws {
    let fixture = try RecordFixture.relapsedProject()
    try fixture.importList(
      Self.register,
      "facility,year,stage,assessed-on\nc1,2021,现场评估,\nc2,2021,现场评估,2021-03-01\n",
      ImportOptions(skipsBehind: true))
    #expect(try fixture.projectMoves() == Self.known)
    #expect(try fixture.actual("clinics.planned", "2021-06", "d") == 2)
  }

  @Test("a list does not turn a withdrawal into a breach")
  func final() throws {
    let register = "workforce.trainee"
    let fixture = try RecordFixture(today: "2021-06-28")
    let header = "person,cohort,college,home,enrolled-on,agreement-on,left-on,stage\n"
    let row = "甲,2020,卫校,v1,2020-09-01,2020-10-15,"
    try fixture.importList(register, header + row + "2021-03-01,退学\n")
    for other in ["2021-03-02,违约\n", "2021-03-01,违约\n", ",在读\n"] {
      #expect(throws: DeskError.self) { try fixture.importList(register, header + row + other) }
    }
    let shape = try fixture.shape(register)
    let state = try #require(try fixture.desk.list(RecordSearch(), in: shape).records.first)
    #expect(state.moves.last == StageMove(stage: "withdrawn", day: try day("2021-03-01")))
  }

  @Test("the same facts give the same figures, by lists of every age in any order")
  func anyOrder() throws {
    // What became of a project, as lists of five months tell it.
    let header = "facility,year,stage,assessed-on,accepted-on,relapsed-on\n"
    let rows = [
      "c1,2021,拟建,,,", "c1,2021,现场评估,2021-02-08,,", "c1,2021,达标,2021-02-08,2021-03-20,",
      "c1,2021,整改中,2021-02-08,2021-03-20,2021-05-03",
      "c1,2021,达标,2021-02-08,2021-06-10,2021-05-03",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      let fixture = try RecordFixture(today: "2021-06-28")
      let latest = Int.random(in: 0..<rows.count, using: &random)
      var order = (0...latest).map { $0 } + (0...latest).map { _ in Int.random(in: 0...latest) }
      order.shuffle()
      var seen = -1
      for place in order {
        // The last list tells of the second acceptance alone: without those before it means another
        // history.
        if place == 4, seen < 3 { continue }
        try fixture.importList(
          Self.register, header + rows[place] + "\n", ImportOptions(again: true, skipsBehind: true))
        seen = max(seen, place)
      }
      let wanted = [
        "", "assessed 02-08", "assessed 02-08, accepted 03-20", Self.known,
        Self.known + ", accepted 06-10",
      ]
      #expect(try fixture.projectMoves() == wanted[seen], "\(order)")
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }
}
