import Registers
import TargetEngine
import Testing

@testable import Desk

/// The day of a stage move, by every door and with every pair of arguments. Source: `engine.md`,
/// "The day of a stage move".
@Suite struct StageDayTests {
  private static let register = "clinics.project"
  private static let today = "2021-06-28"
  private static let days: [String?] = [nil, "2021-05-15", "2021-05-20", "2021-07-01"]

  /// What the arguments of one command come to.
  private enum Outcome: Equatable {
    case day(String)
    case fault(String)

    init(_ body: () throws -> [StageMove]) throws {
      do {
        self = .day(try body().last?.day.description ?? "none")
      } catch DeskError.record(let fault) {
        self = .fault(Outcome.name(fault))
      }
    }

    private static func name(_ fault: RecordFault) -> String {
      switch fault {
      case .inRecord(_, let fault): name(fault)
      case .daysDiffer: "daysDiffer"
      case .stageAfterToday: "afterToday"
      case .neverEntered: "neverEntered"
      case .outOfOrder: "outOfOrder"
      case .needs: "needs"
      default: "\(fault)"
      }
    }
  }

  /// The rule itself: the day field, else `--on`, else today; never two, never after today.
  private static func expected(field: String?, on: String?) -> Outcome {
    if let field, let on, field != on { return .fault("daysDiffer") }
    let day = field ?? on ?? today
    return day > today ? .fault("afterToday") : .day(day)
  }

  private func moves(_ fixture: RecordFixture, _ id: String) throws -> [StageMove] {
    try fixture.desk.record(id, in: try fixture.shape(Self.register)).moves
  }

