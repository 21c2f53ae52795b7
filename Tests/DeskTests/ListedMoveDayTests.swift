import Registers
import TargetEngine
import Testing

@testable import Desk

/// The days of moves: undated ones, corrected ones, several moves of one day, and second relapses. Source:
/// `engine.md`, "The day of a stage move".
@Suite struct ListedMoveDayTests {
  private static let register = "clinics.project"

  @Test("a studio that counts has the day since which it does, whatever stage its list tells")
  func studio() throws {
    let fixture = try RecordFixture(today: "2021-06-28")
    let header = "hospital,partner,discipline,stage,opened-on\nh1,北京,"
    for stage in ["withdrawn", "evaluated"] {
      #expect(throws: DeskError.self) {
        try fixture.importList("clinics.studio", header + "\(stage),\(stage),\n")
      }
      try fixture.importList("clinics.studio", header + "\(stage),\(stage),2020-03-01\n")
    }
    // Of the withdrawal nobody knows the day, so that it counts as of the day of its opening.
    #expect(try fixture.actual("clinics.studios", "2020-03", "d") == 1)
    #expect(try fixture.actual("clinics.studios", "2021-06", "d") == 1)
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a day that a list told before its stage dates the move into it")
  func waiting() throws {
    let register = "workforce.trainee"
    let fixture = try RecordFixture(today: "2021-06-28")
    let header = "person,cohort,college,home,enrolled-on,agreement-on,left-on,stage\n"
    let row = "甲,2020,卫校,v1,2020-09-01,2020-10-15,2021-03-01,"
    // The day alone does not say whether it was a withdrawal or a breach.
    let left = Text("退出日期", "Left on")
    #expect(throws: DeskError.self) { try fixture.importList(register, header + row + "\n") }
    #expect(
      throws: DeskError.record(
        .needsStage(
          field: left, stages: [Text("退学", "Withdrawn"), Text("违约", "Breached")]))
    ) {
      try fixture.add(register, "person=甲", "cohort=2020", "left-on=2021-03-01")
    }
    // Records of earlier versions may have it.
    try fixture.importList(register, header + row + "违约\n")
    try fixture.execute(
      "UPDATE workforce_trainee SET moves = '20201015:contracted', stage = 'contracted'")
    try fixture.importList(register, header + row + "违约\n", ImportOptions(again: true))
    let shape = try fixture.shape(register)
    let state = try #require(try fixture.desk.list(RecordSearch(), in: shape).records.first)
    #expect(state.moves.last == StageMove(stage: "breached", day: try day("2021-03-01")))
  }

  @Test(
    "days in a new row make its moves, whatever the columns' order; a stage before them is a fault")
  func new() throws {
    for (cells, wanted) in [
      ("达标,2021-06-10,2021-02-08", "assessed 02-08, accepted 06-10"),
      (",2021-06-10,2021-02-08", "assessed 02-08, accepted 06-10"),
      ("拟建,2021-06-10,", nil), ("现场评估,2021-06-10,2021-02-08", nil),
      ("整改中,,2021-02-08", "assessed 02-08, rectifying ?02-08"), ("达标,,2021-02-08", nil),
      (",2021-02-08,2021-06-10", nil),
    ] as [(String, String?)] {
      for isLarge in [true, false] {
        let fixture = try RecordFixture(today: "2021-06-28")
        if !isLarge { try fixture.add(Self.register, "facility=c4", "year=2020") }
        let text = "facility,year,stage,accepted-on,assessed-on\nc1,2021,\(cells)\n"
        if let wanted {
          try fixture.importList(Self.register, text)
          #expect(try fixture.projectMoves() == wanted)
        } else {
          #expect(throws: DeskError.self) { try fixture.importList(Self.register, text) }
        }
      }
    }
  }

  @Test("an undated move keeps a day between its dated neighbours")
  func undated() throws {
    let fixture = try RecordFixture(today: "2021-06-28")
    // Nothing is dated: the day on which it is written.
    try fixture.importList(Self.register, "facility,year,stage\nc1,2021,整改中\n")
    #expect(try fixture.projectMoves() == "rectifying ?06-28")
    // An earlier day of a later move pulls it back, and a day told later for an earlier one pushes on.
    try fixture.advance(Self.register, "c1/2021", "reinspected", "2021-05-10", [])
    #expect(try fixture.projectMoves() == "rectifying ?05-10, reinspected 05-10")
    try fixture.importList(
      Self.register, "facility,year,assessed-on\nc1,2021,2021-04-01\n")
    #expect(
      try fixture.projectMoves() == "assessed 04-01, rectifying ?05-10, reinspected 05-10")
    try fixture.redate(Self.register, "c1/2021", "rectifying", "2021-04-15")
    #expect(try fixture.projectMoves() == "assessed 04-01, rectifying 04-15, reinspected 05-10")
    #expect(throws: DeskError.self) {
      try fixture.redate(Self.register, "c1/2021", "assessed", "2021-04-20")
    }
  }

  @Test("the day of a move is corrected: the latest, or the one of a day; its field follows")
  func redate() throws {
    let fixture = try RecordFixture.relapsedProject()
    try fixture.advance(Self.register, "c1/2021", "reinspected", "2021-05-20", [])
    try fixture.advance(Self.register, "c1/2021", "accepted", "2021-06-10", [])
    try fixture.redate(Self.register, "c1/2021", "达标", "2021-06-01")
    try fixture.redate(Self.register, "c1/2021", "accepted", "2021-04-02", from: "2021-03-20")
    #expect(
      try fixture.projectMoves()
        == "assessed 02-08, accepted 04-02, rectifying 05-03, reinspected 05-20, accepted 06-01")
    #expect(
      try ["2021-03", "2021-04", "2021-05", "2021-06"].map {
        try fixture.actual("clinics.accepted", $0, "d")
      } == [0, 1, 0, 1])
    let shape = try fixture.shape(Self.register)
    let state = try fixture.desk.record("c1/2021", in: shape)
    #expect(
      state.data[try #require(shape.field(named: "accepted-on"))] == .day(try day("2021-06-01")))
    for (stage, to, from) in [
      ("accepted", "2021-06-29", nil), ("accepted", "2021-05-01", nil),
      ("accepted", "2021-06-02", "2021-06-10"), ("removed", "2021-06-02", nil),
    ] as [(String, String, String?)] {
      #expect(throws: DeskError.self) {
        try fixture.redate(Self.register, "c1/2021", stage, to, from: from)
      }
    }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a field is given once in one command")
  func twice() throws {
    let fixture = try RecordFixture(today: "2021-06-28")
    try fixture.add(Self.register, "facility=c1", "year=2021")
    #expect(throws: DeskError.record(.writtenTwice(field: "评估日期"))) {
      try fixture.advance(
        Self.register, "c1/2021", "assessed", nil,
        ["assessed-on=2021-06-20", "评估日期=2021-06-25"])
    }
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, "c1/2021", "assessed", nil, ["assessed-on="])
    }
    #expect(try fixture.projectMoves() == "")
  }

  @Test("accepted and relapsed on one day, in that order")
  func oneDay() throws {
    let fixture = try RecordFixture(today: "2021-06-28")
    try fixture.importList(
      Self.register,
      "facility,year,stage,assessed-on,accepted-on,relapsed-on\n"
        + "c1,2021,整改中,2021-02-08,2021-03-20,2021-03-20\n")
    #expect(try fixture.projectMoves() == "assessed 02-08, accepted 03-20, rectifying 03-20")
  }

  @Test("a relapse without the acceptance before it is taken as it is, once")
  func half() throws {
    let fixture = try RecordFixture(today: "2021-06-28")
    let text =
      "facility,year,stage,assessed-on,accepted-on,relapsed-on\n"
      + "c1,2021,达标,2021-02-08,2021-06-10,2021-05-03\n"
    for _ in 0..<2 {
      try fixture.importList(Self.register, text, ImportOptions(again: true))
      #expect(try fixture.projectMoves() == "assessed 02-08, rectifying 05-03, accepted 06-10")
    }
    #expect(try fixture.actual("clinics.accepted", "2021-06", "d") == 1)
    // Its day is one fact, whichever way it is corrected.
    try fixture.redate(Self.register, "c1/2021", "rectifying", "2021-05-04")
    let exported = text.replacing("2021-05-03", with: "2021-05-04")
    try fixture.importList(Self.register, exported)
    #expect(try fixture.projectMoves() == "assessed 02-08, rectifying 05-04, accepted 06-10")
    #expect(throws: DeskError.self) { try fixture.importList(Self.register, text) }
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a newer row that tells of a second relapse, and what came after it, is taken")
  func secondRelapse() throws {
    let header = "facility,year,stage,assessed-on,accepted-on,relapsed-on\n"
    let first = "c1,2021,reinspected,2021-01-31,2021-02-07,2021-02-20\n"
    for (stage, stages) in [
      ("rectifying", ["rectifying"]), ("reinspected", ["rectifying", "reinspected"]),
    ] {
      let fixture = try RecordFixture()
      try fixture.importList("clinics.project", header + first)
      let row = "c1,2021,\(stage),2021-01-31,2021-03-28,2021-04-15\n"
      try fixture.importList("clinics.project", header + row)
      let state = try fixture.desk.record("c1/2021", in: try fixture.shape("clinics.project"))
      #expect(
        state.moves.map(\.stage)
          == ["assessed", "accepted", "rectifying", "reinspected", "accepted"] + stages)
      #expect(
        try ["2021-02", "2021-03", "2021-04"].map {
          try fixture.actual("clinics.accepted", $0, "c1")
        } == [0, 1, 0])
      let again = try fixture.imported(
        "clinics.project", header + row, ImportOptions(again: true))
      #expect(again.result.unchanged == 1)
      // The list of before is older, or says nothing else.
      if stage == "reinspected" { continue }
      #expect(throws: DeskError.self) {
        try fixture.importList("clinics.project", header + first, ImportOptions(again: true))
      }
    }
  }
}
