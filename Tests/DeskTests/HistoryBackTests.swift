import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Whatever an office did, what its lists and exports say comes back. Source: `cli.md`, "What `list` and `export`
/// write as CSV can be imported".
@Suite struct HistoryBackTests {
  /// More of them are tried with `TAIZHANG_HISTORIES=1000-2000`.
  private static let seeds: ClosedRange<Int> = {
    let given = ProcessInfo.processInfo.environment["TAIZHANG_HISTORIES"]
    let ends = given?.split(separator: "-").compactMap { Int($0) } ?? []
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : 1...6
  }()

  @Test("random histories come back into their own ledger and into an empty one", arguments: seeds)
  func random(_ seed: Int) throws {
    var office = try RandomOffice(seed: UInt64(seed))
    for _ in 0..<60 { try office.act() }
    let fixture = office.fixture
    let files = try WrittenOut(fixture)
    let story = { "\(seed)\n\(office.done.joined(separator: "\n"))\n\(files)" }
    do {
      let again = try fixture.desk.take(
        [files.units, files.targets, files.entries] + files.records,
        ImportOptions(again: true, same: .skip))
      #expect(again.isEmpty, "\(again.result.files) \(story())")
      guard let other = try office.read(files) else { return }
      let (said, wanted) = (try other.reports(), try fixture.reports())
      if said != wanted {
        let (extra, missing) = (Set(said).subtracting(wanted), Set(wanted).subtracting(said))
        Issue.record("+ \(extra.sorted())\n- \(missing.sorted()) \(story())")
      }
      #expect(try other.desk.ledger.check().isEmpty, "\(story())")
    } catch {
      Issue.record("\(error) \(story())")
    }
  }
}

/// An office that does anything at random: to units, numbers, levels, targets, rules and records.
private struct RandomOffice {
  let fixture: RecordFixture
  private(set) var done: [String] = []
  private var commands: RandomRecords
  private let start: Int64
  private static let stocks = ["clinics.in-training", "workforce.villages-covered"]
  private static let flows = ["clinics.accepted", "workforce.hired"]
  private static let registers = [
    "clinics.course", "clinics.project", "workforce.village-doctor", "workforce.hire",
  ]

  init(seed: UInt64) throws {
    fixture = try RecordFixture()
    commands = RandomRecords(fixture, seed: seed, hasSecrets: false)
    start = try fixture.desk.ledger.head().transaction + 1
  }

  /// An empty ledger with all of it; nil where it refuses what could be told only before: numbers of before a rule by
  /// list where no record posts, and a village's doctor of before its closing who begins after that.
  func read(_ files: WrittenOut) throws -> RecordFixture? {
    do {
      return try files.read(after: fixture)
    } catch DeskError.faults(let faults) {
      let areBefore = try faults.listed.allSatisfy { fault in
        if case .rule(.unitClosed) = fault.kind, !fault.place.file.hasSuffix("/1.csv") {
          return true
        }
        guard case .rule(.reportsByList(let code, let name)) = fault.kind else { return false }
        return try !fixture.desk.ledger.isListed(
          ListedPlace(
            indicator: fixture.desk.indicator(code).id, unit: fixture.desk.unit(name).unit.id))
      }
      if areBefore { return nil }
      throw DeskError.faults(faults)
    }
  }

  private mutating func some(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &commands.random)
  }

  private mutating func day() throws -> Day {
    Day(year: 2021, month: some(1...6), day: some(1...9)) ?? fixture.desk.context.today
  }

  mutating func act() throws {
    do {
      if let what = try deed() {
        done.append("\(try fixture.desk.ledger.head().transaction) \(what)")
      }
    } catch is DeskError {
    }
  }

  private mutating func deed() throws -> String? {
    let desk = fixture.desk
    let (unit, day) = (commands.pick(RecordFixture.units), try day())
    switch some(0...15) {
    case 0...2:
      let indicator = commands.pick(Self.stocks + Self.flows)
      let amount = some(-2...6)
      _ = try desk.log(
        indicator, "\(amount)", unit: unit, on: day, year: nil, note: commands.pick(["", "记"]),
        isLevel: false)
      return "log \(indicator) \(amount) \(unit) \(day)"
    case 3...4:
      let (indicator, level) = (commands.pick(Self.stocks), some(0...9))
      _ = try desk.log(
        indicator, "\(level)", unit: unit, on: day, year: nil, note: "", isLevel: true)
      return "level \(indicator) \(level) \(unit) \(day)"
    case 5:
      guard
        let entry = try desk.ledger.entries(EntryQuery()).randomElement(using: &commands.random),
        let row = try desk.ledger.transaction(ofEntry: entry.seq)
      else { return nil }
      let id = "\(row.transaction).\(entry.seq - row.entries.first + 1)"
      _ = try desk.correct(
        id, amount: "\(some(0...4))", unit: nil, on: some(0...1) == 0 ? day : nil, reason: "错")
      return "correct \(id)"
    case 6:
      let (indicator, amount) = (commands.pick(Self.flows), some(0...30))
      let effective = some(0...1) == 0 ? day : nil
      _ = try desk.setTarget(
        indicator, amount: "\(amount)", unit: unit, year: 2021,
        draft: TargetDraft(amount: 0, effective: effective))
      return "target \(indicator) \(amount) \(unit) \(effective?.description ?? "")"
    case 7:
      let into = commands.pick(RecordFixture.units)
      switch some(0...2) {
      case 0:
        _ = try desk.moveUnit(unit, under: into)
        return "move \(unit) \(into)"
      case 1:
        _ = try desk.mergeUnit(unit, into: into, on: day)
        return "merge \(unit) \(into) \(day)"
      default:
        _ = try desk.closeUnit(unit, on: day)
        return "close \(unit) \(day)"
      }
    case 8:
      let (indicator, byList) = (commands.pick(Self.stocks + Self.flows), some(0...1) == 0)
      _ = try desk.setSourcing(indicator, unit: unit, byList: byList, since: day)
      return "source \(indicator) \(unit) \(byList) \(day)"
    case 9...10:
      let head = try desk.ledger.head().transaction
      if head < start { return nil }
      let number = Int64.random(in: max(start, head - 8)...head, using: &commands.random)
      _ = try desk.undo("\(number)", reason: "错")
      return "undo \(number)"
    default:
      let shape = try fixture.shape(commands.pick(Self.registers))
      let records = try desk.ledger.records(RecordQuery(), in: shape)
      if records.isEmpty || some(0...1) == 0 { return try commands.add(shape) }
      return some(0...1) == 0
        ? try commands.set(shape, commands.pick(records))
        : try commands.advance(shape, commands.pick(records))
    }
  }
}
