public import TargetEngine

/// A register without its record's type: all that storage, commands and reports work with. Made
/// once and handed about.
public final class RegisterShape: Sendable {
  /// `clinics.project`.
  public let id: String
  public let name: RegisterName
  public let fields: [FieldShape]
  /// In their usual order; the first is where a record begins.
  public let stages: [StageShape]
  public let marks: [StageField]
  public let needs: [StageField]
  /// The day fields that mark more than one stage.
  public let sharedMarkFields: [Int]
  public let signatures: [SignatureShape]
  public let limits: [LimitShape]
  public let rules: [GroupRuleShape]
  public let groups: [GroupShape]
  /// The codes of the indicators that the records themselves post to.
  public let measured: [String]
  public let obligations: [ObligationShape]
  /// The field of the unit that a record belongs to, or of the record whose unit that is.
  public let placeField: Int?
  public let moduleField: Int?
  /// The fields that must be filled in.
  public let requiredFields: [Int]
  /// The fields of the natural key.
  public let keyFields: [Int]
  /// The fields that alone tell a record from all others.
  public let identityFields: [Int]
  /// The texts that name records of other registers by their keys.
  public let namingFields: [Int]
  /// A record of which nothing is known.
  public let blank: RecordState
  private let startField: Int?
  /// Fields that keep the first value of others.
  let firsts: [(kept: Int, field: Int)]
  let defaults: [(field: Int, value: @Sendable (RecordState, any RecordReader) throws -> Datum)]
  private let fieldsByName: [String: Int]
  private let stageNames: [String]
  private let stagesByName: [String: Int]
  /// Problems, where these are asked for, and what is wanted beside other records, if any are given.
  private let examination:
    @Sendable (RecordState, _ problems: Bool, (any RecordReader)?) throws -> Examination

  /// - Parameter office: the columns that the office added; they come last and never post.
  public init<Record: Register>(_ type: Record.Type, office: [FieldShape] = []) {
    let fields = Record.fields
    let shapes = fields.map(\.shape) + office
    let index = { (path: PartialKeyPath<Record>) in fields.firstIndex { $0.path == path } }
    id = Record.id
    name = Record.name
    self.fields = shapes
    blank = RecordState(data: shapes.map { _ in .empty })
    stages = StageShape.all(of: Record.Stage.self)
    marks = Record.marks.compactMap { mark in
      index(mark.path).map {
        StageField(
          stage: mark.stage.rawValue, from: mark.from?.rawValue, field: $0)
      }
    }
    sharedMarkFields = Array(
      Dictionary(grouping: marks, by: \.field).filter { $0.value.count > 1 }.keys)
    needs = Record.needs.compactMap { need in
      index(need.path).map {
        StageField(stage: need.stage.rawValue, from: need.from?.rawValue, field: $0)
      }
    }
    signatures = Record.signatures.compactMap { signature in
      index(signature.path).map {
        SignatureShape(
          stage: signature.stage.rawValue, field: $0, others: signature.others.compactMap(index),
          isInPerson: signature.isInPerson)
      }
    }
    let declared = Record.limits.compactMap { LimitShape($0, index) }
    limits = LimitShape.usual(shapes, beside: declared) + declared
    rules = Record.rules.compactMap { GroupRuleShape($0, index) }
    groups = Record.groups.flatMap { GroupShape.shapes($0, index) }
    measured = Record.measures.flatMap(\.indicators)
    obligations = Record.obligations.map { ObligationShape($0, index) }
    firsts = Record.firsts.compactMap { first in
      index(first.kept).flatMap { kept in index(first.path).map { (kept, $0) } }
    }
    defaults = Record.defaults.compactMap { standard in
      index(standard.path).map { field in
        (field, { state, others in try standard.value(Record(state), others) })
      }
    }
    let first = { (role: FieldRoles) in fields.firstIndex { $0.shape.roles.contains(role) } }
    placeField = first(.place)
    moduleField = first(.module)
    startField = first(.start)
    let all = { (role: FieldRoles) in
      fields.indices.filter { fields[$0].shape.roles.contains(role) }
    }
    requiredFields = all(.required)
    keyFields = all(.key)
    identityFields = all(.identity)
    namingFields = fields.indices.filter { fields[$0].shape.names != nil }
    let names = shapes.enumerated().flatMap { index, field in
      [field.name, field.title.zh, field.title.en].map { ($0, index) }
    }
    fieldsByName = Dictionary(names) { first, _ in first }
    stageNames = stages.map(\.name)
    let stageWords = stages.enumerated().flatMap { index, stage in
      [stage.name, stage.title.zh, stage.title.en].map { ($0, index) }
    }
    stagesByName = Dictionary(stageWords) { first, _ in first }
    examination = { state, asksForProblems, others in
      let record = Record(state)
      var found = Examination()
      if asksForProblems { found.problems = record.problems() }
      if let others {
        for measure in Record.measures {
          try measure.wanted(record, state.id, others) { found.wanted.append($0) }
        }
      }
      return found
    }
  }

