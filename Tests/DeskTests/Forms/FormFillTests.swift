import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// What people write into a unit's submission. Source: `forms.md`, "Life of a submission".
@Suite struct FormFillTests {
  private let world: FormWorld

  init() throws {
    world = try FormWorld()
    let asking = try FormDefinition(
      "asking", module: "a", world.calendar(.month),
      FormVersion(
        title: Text("问表", "Asking"), due: FormDue("+1-05"), owing: FormOwing(kinds: [.village]),
        lines: [try line("1", "a.done"), try line("2", "b.level")],
        checks: [FormCheck(try CheckRule("[1]", "<=", "10"), .soft)]))
    try world.write { try $0.set(asking) }
  }

  private func fill(_ words: String...) throws {
    _ = try world.desk.fillForm("asking", "2021-03", unit: "v1", words, isDraft: false)
  }

  private func giveBack() throws {
    _ = try world.desk.take(
      .return(reason: "核对"), "asking", "2021-03", FormChoice(units: ["v1"]))
  }

  private func explanations() throws -> [String: String] {
    let submission = try world.submission("asking", "2021-03", "v1")
    return Dictionary(
      uniqueKeysWithValues: (submission?.contents.explanations ?? [:]).map { ($0.description, $1) })
  }

  @Test("what explained a figure that was returned explains no other one")
  func explained() throws {
    try fill("1=12", "1?=集中办理")
    try giveBack()
    #expect(throws: DeskError.self) { try fill("1=30") }
    try fill("1=30", "1?=两批合并")
    #expect(try explanations() == ["1": "两批合并"])
    try giveBack()
    // The same figure, and another line: it still stands.
    try fill("2=4")
    #expect(try explanations() == ["1": "两批合并"])
  }

  @Test("a definition is corrected from its first period as long as nobody has sent it")
  func corrected() throws {
    let form = try world.form("asking").definition
    var change = FormChange(from: .first)
    change.lines = [.set(try line("1", "a.money", decimals: 2))]
    let corrected = try form.corrected(by: change)
    try world.write { try $0.set(corrected) }
    #expect(try world.form("asking").definition.first.lines.first?.posting?.indicator == "a.money")
    try fill("1=3")
    #expect(throws: FormInUse.self) { try world.write { try $0.set(form) } }
  }

  @Test("a month that has not begun is answered by nobody")
  func notBegun() throws {
    #expect(throws: DeskError.form(.notBegun(period: "2022-05", from: try day("2022-05-01")))) {
      _ = try world.desk.fillForm("asking", "2022-05", unit: "v1", ["1=3"], isDraft: false)
    }
    #expect(throws: DeskError.form(.notBegun(period: "2022-05", from: try day("2022-05-01")))) {
      _ = try world.desk.sendNothing("asking", "2022-05", FormChoice(units: ["v1"]))
    }
  }

  @Test("a form that lists fill whole is sent without a word")
  func allByList() throws {
    let sheet = FormSheet(
      try world.form("asking").definition.version(
        of: try world.period("2021-03", of: "asking")))
    let sourced = [try number("1"): Decimal(3), try number("2"): Decimal(4)]
    #expect(try sheet.judge([:], sourced: sourced).canBeSent)
    #expect(try !sheet.judge([:], sourced: [try number("1"): Decimal(3)]).canBeSent)
  }

  @Test("what is drafted since a return stands beside what was sent, until it is sent")
  func draftBeside() throws {
    let desk = world.desk
    try fill("1=12", "1?=集中办理", "2=3")
    try giveBack()
    let burden = try desk.formBurden(year: 2021).total
    _ = try desk.fillForm("asking", "2021-03", unit: "v1", ["1=7", "2="], isDraft: true)
    let sheet = try desk.formSheet("asking", "2021-03", unit: "v1")
    #expect(sheet.contents.values[try number("1")] == .amount(Decimal(12)))
    #expect(sheet.draft?.values == [try number("1"): .amount(Decimal(7))])
    #expect(try desk.formBurden(year: 2021).total == burden)
    #expect(try desk.formStatus("asking", "2021-03").explained.reduce(0, +) == 1)
    let rows = try desk.formDifference("asking", "2021-03", unit: "v1", [1]).rows
    #expect(rows.allSatisfy { !$0.isChanged })
    let template = try desk.formTemplate("asking", "2021-03", FormChoice(units: ["v1"]))
    #expect(template.sheets.first?.atWork.values[try number("1")] == .amount(Decimal(7)))
    #expect(try world.ledger.check().isEmpty && world.ledger.verify().isEmpty)
    // The draft is gone on with, and then it is what was sent.
    try fill("2=9")
    let sent = try world.submission("asking", "2021-03", "v1")
    #expect(sent?.draft == nil && sent?.contents.explanations.isEmpty == true)
    #expect(
      sent?.contents.values == [
        try number("1"): .amount(Decimal(7)), try number("2"): .amount(Decimal(9)),
      ])
  }
}
