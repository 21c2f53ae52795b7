import Registers
import Storage
import Suite
import TargetEngine
import Testing

@testable import Desk

/// An office in which anything may happen to the records of all registers.
struct RecordWorld {
  let fixture: RecordFixture
  var random: SplitMix
  var done = 0
  var posted: Int64 = 0
  private let hasSecrets: Bool

  init(seed: UInt64, hasSecrets: Bool = true) throws {
    fixture = try RecordFixture()
    random = SplitMix(state: seed)
    self.hasSecrets = hasSecrets
    if hasSecrets { try fixture.makeKey() }
    _ = try fixture.desk.addColumn("床位", "int", to: try fixture.shape("clinics.project"))
    _ = try fixture.desk.addColumn("说明", "文字", to: try fixture.shape("workforce.hire"))
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

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Days on both sides of two year's ends, some of them still to come.
  private mutating func day() -> Day {
    let year = pick([2020, 2021, 2021, 2022])
    let month = Int.random(in: 1...12, using: &random)
    return Day(year: year, month: month, day: Int.random(in: 1...28, using: &random))
      ?? fixture.desk.context.today
  }

  /// Does one thing, or is refused.
  ///
  /// - Parameter choices: what may be done, by the numbers below.
  mutating func act(_ choices: Range<Int> = 0..<13) throws -> String {
    // An undo may have taken a column away.
    let shape = pick(fixture.desk.ledger.allShapes())
    let records = try fixture.desk.ledger.records(RecordQuery(), in: shape)
    let head = try fixture.desk.ledger.head().transaction
    let choice = Int.random(in: choices, using: &random)
    let what: String
    do {
      switch choice {
      case 0...2: what = try add(shape)
      case 3...4 where !records.isEmpty: what = try set(shape, pick(records))
      case 5...6 where !records.isEmpty: what = try advance(shape, pick(records))
      case 7 where !records.isEmpty:
        let id = "TEST-\(pick(records).id)"
        what = "remove \(shape.id) \(id)"
        _ = try fixture.desk.removeRecords([id], in: shape, reason: "试")
      case 8 where head > 13:
        let number = Int64.random(in: max(12, head - 8)...head, using: &random)
        what = "undo \(number)"
        _ = try fixture.desk.undo("\(number)", reason: "试")
      case 9:
        let unit = pick(RecordFixture.units)
        let indicator = pick(["clinics.accepted", "workforce.hired", "clinics.in-training"])
        what = "log \(indicator) \(unit)"
        _ = try fixture.desk.log(
          indicator, "\(Int.random(in: -3...9, using: &random))", unit: unit, on: day(),
          year: nil, note: "", isLevel: false)
      case 10:
        let indicator = pick(["clinics.accepted", "clinics.planned", "workforce.villages-covered"])
        let (unit, byList) = (pick(RecordFixture.units), Bool.random(using: &random))
        what = "source \(indicator) \(unit) \(byList)"
        _ = try fixture.desk.setSourcing(indicator, unit: unit, byList: byList, since: day())
      case 11:
        let (unit, parent) = (pick(["v1", "v2", "v3", "v4", "h1", "c2"]), pick(["t1", "t2", "d"]))
        what = "move \(unit) \(parent)"
        _ = try fixture.desk.moveUnit(unit, under: parent)
      case 12 where !records.isEmpty:
        // Seldom, since nothing more is done to what was erased.
        guard Int.random(in: 0..<4, using: &random) == 0 else { return "nothing" }
        let record = pick(records)
        what = "erase \(shape.id) \(record.id)"
        _ = try fixture.desk.erase(record, in: shape, document: "卫健办〔2021〕77号")
      default: return "nothing"
      }
    } catch let fault as SecretsFault {
      #expect(fault == .alreadyErased)
      return "refused \(fault)"
    } catch let error as DeskError {
      #expect(try fixture.desk.ledger.head().transaction == head, "a refusal wrote: \(error)")
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

  private mutating func add(_ shape: RegisterShape) throws -> String {
    var fields: [Desk.Assignment] = []
    for field in shape.fields
    where field.roles.contains(.required) || Bool.random(using: &random) {
      if let value = try value(of: field) { fields.append((field.name, value)) }
    }
    if Bool.random(using: &random) { fields.append(("stage", pick(shape.stages).name)) }
    let state = try fixture.desk.addRecord(shape, fields, on: day()).result
    return "add \(shape.id) \(state.id) \(fields)"
  }

  private mutating func set(_ shape: RegisterShape, _ record: RecordState) throws -> String {
    let field = pick(shape.fields)
    let fields: [Desk.Assignment] = [(field.name, try value(of: field) ?? "")]
    _ = try fixture.desk.setRecords(
      ["TEST-\(record.id)"], in: shape, fields, on: day(), isTypo: Bool.random(using: &random))
    return "set \(shape.id) \(record.id) \(fields)"
  }

  private mutating func advance(_ shape: RegisterShape, _ record: RecordState) throws -> String {
    let now = shape.stage(named: shape.stage(of: record))
    let stage = now.flatMap { $0.next.isEmpty ? nil : pick($0.next) } ?? pick(shape.stages).name
    let needs = shape.needs.filter { $0.stage == stage }.map { shape.fields[$0.field] }
    var fields: [Desk.Assignment] = []
    for field in needs where field.kind != .day {
      if let value = try value(of: field) { fields.append((field.name, value)) }
    }
    let day = max(day(), record.moves.last?.day ?? day())
    _ = try fixture.desk.advanceRecords(
      ["TEST-\(record.id)"], in: shape, to: stage, fields, on: day)
    return "advance \(shape.id) \(record.id) \(stage) \(day)"
  }

  private mutating func value(of field: FieldShape) throws -> String? {
    switch field.kind {
    case .text:
      return field.roles.contains(.indicator)
        ? "clinics.accepted" : pick(["甲", "乙", "丙", "丁"])
    case .int:
      return field.roles.contains(.year)
        ? pick(["2020", "2021", "2022"]) : "\(Int.random(in: 1...6, using: &random))"
    case .money: return pick(["100", "20000.50"])
    case .dated: return "\(Int.random(in: 0...6, using: &random))"
    case .day: return day().description
    case .bool: return pick(["是", "否"])
    case .secret where !hasSecrets: return nil
    case .secret(.phone): return pick(["13800000001", "13800000002", "0563-1234567"])
    case .secret(.identityNumber):
      return pick(["110101190003070002", "110101190003070010", "110101190003070029"])
    case .choice(let choices): return pick(choices).name
    case .unit:
      return pick(
        try RecordFixture.units.filter { try field.takes(fixture.desk.unit($0).unit.kind) })
    case .moment: return "\(day()) \(Int.random(in: 0...23, using: &random)):15"
    case .file: return pick(["扫描件/甲.pdf", "卫健办〔2021〕77号"])
    case .list: return nil
    case .reference(let registers):
      let register = pick(registers)
      if register == "people.person" { return pick(["张一", "李二", "王三", "赵四"]) }
      let shape = try fixture.shape(register)
      let records = try fixture.desk.ledger.records(RecordQuery(), in: shape)
      return records.isEmpty ? nil : "TEST-\(pick(records).id)"
    }
  }
}