  @Test("advance: a day field that was typed is recorded, alone or with the same --on")
  func advance() throws {
    for field in Self.days {
      for on in Self.days {
        let fixture = try RecordFixture(today: Self.today)
        let id = try fixture.add(
          Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01")
        let fields = field.map { ["accepted-on=\($0)"] } ?? []
        let outcome = try Outcome {
          try fixture.advance(Self.register, id, "accepted", on, fields)
          return try moves(fixture, id)
        }
        #expect(outcome == Self.expected(field: field, on: on), "\(field ?? "-") \(on ?? "-")")
        if case .day(let day) = outcome {
          let month = String(day.prefix(7))
          #expect(try fixture.actual("clinics.accepted", month, "d") == 1)
          #expect(try fixture.actual("clinics.accepted", "2021-04", "d") == 0)
        } else {
          #expect(try moves(fixture, id).count == 1)
        }
        #expect(try fixture.desk.ledger.check().isEmpty)
      }
    }
  }

  @Test("advance into a stage without a day field goes by --on or today")
  func advanceWithoutField() throws {
    for on in Self.days {
      let fixture = try RecordFixture(today: Self.today)
      let id = try fixture.add(
        Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01")
      let outcome = try Outcome {
        try fixture.advance(Self.register, id, "rectifying", on, [])
        return try moves(fixture, id)
      }
      #expect(outcome == Self.expected(field: nil, on: on), "\(on ?? "-")")
    }
  }

  @Test("add and a list: the same days, the same moves, the same refusals")
  func addAndImport() throws {
    for field in Self.days {
      for on in Self.days {
        for stage in ["", "accepted"] {
          let fixture = try RecordFixture(today: Self.today)
          let fields = ["facility=c1", "year=2021", "assessed-on=2021-02-01"]
          let more =
            (field.map { ["accepted-on=\($0)"] } ?? []) + (stage.isEmpty ? [] : ["stage=accepted"])
          let outcome = try Outcome {
            let id = try fixture.add(Self.register, fields + more, on: on)
            return try moves(fixture, id)
          }
          let wanted: Outcome =
            if let field {
              Self.expected(field: field, on: on)
            } else if stage.isEmpty {
              // `--on` speaks of the last move, which the typed day of the assessment dates.
              Self.expected(field: "2021-02-01", on: on)
            } else if on != nil {
              Self.expected(field: nil, on: on)
            } else {
              .fault("needs")
            }
          #expect(outcome == wanted, "\(field ?? "-") \(on ?? "-") \(stage)")
        }
      }
    }
  }

  @Test("a list that gives days records them, and refuses days after today")
  func list() throws {
    for field in Self.days.compactMap({ $0 }) {
      for stage in ["", "accepted"] {
        let fixture = try RecordFixture(today: Self.today)
        let text =
          "facility,year,assessed-on,accepted-on,stage\nc1,2021,2021-02-01,\(field),\(stage)\n"
        if field > Self.today {
          #expect(throws: DeskError.self) { try fixture.importList(Self.register, text) }
        } else {
          try fixture.importList(Self.register, text)
          #expect(try moves(fixture, "1").map(\.day.description) == ["2021-02-01", field])
        }
      }
    }
  }

  @Test("set corrects the day of a move; --on must not say another")
  func set() throws {
    for field in Self.days.compactMap({ $0 }) {
      for on in Self.days {
        for typo in [false, true] {
          let fixture = try RecordFixture(today: Self.today)
          let id = try fixture.add(
            Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01",
            "accepted-on=2021-03-01")
          let outcome = try Outcome {
            try fixture.set(Self.register, id, "accepted-on=\(field)", on: on, typo: typo)
            return try moves(fixture, id)
          }
          #expect(outcome == Self.expected(field: field, on: on), "\(field) \(on ?? "-") \(typo)")
          #expect(try fixture.desk.ledger.check().isEmpty)
        }
      }
    }
  }

  @Test("fields of earlier stages, given on the way, correct those moves")
  func earlierStage() throws {
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01")
    try fixture.advance(
      Self.register, id, "accepted", nil, ["assessed-on=2021-02-08", "accepted-on=2021-05-15"])
    #expect(
      try moves(fixture, id).map(\.day.description) == ["2021-02-08", "2021-05-15"])
    // A record that never was reinspected has no such day.
    let other = try fixture.add(Self.register, "facility=c2", "year=2021")
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, other, "assessed", nil, ["accepted-on=2021-05-15"])
    }
  }

  @Test("a second move into a stage is a move of its own")
  func again() throws {
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-03-01")
    try fixture.advance(Self.register, id, "rectifying", nil, ["relapsed-on=2021-04-01"])
    try fixture.advance(Self.register, id, "reinspected", "2021-04-10", [])
    // The day of the first acceptance lies before the relapse.
    #expect(throws: DeskError.self) {
      try fixture.advance(Self.register, id, "accepted", nil, ["accepted-on=2021-03-01"])
    }
    try fixture.advance(Self.register, id, "accepted", nil, ["accepted-on=2021-05-15"])
    #expect(
      try ["2021-03", "2021-04", "2021-05"].map {
        try fixture.actual("clinics.accepted", $0, "d")
      } == [1, 0, 1])
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("a studio that opens again after its evaluation keeps the day of its first opening")
  func reopened() throws {
    let register = "clinics.studio"
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      register, "hospital=h1", "partner=甲", "discipline=心内", "stage=opened",
      "opened-on=2021-02-10")
    try fixture.advance(register, id, "evaluated", "2021-05-20", [])
    try fixture.advance(register, id, "opened", nil, ["opened-on=2021-06-21"])
    let shape = try fixture.shape(register)
    let state = try fixture.desk.record(id, in: shape)
    #expect(state.moves.map(\.day.description) == ["2021-02-10", "2021-05-20", "2021-06-21"])
    #expect(
      state.data[try #require(shape.field(named: "opened-on"))] == .day(try day("2021-06-21")))
    #expect(
      try ["2021-01", "2021-02", "2021-06"].map {
        try fixture.actual("clinics.studios", $0, "d")
      } == [0, 1, 1])
  }

  @Test("a dated value typed with a move holds from the day of the move")
  func datedBeside() throws {
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      "workforce.post", "code=P1", "hospital=h1", "year=2021", "title=医师", "openings=3",
      "stage=approved", "approved-on=2021-03-01")
    try fixture.advance(
      "workforce.post", id, "announced", nil, ["openings=2", "announced-on=2021-05-15"])
    #expect(try fixture.actual("workforce.posts-approved", "2021-04", "d") == 3)
    #expect(try fixture.actual("workforce.posts-approved", "2021-05", "d") == 2)
  }

  @Test("a record does not begin after what became of it")
  func beginsLater() throws {
    let register = "workforce.trainee"
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      register, "person=甲", "cohort=2020", "college=卫校", "home=v1", "enrolled-on=2020-09-01",
      "agreement-on=2020-10-01")
    #expect(throws: DeskError.self) {
      try fixture.set(register, id, "enrolled-on=2020-12-20")
    }
    #expect(try fixture.actual("workforce.contracted", "2020-10", "d") == 1)
  }

  @Test("a day that marks a move from one stage says so of a record that came from another")
  func cameFromElsewhere() throws {
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01")
    try fixture.advance(Self.register, id, "rectifying", "2021-03-01", [])
    #expect(
      throws: DeskError.record(
        .neverEntered(
          field: Text("返潮日期", "Relapsed on"), stage: Text("整改中", "Rectifying"),
          from: Text("达标", "Accepted")))
    ) { try fixture.set(Self.register, id, "relapsed-on=2021-03-05") }
  }

  @Test("a day that a reached stage has is corrected, not emptied")
  func emptied() throws {
    let fixture = try RecordFixture(today: Self.today)
    let id = try fixture.add(
      Self.register, "facility=c1", "year=2021", "assessed-on=2021-02-01",
      "accepted-on=2021-03-01")
    #expect(throws: DeskError.self) { try fixture.set(Self.register, id, "accepted-on=") }
    #expect(try fixture.actual("clinics.accepted", "2021-03", "d") == 1)
  }

  @Test("one day field of two stages dates the one that is entered, by every door")
  func sharedField() throws {
    let register = "workforce.trainee"
    let fields = [
      "person=甲", "cohort=2020", "college=卫校", "home=v1", "enrolled-on=2020-09-01",
      "agreement-on=2020-10-01",
    ]
    for stage in ["withdrawn", "breached"] {
      func last(_ fixture: RecordFixture, _ id: String) throws -> String {
        let state = try fixture.desk.record(id, in: try fixture.shape(register))
        return state.moves.last.map { "\($0.stage) \($0.day) \(state.moves.count)" } ?? ""
      }
      let moved = try RecordFixture(today: Self.today)
      let id = try moved.add(register, fields)
      // Nobody left yet: the day alone does not say how.
      #expect(throws: DeskError.self) { try moved.set(register, id, "left-on=2021-05-01") }
      #expect(throws: DeskError.self) {
        try moved.advance(register, id, stage, "2021-05-02", ["left-on=2021-05-01"])
      }
      try moved.advance(register, id, stage, nil, ["left-on=2021-05-01"])
      #expect(try last(moved, id) == "\(stage) 2021-05-01 2")
      try moved.set(register, id, "left-on=2021-04-20")
      #expect(try last(moved, id) == "\(stage) 2021-04-20 2")

      let added = try RecordFixture(today: Self.today)
      let other = try added.add(register, fields + ["stage=\(stage)", "left-on=2021-05-01"])
      #expect(try last(added, other) == "\(stage) 2021-05-01 2")

      let listed = try RecordFixture(today: Self.today)
      try listed.importList(
        register,
        "person,cohort,college,home,enrolled-on,agreement-on,left-on,stage\n"
          + "甲,2020,卫校,v1,2020-09-01,2020-10-01,2021-05-01,\(stage)\n")
      let shape = try listed.shape(register)
      let state = try #require(try listed.desk.list(RecordSearch(), in: shape).records.first)
      #expect(state.moves.map(\.day.description) == ["2020-10-01", "2021-05-01"])
      #expect(state.moves.last?.stage == stage)
      #expect(try listed.desk.ledger.check().isEmpty)
    }
  }
}
