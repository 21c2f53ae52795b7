import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Sources: `forms.md`, "Life of a submission", "Accepting posts"; decision 0040.
@Suite struct FormLedgerTests {
  private let world: FormWorld

  init() throws { world = try FormWorld() }

  private func isSound() throws -> Bool {
    let (findings, tampering) = (try world.ledger.check(), try world.ledger.verify())
    for finding in findings { Issue.record("\(finding)") }
    for finding in tampering { Issue.record("\(finding)") }
    return findings.isEmpty && tampering.isEmpty
  }

  private func done(_ month: String, _ unit: String = "v1") throws -> Int64? {
    try world.fixture.actual("a.done", month, unit)
  }

  private func level(_ month: String, _ unit: String = "v1") throws -> Int64? {
    try world.fixture.actual("b.level", month, unit)
  }

  @Test("a definition reads back as it was written, with its changes")
  func definitions() throws {
    var change = FormChange(from: try day("2021-07-01"))
    change.due = FormDue("5 working days", movesPastHolidays: true)
    change.owing = FormOwing(kinds: [.village], below: try world.unit("t1"), units: [3, 4])
    change.lines = [
      .set(
        FormLine(
          try number("1.1"), Text("有无", "Any"), .choice(["有", "无"]), isRequired: true)),
      .end(try number("2")),
      .set(
        FormLine(
          try number("5"), Text("病床", "Beds"), .amount(decimals: 1, measure: "张"),
          source: try LineSource("count clinics.project stage=accepted sum beds"))),
    ]
    change.checks = [
      .set(FormCheck(try CheckRule("[1]", "<=", "[3] + 1"), .hard, message: "不应大于")),
      .set(FormCheck(try CheckRule("[1]", "change", "20%"), .soft)),
    ]
    var form = try world.form("daily").definition
    try form.change(change)
    var second = FormChange(from: try day("2021-09-01"))
    second.title = Text("日常二", "Daily two")
    second.checks = [.end(try CheckRule("[1]", "change", "20%"))]
    try form.change(second)
    try world.write { try $0.set(form) }
    #expect(try world.form("daily").definition == form)
    #expect(try isSound())
  }

