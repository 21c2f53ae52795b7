import Database
import Registers
import Storage
import TargetEngine

@testable import Desk

/// Commands to registers with random values, of which many are refused.
struct RandomRecords {
  let fixture: RecordFixture
  var random: SplitMix
  private let hasSecrets: Bool

  init(_ fixture: RecordFixture, seed: UInt64, hasSecrets: Bool = true) {
    self.fixture = fixture
    self.hasSecrets = hasSecrets
    random = SplitMix(state: seed)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// Days on both sides of two year's ends, some of them still to come.
  mutating func day() -> Day {
    let year = pick([2020, 2021, 2021, 2022])
    let month = Int.random(in: 1...12, using: &random)
    return Day(year: year, month: month, day: Int.random(in: 1...28, using: &random))
      ?? fixture.desk.context.today
  }

  mutating func add(_ shape: RegisterShape) throws -> String {
    var fields: [Desk.Assignment] = []
    for field in shape.fields
    where field.roles.contains(.required) || Bool.random(using: &random) {
      if let value = try value(of: field) { fields.append((field.name, value)) }
    }
    if Bool.random(using: &random) { fields.append(("stage", pick(shape.stages).name)) }
    let state: RecordState
    do {
      state = try fixture.desk.addRecord(shape, fields, on: day()).result
    } catch DeskError.record(.unusedDay) {
      state = try fixture.desk.addRecord(shape, fields, on: nil).result
    }
    return "add \(shape.id) \(state.id) \(fields)"
  }

  mutating func set(_ shape: RegisterShape, _ record: RecordState) throws -> String {
    let field = pick(shape.fields)
    let fields: [Desk.Assignment] = [(field.name, try value(of: field) ?? "")]
    _ = try fixture.desk.setRecords(
      ["TEST-\(record.id)"], in: shape, fields, on: day(), isTypo: Bool.random(using: &random))
    return "set \(shape.id) \(record.id) \(fields)"
  }

  mutating func advance(_ shape: RegisterShape, _ record: RecordState) throws -> String {
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

  /// Corrects the day of a move.
  mutating func redate(_ shape: RegisterShape, _ record: RecordState) throws -> String {
    let stage = record.moves.isEmpty ? pick(shape.stages).name : pick(record.moves).stage
    let day = day()
    _ = try fixture.desk.redateRecords(
      ["TEST-\(record.id)"], in: shape, stage, to: day, from: nil)
    return "redate \(shape.id) \(record.id) \(stage) \(day)"
  }

  /// Merges a record into another of its register.
  mutating func merge(_ shape: RegisterShape, _ records: [RecordState]) throws -> String {
    let (old, kept) = (pick(records).id, pick(records).id)
    _ = try fixture.desk.mergeRecord("TEST-\(old)", into: "TEST-\(kept)", in: shape, reason: "试")
    return "merge \(shape.id) \(old) \(kept)"
  }

  /// Imports a list of some rows, of which some may be of records that are there.
  mutating func importList(_ shape: RegisterShape) throws -> String {
    let columns = shape.fields.filter {
      !$0.isSecret && ($0.roles.contains(.required) || Bool.random(using: &random))
    }
    let isStaged = Bool.random(using: &random)
    var lines = [(columns.map(\.name) + (isStaged ? ["stage"] : [])).joined(separator: ",")]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      var cells: [String] = []
      for column in columns { cells.append(try value(of: column) ?? "") }
      if isStaged { cells.append(pick(shape.stages).name) }
      lines.append(cells.joined(separator: ","))
    }
    let text = lines.joined(separator: "\n")
    let options = ImportOptions(again: true, skipsBehind: Bool.random(using: &random))
    try fixture.importList(shape.id, text, options)
    return "import \(shape.id) \(lines)"
  }

  private mutating func value(of field: FieldShape) throws -> String? {
    switch field.kind {
    case .text:
      return field.roles.contains(.indicator)
        ? "clinics.accepted" : pick(["甲", "乙", "丙", "丁", "A1", "Ａ１"])
    case .int:
      return field.roles.contains(.year)
        ? pick(["2020", "2021", "2022"]) : "\(Int.random(in: 1...6, using: &random))"
    case .money: return pick(["100", "20000.50"])
    case .decimal: return pick(["1.5", "20"])
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
