internal import TargetEngine

/// A register without its record's type: all that storage, commands and reports work with. Made
/// once and handed about.
public final class RegisterShape: Sendable {
  /// `clinics.project`.
  public let id: String
  /// What it is called.
  public let name: RegisterName
  /// In the order of forms and files; the office's own columns come last.
  public let fields: [FieldShape]
  /// In their usual order; the first is where a record begins.
  public let stages: [StageShape]
  /// The fields that hold the day of a move.
  public let marks: [StageField]
  /// The fields that a move requires.
  public let needs: [StageField]
  /// The day fields that mark more than one stage.
  public let sharedMarkFields: [Int]
  /// The moves that other records make when one enters a stage.
  public let consequences: [ConsequenceShape]
  /// Who must sign a stage.
  public let signatures: [SignatureShape]
  /// The values that fields may have, the usual limits of numbers included.
  public let limits: [LimitShape]
  /// The rules over several records.
  public let rules: [GroupRuleShape]
  /// What records post together, each indicator by itself.
  public let groups: [GroupShape]
  /// The codes of the indicators that the records themselves post to.
  public let measured: [String]
  /// The list of other records beside which its numbers are shown; nil for none.
  public let roster: RosterShape?
  /// What each record owes by a day.
  public let obligations: [ObligationShape]
  /// The field of the unit that a record belongs to, or of the record whose unit that is.
  public let placeField: Int?
  /// The unit field by which records that post find their unit, where it need not be filled in: left
  /// out, it is the office's own.
  public let ownerField: Int?
  /// The fields without which a record counts nowhere.
  public let countedFields: [Int]
  /// The field with the name of the module that a record belongs to.
  public let moduleField: Int?
  /// The fields that must be filled in.
  public let requiredFields: [Int]
  /// The fields of the natural key.
  public let keyFields: [Int]
  /// Those of the natural key that a record may lack.
  public let laterKeyFields: [Int]
  /// The fields that keep their values by day.
  public let datedFields: [Int]
  /// The stages that a move may enter on a day that is still to come.
  public let stagesAhead: [String]
  /// The first and the last day of a stretch that may be written as a window; nil for none.
  public let window: (start: Int, end: Int)?
  /// The fields that identify a record by themselves.
  public let identityFields: [Int]
  /// The fields that take units of some kinds only.
  public let limitedFields: [Int]
  /// The texts that name records of other registers by their keys.
  public let namingFields: [Int]
  /// A record of which nothing is known.
  public let blank: RecordState
  /// The field of the day on which a record begins; without one it is always listed.
  public let startField: Int?
  let valuesStartField: Int?
  /// Fields that keep the first value of others.
  let firsts: [(kept: Int, field: Int)]
  let defaults: [(field: Int, value: @Sendable (RecordState, any RecordReader) throws -> Datum)]
  private let fieldsByName: [String: Int]
  private let stageNames: [String]
  private let stagesByName: [String: Int]
  /// Problems, where these are asked for, and what is wanted beside other records, if any are
  /// given.
  let examination:
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
    marks = Record.marks.compactMap { mark in
      index(mark.path).map {
        StageField(
          stage: mark.stage.rawValue, from: mark.from?.rawValue, field: $0)
      }
    }
    stages = StageShape.all(of: Record.Stage.self, marks)
    sharedMarkFields = Array(
      Dictionary(grouping: marks, by: \.field).filter { $0.value.count > 1 }.keys)
    needs = Record.needs.compactMap { need in
      index(need.path).map {
        StageField(stage: need.stage.rawValue, from: need.from?.rawValue, field: $0)
      }
    }
    consequences = Record.consequences.compactMap { ConsequenceShape($0, index) }
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
    roster = RosterShape(Record.roster, index)
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
    let postsSomething = !(Record.measures.isEmpty && Record.groups.isEmpty)
    ownerField = first(.place).flatMap { field in
      let isLeftOut = shapes[field].kind == .unit && !shapes[field].roles.contains(.required)
      return isLeftOut && postsSomething ? field : nil
    }
    moduleField = first(.module)
    startField = first(.start)
    valuesStartField = startField ?? first(.valuesStart)
    let all = { (role: FieldRoles) in
      fields.indices.filter { fields[$0].shape.roles.contains(role) }
    }
    countedFields = [ownerField].compactMap { $0 } + all(.counted)
    requiredFields = all(.required)
    keyFields = all(.key)
    laterKeyFields = all([.key, .filledLater])
    datedFields = shapes.indices.filter { shapes[$0].kind.isDated }
    stagesAhead = stages.filter(\.mayLieAhead).map(\.name)
    window = first(.windowStart).flatMap { start in first(.windowEnd).map { (start, $0) } }
    identityFields = all(.identity)
    limitedFields = shapes.indices.filter {
      shapes[$0].kind.element == .unit && !shapes[$0].units.isEmpty
    }
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

  /// A stage by its name or its title in either language.
  public func stage(named name: String) -> StageShape? {
    // There are few, and their names are compared sooner than hashed.
    (stageNames.firstIndex(of: name) ?? stagesByName[name]).map { stages[$0] }
  }

  /// A field by its name or its title in either language.
  public func field(named name: String) -> Int? { fieldsByName[name] }
}