  @Test("accepting posts, reopening takes back, a later version posts the difference")
  func postings() throws {
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5, "2": 1250, "3": 40])
    #expect(try done("2021-03") == nil)
    try world.step(.accept, "daily", "2021-03", "v1")
    #expect(try done("2021-03") == 5)
    #expect(try world.fixture.actual("a.money", "2021-03", "d") == 1250)
    #expect(try level("2021-03") == 40)
    #expect(
      try world.submission("daily", "2021-03", "v1")?.contents.values[number("4")]
        == .amount(Decimal(10)))
    try world.step(.reopen(reason: "漏报"), "daily", "2021-03", "v1")
    #expect(try done("2021-03") == 0)
    #expect(try level("2021-03") == 0)
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 8, "2": 1250, "3": 41])
    let accepted = try world.step(.accept, "daily", "2021-03", "v1")
    #expect(try done("2021-03") == 8)
    #expect(try level("2021-03") == 41)
    #expect(try isSound())
    _ = try world.desk.undo("\(accepted)", reason: "误审")
    #expect(try done("2021-03") == 0)
    #expect(try level("2021-03") == 0)
    #expect(try world.submission("daily", "2021-03", "v1")?.state == .submitted)
    _ = try world.desk.undo("\(accepted + 1)", reason: "误撤")
    #expect(try done("2021-03") == 8)
    #expect(try level("2021-03") == 41)
    #expect(try isSound())
  }

  @Test("the sources say form, period, unit and line")
  func sources() throws {
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5, "3": 40])
    let accepted = try world.step(.accept, "daily", "2021-03", "v1")
    guard let row = try world.ledger.transaction(accepted) else { throw Missing.value("row") }
    #expect(
      try world.ledger.entries(row.entries).map(\.source) == [
        "form daily 2021-03 v1 1", "level 40 form daily 2021-03 v1 3",
      ])
  }

  @Test("what forms posted is not corrected by hand")
  func corrections() throws {
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5])
    let accepted = try world.step(.accept, "daily", "2021-03", "v1")
    #expect(throws: DeskError.notCorrectable("\(accepted).1", .ofForm)) {
      try world.desk.correct(
        "\(accepted).1", amount: "6", unit: nil, on: nil, reason: "x")
    }
  }

  @Test("a cumulative line of a later period takes the place of the earlier one, and gives it back")
  func cumulative() throws {
    for (period, amount) in [("烟花/2021-07-25T18", 100), ("烟花/2021-07-26", 140)] {
      try world.step(.submit(), "flood", period, "v1", ["1": Int64(amount), "2": Int64(amount)])
    }
    try world.step(.accept, "flood", "烟花/2021-07-25T18", "v1")
    #expect(try done("2021-07") == 100)
    try world.step(.accept, "flood", "烟花/2021-07-26", "v1")
    #expect(try done("2021-07") == 140)
    #expect(try level("2021-07") == 140)
    #expect(try isSound())
    try world.step(.reopen(reason: "重报"), "flood", "烟花/2021-07-26", "v1")
    #expect(try done("2021-07") == 100)
    #expect(try level("2021-07") == 100)
    #expect(try isSound())
  }

  @Test(
    "a line that a unit reports by list posts nothing, and a list that comes later takes its place")
  func byList() throws {
    let place = ListedPlace(
      indicator: try world.desk.indicator("a.done").id, unit: try world.unit("v1"))
    let form = try world.form("daily")
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5])
    guard var submission = try world.submission("daily", "2021-03", "v1") else {
      throw Missing.value("submission")
    }
    submission.listed = [try number("1")]
    guard let at = Moment(rawValue: 202_112_310_900) else { throw Missing.value("moment") }
    let mark = submission.mark
    try submission.take(FormStep(.accept, by: "office", at: at), judgedBy: mark)
    try world.write { try $0.keep([submission], of: form) }
    #expect(try done("2021-03") == nil)
    #expect(try isSound())
    try world.write {
      try $0.set(
        Sourcing(
          indicator: place.indicator, unit: place.unit, since: day("2021-01-01"), byList: true))
    }
    try world.step(.reopen(reason: "重报"), "daily", "2021-03", "v1")
    #expect(try done("2021-03") == nil)
    #expect(try isSound())
  }

  @Test("a change of lines for a period that was sent is refused, in a definition and in an undo")
  func versions() throws {
    var change = FormChange(from: try day("2021-03-01"))
    change.lines = [.set(try line("5", "a.done").without(posting: true))]
    var later = try world.form("daily").definition
    try later.change(change)
    let sent = try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5])
    #expect(throws: FormInUse.self) { try world.write { try $0.set(later) } }
    try world.step(.return(reason: "改"), "daily", "2021-03", "v1")
    let changed = try world.write { try $0.set(later) }
    try world.step(.submit(), "daily", "2021-03", "v1", ["1": 5, "5": 1])
    #expect(throws: DeskError.self) { try world.desk.undo("\(changed)", reason: "x") }
    #expect(throws: DeskError.self) { try world.desk.undo("\(sent)", reason: "x") }
    #expect(try isSound())
  }

  @Test("what forms name is not undone")
  func references() throws {
    let added = try world.desk.addUnit(
      code: "v9", name: "unit v9", kind: .village, parent: "t1", opened: nil, aliases: [])
    try world.step(.submit(), "daily", "2021-03", "v9", ["1": 5])
    #expect(throws: DeskError.self) {
      try world.desk.undo("\(added.head.transaction)", reason: "x")
    }
    #expect(try isSound())
  }

  @Test("what was asked is not undone once somebody sent it")
  func askedAndSent() throws {
    let period = "烟花/2021-07-26"
    let asked = try world.desk.askForm("flood", period, due: "2021-07-26", of: [])
    let sent = try world.step(.submit(), "flood", period, "v1", ["1": 5])
    #expect(throws: DeskError.undo(.neededBy(transaction: sent))) {
      try world.desk.undo("\(asked.head.transaction)", reason: "x")
    }
    _ = try world.desk.undo("\(sent)", reason: "x")
    _ = try world.desk.undo("\(asked.head.transaction)", reason: "x")
    #expect(try isSound())
  }

  @Test("what a unit had sent that ended within the period is posted on its last day")
  func endedUnit() throws {
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 5, "3": 40])
    let merged = try world.desk.mergeUnit("v1", into: "v2", on: day("2021-06-25"))
    let choice = FormChoice(units: ["v1"])
    let accepted = try world.desk.take(.accept, "daily", "2021-06", choice)
    #expect(accepted.result.ended.map(\.code) == ["v1"])
    let unit = try world.unit("v1")
    let days = { [self] in
      try world.ledger.entries(EntryQuery()).filter { $0.unit == unit && $0.amount != 0 }.map(\.day)
    }
    #expect(try Set(days()) == [day("2021-06-25")])
    #expect(try done("2021-06") == 5 && level("2021-06") == 40)
    #expect(try isSound())
    let board = try world.desk.formStatus("daily", "2021-06")
    #expect(board.board.rows.filter { !$0.isOwed }.map(\.unit) == [unit])
    // Undone in any order, it is as it was before.
    let reopened = try world.desk.take(.reopen(reason: "x"), "daily", "2021-06", choice)
    #expect(try done("2021-06") ?? 0 == 0 && level("2021-06") ?? 0 == 0)
    #expect(try isSound())
    _ = try world.desk.undo("\(reopened.head.transaction)", reason: "x")
    #expect(try done("2021-06") == 5 && level("2021-06") == 40)
    // What was posted on its last day stands in the way of another.
    #expect(throws: (any Error).self) {
      try world.desk.undo("\(merged.head.transaction)", reason: "x")
    }
    _ = try world.desk.undo("\(accepted.head.transaction)", reason: "x")
    #expect(try done("2021-06") ?? 0 == 0 && level("2021-06") ?? 0 == 0)
    #expect(try isSound())
    _ = try world.desk.undo("\(merged.head.transaction)", reason: "x")
    #expect(try isSound())
    _ = try world.desk.take(.return(reason: "x"), "daily", "2021-06", choice)
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 6, "3": 41])
    _ = try world.desk.take(.accept, "daily", "2021-06", choice)
    #expect(try done("2021-06") == 6 && level("2021-06") == 41)
    #expect(try isSound())
  }

  @Test(
    "an acceptance is undone on the day on which it posted, be it the unit's last or the period's")
  func otherDays() throws {
    let choice = FormChoice(units: ["v1"])
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 5, "3": 40])
    let closed = try world.desk.closeUnit("v1", on: day("2021-06-25"))
    _ = try world.desk.take(.accept, "daily", "2021-06", choice)
    _ = try world.desk.take(.reopen(reason: "x"), "daily", "2021-06", choice)
    _ = try world.desk.undo("\(closed.head.transaction)", reason: "x")
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 6, "3": 41])
    let accepted = try world.desk.take(.accept, "daily", "2021-06", choice)
    #expect(try done("2021-06") == 6 && level("2021-06") == 41)
    _ = try world.desk.undo("\(accepted.head.transaction)", reason: "x")
    #expect(try done("2021-06") ?? 0 == 0 && level("2021-06") ?? 0 == 0)
    #expect(try isSound())
  }

  @Test(
    "an acceptance does not come back to a last day that is none any more",
    arguments: [true, false])
  func formerLastDay(_ isReopened: Bool) throws {
    let choice = FormChoice(units: ["v1"])
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 5, "3": 40])
    let closed = try world.desk.closeUnit("v1", on: day("2021-06-25"))
    let accepted = try world.desk.take(.accept, "daily", "2021-06", choice).head.transaction
    let back =
      try isReopened
      ? world.desk.take(.reopen(reason: "x"), "daily", "2021-06", choice).head.transaction
      : world.desk.undo("\(accepted)", reason: "x").head.transaction
    let open = try world.desk.undo("\(closed.head.transaction)", reason: "x").head.transaction
    #expect(throws: DeskError.undo(.neededBy(transaction: open))) {
      try world.desk.undo("\(back)", reason: "x")
    }
    #expect(try isSound())
    // Nor where the unit ends on another day.
    let other = try world.desk.closeUnit("v1", on: day("2021-06-28")).head.transaction
    #expect(throws: (any Error).self) { try world.desk.undo("\(back)", reason: "x") }
    _ = try world.desk.undo("\(other)", reason: "x")
    // What is named leads to it.
    _ = try world.desk.undo("\(open)", reason: "x")
    _ = try world.desk.undo("\(back)", reason: "x")
    #expect(try done("2021-06") == 5 && level("2021-06") == 40)
    #expect(try isSound())
  }

  @Test("nothing is posted after the end of a unit")
  func closedUnit() throws {
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 5])
    _ = try world.desk.closeUnit("v1", on: day("2021-05-31"))
    #expect(throws: DeskError.unitClosed("unit v1", on: try day("2021-05-31"))) {
      try world.desk.take(.accept, "daily", "2021-06", FormChoice(units: ["v1"]))
    }
    #expect(try done("2021-06") == nil)
    #expect(try isSound())
  }

  @Test(
    "another number in a line with a formula needs an explanation and stays, and does not count")
  func overwritten() throws {
    let (form, month) = ("daily", "2021-06")
    let four = try number("4")
    func sheet(_ version: Int? = nil) throws -> FormSheetOfUnit {
      try world.desk.formSheet(form, month, unit: "v1", version: version)
    }
    for words in [["1=5", "4=12"], ["2=7", "4=12"]] {
      #expect(throws: DeskError.self, "\(words)") {
        try world.desk.fillForm(form, month, unit: "v1", words, isDraft: false)
      }
    }
    _ = try world.desk.fillForm(form, month, unit: "v1", ["1=5", "4=12"], isDraft: true)
    #expect(try sheet().contents.written == [four: Decimal(12)])
    // The draft's number is asked about when it is sent.
    #expect(throws: DeskError.self) {
      try world.desk.fillForm(form, month, unit: "v1", [], isDraft: false)
    }
    _ = try world.desk.fillForm(form, month, unit: "v1", ["4?=另计"], isDraft: false)
    #expect(try sheet().contents.written == [four: Decimal(12)])
    #expect(try sheet().contents.values[four] == .amount(Decimal(10)))
    try world.step(.return(reason: "改"), form, month, "v1")
    _ = try world.desk.fillForm(form, month, unit: "v1", ["4="], isDraft: false)
    #expect(try sheet().contents.written.isEmpty)
    #expect(try sheet(1).contents.written == [four: Decimal(12)])
    let again = try world.desk.fillForm(form, month, unit: "v1", ["1=5"], isDraft: false)
    #expect(again.result.isUnchanged)
    #expect(try isSound())
  }

  @Test("one thing is said of a line once, and what stood in a line that has ended goes")
  func filling() throws {
    #expect(throws: DeskError.form(.repeatedLine(try number("1")))) {
      try world.desk.fillForm(
        "daily", "2021-06", unit: "v1", ["1=1", "2=3", "1=2"], isDraft: false)
    }
    try world.step(.submit(), "daily", "2021-06", "v1", ["1": 5, "2": 1250])
    try world.step(.return(reason: "改"), "daily", "2021-06", "v1")
    var later = try world.form("daily").definition
    var change = FormChange(from: try day("2021-06-01"))
    change.lines = [.end(try number("2"))]
    try later.change(change)
    try world.write { try $0.set(later) }
    _ = try world.desk.fillForm("daily", "2021-06", unit: "v1", ["1=6"], isDraft: false)
    let values = try world.submission("daily", "2021-06", "v1")?.contents.values
    #expect(values?[try number("1")] == .amount(Decimal(6)))
    #expect(values?[try number("2")] == nil)
    #expect(try isSound())
  }
}

extension FormLine {
  fileprivate func without(posting: Bool) -> FormLine {
    var line = self
    line.posting = nil
    return line
  }
}
