import TargetEngine
import Testing

@testable import Registers

/// Records without a database, for the rules that look at others.
struct RecordsInMemory: QuestionReader {
  /// The figures of indicators by plan year, of whatever unit.
  var figures: [String: [Int: YearFigure]] = [:]
  private var all: [(register: String, state: RecordState)] = []
  private var names: [String: [String]] = [:]
  private var shapes: [String: RegisterShape] = [:]

  @discardableResult
  mutating func add<Record: Register>(_ record: Record) -> RecordID {
    let id = RecordID(all.count + 1)
    shapes[Record.id] = RegisterShape(Record.self)
    names[Record.id] = Record.fields.map(\.shape.name)
    all.append((Record.id, record.state(id)))
    return id
  }

  /// The same with a record in place of the one of its number, or beside the others.
  func with<Record: Register>(_ record: Record, _ id: RecordID) -> RecordsInMemory {
    var records = self
    records.all.removeAll { $0.state.id == id }
    records.all.append((Record.id, record.state(id)))
    records.shapes[Record.id] = RegisterShape(Record.self)
    records.names[Record.id] = Record.fields.map(\.shape.name)
    return records
  }

  /// What is wrong with all groups of records together.
  func broken() throws -> [Problem] {
    try shapes.values.sorted { $0.id < $1.id }.flatMap { shape in
      let states = try states(of: shape.id, below: nil)
      return try shape.rules.flatMap { rule in
        try Set(states.flatMap(rule.keys)).flatMap { key in
          try rule.problems(states.filter { rule.keys(of: $0).contains(key) }, self)
        }
      }
    }
  }

  mutating func remove(_ id: RecordID) { all[Int(id) - 1].state.isRemoved = true }

  func state(_ id: RecordID) -> RecordState? {
    all.map(\.state).first { $0.id == id && !$0.isRemoved }
  }

  func states(of register: String, below unit: UnitID?) throws -> [RecordState] {
    try all.filter { $0.register == register && !$0.state.isRemoved }.map(\.state).filter {
      try unit == nil || place(of: $0.id) == unit
    }
  }

  func units(of kind: UnitKind, on day: Day, below unit: UnitID?) -> [UnitID] { [] }

  func figures(
    of indicator: IndicatorDeclaration, for unit: UnitID?, on day: Day
  ) -> [Int: YearFigure] { figures[indicator.code] ?? [:] }

  func register(of id: RecordID) -> String? { all.first { $0.state.id == id }?.register }

  func place(of id: RecordID) throws -> UnitID? {
    guard let found = all.first(where: { $0.state.id == id }) else { return nil }
    return try shapes[found.register]?.place(of: found.state, self)
  }

  func states(of register: String, where field: String, is value: Datum) -> [RecordState] {
    guard let index = names[register]?.firstIndex(of: field) else { return [] }
    return all.filter {
      $0.register == register && !$0.state.isRemoved && $0.state.data[index].values.contains(value)
    }.map(\.state)
  }
}

extension Register {
  func state(_ id: RecordID = 0) -> RecordState {
    RecordState(
      id: id, data: Self.fields.map { $0.read(self) },
      moves: moves.all.map { StageMove(stage: $0.stage.rawValue, day: $0.day) })
  }

  /// What the record posts to an indicator, each as `+1 2021-06-20 of 2021 at 7`.
  func posts(
    _ indicator: String, _ others: RecordsInMemory = RecordsInMemory(), id: RecordID = 0
  ) throws -> [String] {
    try RegisterShape(Self.self).wanted(state(id), others).filter { $0.indicator == indicator }
      .map(\.posting.line)
  }

  /// What is wrong with the record, in Chinese.
  func faults(_ id: RecordID = 0, _ others: RecordsInMemory = RecordsInMemory()) throws -> [String]
  {
    let today = try day("2021-06-30")
    return
      (try RegisterShape(Self.self).problems(state(id), today: today)
      + others.with(self, id).broken()).map(\.text.zh)
  }
}

extension Register {
  /// What records of one group post together to an indicator.
  static func posts(
    _ indicator: String, together records: [Self], by key: Datum, _ others: RecordsInMemory
  ) throws -> [String] {
    let groups = RegisterShape(Self.self).groups
    let group = try #require(groups.first { $0.indicator == indicator })
    return try group.wanted(key, records.map { $0.state() }, others).map(\.posting.line)
  }
}

/// What a record owes, each as `2021-06-20 first 2021-05-31 open`.
func duties<Record: Register>(
  _ record: Record, on text: String = "2021-06-30", _ others: RecordsInMemory = RecordsInMemory(),
  id: RecordID = 0
) throws -> [String] {
  let shape = RegisterShape(Record.self)
  let today = try day(text)
  let scope = DueScope(start: try day("2021-01-01"), day: today, end: today.adding(days: 30))
  return try shape.obligations.flatMap {
    try $0.duties(of: record.state(id), in: shape, scope, others)
  }.map { duty in
    let occurrence = duty.occurrence
    let first = occurrence.firstDue == occurrence.due ? "" : " first \(occurrence.firstDue)"
    return "\(occurrence.due)\(first) \(occurrence.status(on: today))"
      + (duty.unit.map { " by \($0)" } ?? "")
  }
}

func moment(_ text: String) throws -> Moment {
  let parts = text.split(separator: " ")
  let clock = parts[1].split(separator: ":").compactMap { Int($0) }
  return try #require(Moment(try day(String(parts[0])), hour: clock[0], minute: clock[1]))
}

extension Posting {
  var line: String {
    "\(amount > 0 ? "+" : "")\(amount) \(day)" + (year.map { " of \($0)" } ?? "")
      + (unit.map { " at \($0)" } ?? "")
  }
}

extension Moves {
  /// Moves in their order, each `(stage, "2021-06-20")`.
  init(of moves: KeyValuePairs<Stage, String>) throws {
    self.init(try moves.map { ($0.key, try day($0.value)) })
  }
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// A quantity from its values by day.
func dated(_ steps: KeyValuePairs<String, Int64>) throws -> Dated {
  Dated(steps: try steps.map { Dated.Step(from: try day($0.key), value: $0.value) })
}
