import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// An office in which anything may happen to the records of all registers.
struct RecordWorld {
  let fixture: RecordFixture
  private var commands: RandomRecords
  private(set) var done = 0
  private(set) var posted: Int64 = 0
  /// The first transaction of the records, before which nothing is undone.
  private let start: Int64

  init(seed: UInt64, hasSecrets: Bool = true) throws {
    fixture = try RecordFixture()
    commands = RandomRecords(fixture, seed: seed, hasSecrets: hasSecrets)
    if hasSecrets { try fixture.makeKey() }
    _ = try fixture.desk.addColumn("床位", "int", to: try fixture.shape("clinics.project"))
    _ = try fixture.desk.addColumn("说明", "文字", to: try fixture.shape("workforce.hire"))
    start = try fixture.desk.ledger.head().transaction + 1
    // Some records come with a list, of which the journal tells together.
    let rows = (1...8).map { "c\($0 % 4 + 1),\(2020 + $0 / 4),2021-05-0\($0),一\\二,\($0 % 3)" }
    try fixture.importList(
      "clinics.project",
      (["facility,year,accepted-on,note,床位"] + rows).joined(separator: "\n"))
  }

  /// The rules that are broken though nothing was refused, but for those that are asked only when the
  /// record itself changes.
  func brokenRules() throws -> [Advice] {
    try fixture.desk.ledger.advice(today: fixture.desk.context.today).filter {
      // A list that is sent in parts breaks nothing.
      if case .waitingList = $0 { return false }
      // Nor does a doctor without a qualification.
      if case .countsNowhere(_, _, let field) = $0, field.roles.contains(.counted) { return false }
      guard case .rule(_, let problem) = $0 else { return true }
      return problem.register != "plan.fulfilment" && problem.field != "announced-on"
    }
  }

  /// The most that any village counts for in any month, of villages that have a doctor or not.
  func mostCovered() throws -> Int64 {
    var most: Int64 = 0
    for village in ["v1", "v2", "v3", "v4"] {
      for month in ["2020-06", "2020-12", "2021-03", "2021-09", "2022-05", "2022-12"] {
        let actual = try fixture.actual("workforce.villages-covered", month, village)
        #expect(actual >= 0)
        most = max(most, actual)
      }
    }
    return most
  }

  /// Does one thing, or is refused.
  ///
  /// - Parameter choices: what may be done, by the numbers below.
  mutating func act(_ choices: [Int] = Array(0..<16)) throws -> String {
    let shape = commands.pick(fixture.desk.ledger.allShapes())
    let records = try fixture.desk.ledger.records(RecordQuery(), in: shape)
    let head = try fixture.desk.ledger.head().transaction
    let choice = commands.pick(choices)
    let what: String
    do {
      switch choice {
      case 0...2: what = try commands.add(shape)
      case 3...4 where !records.isEmpty: what = try commands.set(shape, commands.pick(records))
      case 5...6 where !records.isEmpty: what = try commands.advance(shape, commands.pick(records))
      case 7 where !records.isEmpty:
        let id = "TEST-\(commands.pick(records).id)"
        what = "remove \(shape.id) \(id)"
        _ = try fixture.desk.removeRecords([id], in: shape, reason: "试")
      case 8 where head >= start:
        let number = Int64.random(in: max(start, head - 8)...head, using: &commands.random)
        what = "undo \(number)"
        _ = try fixture.desk.undo("\(number)", reason: "试")
      case 9:
        let unit = commands.pick(RecordFixture.units)
        let indicator = commands.pick([
          "clinics.accepted", "workforce.hired", "clinics.in-training",
        ])
        what = "log \(indicator) \(unit)"
        _ = try fixture.desk.log(
          indicator, "\(Int.random(in: -3...9, using: &commands.random))", unit: unit,
          on: commands.day(),
          year: nil, note: "", isLevel: false)
      case 10:
        let indicator = commands.pick([
          "clinics.accepted", "clinics.planned", "workforce.villages-covered",
          "clinics.in-training",
        ])
        let (unit, byList) = (
          commands.pick(RecordFixture.units), Bool.random(using: &commands.random)
        )
        what = "source \(indicator) \(unit) \(byList)"
        _ = try fixture.desk.setSourcing(
          indicator, unit: unit, byList: byList, since: commands.day())
      case 11:
        let (unit, parent) = (
          commands.pick(["v1", "v2", "v3", "v4", "h1", "c2"]), commands.pick(["t1", "t2", "d"])
        )
        what = "move \(unit) \(parent)"
        _ = try fixture.desk.moveUnit(unit, under: parent)
      case 12 where !records.isEmpty:
        // Seldom, since nothing more is done to what was erased.
        guard Int.random(in: 0..<4, using: &commands.random) == 0 else { return "nothing" }
        let record = commands.pick(records)
        what = "erase \(shape.id) \(record.id)"
        _ = try fixture.desk.erase(record, in: shape, document: "卫健办〔2021〕77号")
      case 13 where !records.isEmpty: what = try commands.redate(shape, commands.pick(records))
      case 14: what = try commands.importList(shape)
      case 15 where !records.isEmpty: what = try commands.merge(shape, records)
      default: return "nothing"
      }
    } catch let fault as SecretsFault {
      #expect(fault == .alreadyErased)
      return "refused \(fault)"
    } catch let error as DeskError {
      #expect(try fixture.desk.hasOnlyNotes(since: head), "a refusal wrote: \(error)")
      return "refused \(error)"
    }
    done += 1
    let row = try fixture.desk.ledger.transaction(try fixture.desk.ledger.head().transaction)
    posted += row?.entries.count ?? 0
    try historyEndsInThePresent(shape)
    return what
  }

  private func historyEndsInThePresent(_ shape: RegisterShape) throws {
    for state in try fixture.desk.ledger.records(RecordQuery(), in: shape) {
      #expect(try fixture.desk.ledger.history(of: state.id, in: shape).last?.state == state)
    }
  }
}