  /// What a record calls for in the ledger, and what is wrong with it by itself.
  public func examine(
    _ state: RecordState, _ others: any RecordReader, today: Day
  ) throws -> Examination {
    var found = try examine(state, others, problems: true)
    found.problems += breaches(state, today: today)
    return found
  }

  /// What a record calls for in the ledger: nothing once it is removed.
  public func wanted(_ state: RecordState, _ others: any RecordReader) throws -> [Wanted] {
    try examine(state, others, problems: false).wanted
  }

  /// What is wrong with a record by itself.
  public func problems(_ state: RecordState, today: Day) throws -> [Problem] {
    try examination(state, true, nil).problems + breaches(state, today: today)
  }

  private func examine(
    _ state: RecordState, _ others: any RecordReader, problems: Bool
  ) throws -> Examination {
    var found = try examination(state, problems, state.isRemoved ? nil : others)
    guard found.wanted.contains(where: { $0.posting.unit == nil }) else { return found }
    let place = try self.place(of: state, others)
    for index in found.wanted.indices where found.wanted[index].posting.unit == nil {
      found.wanted[index].posting.unit = place
    }
    return found
  }

  /// The stage that a record is in.
  public func stage(of state: RecordState) -> String {
    state.moves.last?.stage ?? stages.first?.name ?? ""
  }

  /// The stage that a record was in on a day.
  public func stage(of state: RecordState, on day: Day) -> String {
    state.moves.last { $0.day <= day }?.stage ?? stages.first?.name ?? ""
  }

  public func stage(named name: String) -> StageShape? {
    // There are few, and their names are compared sooner than hashed.
    (stageNames.firstIndex(of: name) ?? stagesByName[name]).map { stages[$0] }
  }

  /// A field by its name or its title in either language.
  public func field(named name: String) -> Int? { fieldsByName[name] }

  /// The day from which a new record's dated values hold; nil when it has none.
  public func start(of state: RecordState) -> Day? {
    startField.flatMap { state.data[$0].day }
  }

  /// Lets dated values begin when their record does, also where that day was wrong at first.
  public func begin(_ state: inout RecordState, after old: RecordState) {
    guard let start = start(of: state) else { return }
    for (index, field) in fields.enumerated() where field.kind == .dated {
      guard case .dated(var dated) = state.data[index] else { continue }
      let isNew = old.data[index].isEmpty || self.start(of: old) == nil
      let followed = self.start(of: old).map { $0 == dated.steps.first?.from } ?? false
      guard isNew || followed, dated.steps.first?.from != start else { continue }
      dated.begin(on: start)
      state.data[index] = .dated(dated)
    }
  }

  /// The unit that a record belongs to, by itself or through the record that it refers to.
  public func place(of state: RecordState, _ others: any RecordReader) throws -> UnitID? {
    switch placeField.map({ state.data[$0] }) {
    case .unit(let unit): unit
    case .record(let record): try others.place(of: record)
    default: nil
    }
  }
}
