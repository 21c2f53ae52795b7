import Forms
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Amounts that were left to lists, and the transactions that take these lists away. Source: `forms.md`,
/// "Accepting posts".
@Suite struct ListsGoneTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  init() throws {
    fixture = try RecordFixture()
    let calendar = try #require(FormCalendar(.month))
    let line = try #require(LineNumber("1"))
    let form = try FormDefinition(
      "accepted", module: "clinics", calendar,
      FormVersion(
        title: Text("达标月报", "Accepted"), due: FormDue("+1-05"),
        owing: FormOwing(kinds: [.clinic]),
        lines: [
          FormLine(
            line, Text("达标", "Accepted"), .amount(decimals: 0, measure: "个"),
            posting: LinePosting("clinics.accepted"))
        ]))
    _ = try desk.write { try $0.set(form) }
  }

  /// Sends and accepts a number of a clinic, and gives the transaction that accepted it.
  private func accept(_ unit: String, _ period: String) throws {
    let office = Desk(
      ledger: desk.ledger,
      context: Desk.Context(
        actor: "office", now: desk.context.now, today: desk.context.today, command: "test"))
    _ = try desk.fillForm(
      "accepted", period, unit: unit, ["1=3", "1?=台账补录中"], isDraft: false)
    let done = try office.take(.accept, "accepted", period, FormChoice(units: [unit])).result
    #expect(done.listed.count == 1)
  }

  private func places(_ gone: [LeftToNoList]) -> [String] {
    gone.flatMap { item in item.units.map { "\(item.period) \($0.unit.unit.code) \($0.lines)" } }
  }

  @Test("the undo of the last records says which amounts count nowhere, once")
  func records() throws {
    try fixture.add(
      "clinics.project", "facility=c1", "year=2021", "assessed-on=2021-03-01",
      "accepted-on=2021-04-01")
    let added = try desk.ledger.head().transaction
    try accept("c1", "2021-04")
    try accept("c1", "2021-05")
    let undone = try desk.undo("\(added)", reason: "重复")
    #expect(places(undone.leftToNoLists) == ["2021-04 c1 [1]", "2021-05 c1 [1]"])
    #expect(try desk.leftToNoLists() == undone.leftToNoLists)
    // Another transaction of the kind causes nothing new.
    let other = try desk.setSourcing(
      "clinics.accepted", unit: "c2", byList: true, since: try day("2021-01-01"))
    #expect(other.leftToNoLists.isEmpty)
    let back = try desk.undo("\(undone.head.transaction)", reason: "没有重复")
    #expect(back.leftToNoLists.isEmpty)
    #expect(try desk.leftToNoLists().isEmpty)
  }

  @Test("so do a rule by number and its undo's undo, from its day on")
  func rules() throws {
    _ = try desk.setSourcing(
      "clinics.accepted", unit: "d", byList: true, since: try day("2021-01-01"))
    try accept("c1", "2021-04")
    try accept("c2", "2021-05")
    let late = try desk.setSourcing(
      "clinics.accepted", unit: "v2", byList: false, since: try day("2021-05-01"))
    #expect(places(late.leftToNoLists) == ["2021-05 c2 [1]"])
    let all = try desk.setSourcing(
      "clinics.accepted", unit: "d", byList: false, since: try day("2021-01-01"))
    #expect(places(all.leftToNoLists) == ["2021-04 c1 [1]"])
    let undo = try desk.undo("\(all.head.transaction)", reason: "误改")
    #expect(undo.leftToNoLists.isEmpty)
    let again = try desk.undo("\(undo.head.transaction)", reason: "没有改错")
    #expect(places(again.leftToNoLists) == ["2021-04 c1 [1]"])
  }
}
