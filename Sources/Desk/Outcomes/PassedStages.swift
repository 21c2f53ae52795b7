public import Registers
public import TargetEngine

/// Stages that lists passed over although entering them counts: their days would have to be told.
public struct PassedStages: Sendable {
  /// A counted stage that records passed over.
  public struct Stage: Sendable {
    /// `workforce.trainee`.
    public var register: String
    /// As in files.
    public var name: String
    /// What it is called.
    public var title: Text
    /// The fields that tell the day.
    public var fields: [FieldShape]
    /// How many records passed it over.
    public var records: Int
  }

  /// In the order in which they were found.
  public private(set) var stages: [Stage] = []
  /// The counted stages between two others, as the first record that passed over them has them.
  private var known: [[String]: [Stage]] = [:]

  /// Notes the counted stages that a record's new moves passed over.
  mutating func note(
    _ state: RecordState, after old: RecordState?, in shape: RegisterShape,
    _ others: any RecordReader
  ) throws {
    for (place, move) in state.moves.enumerated() {
      let before = shape.stage(before: place, in: state)
      if shape.stage(named: before)?.next.contains(move.stage) ?? true { continue }
      if old?.moves.contains(move) ?? false { continue }
      let way = [shape.id, before, move.stage]
      let passed =
        try known[way] ?? PassedStages.counted(to: place, from: before, state, shape, others)
      known[way] = passed
      passed.forEach { add($0) }
    }
  }

  mutating func add(_ others: PassedStages) { others.stages.forEach { add($0) } }

  private mutating func add(_ stage: Stage) {
    if let place = stages.firstIndex(where: {
      $0.register == stage.register && $0.name == stage.name
    }) {
      stages[place].records += stage.records
    } else {
      stages.append(stage)
    }
  }

  /// The stages on the way to a move by which a record would post something else.
  private static func counted(
    to place: Int, from before: String, _ state: RecordState, _ shape: RegisterShape,
    _ others: any RecordReader
  ) throws -> [Stage] {
    let move = state.moves[place]
    let wanted = try shape.wanted(state, others)
    return try shape.way(from: before, to: move.stage).compactMap { stage in
      var entered = state
      entered.moves.insert(StageMove(stage: stage.name, day: move.day), at: place)
      if try shape.wanted(entered, others) == wanted { return nil }
      let fields = shape.marks.filter { $0.stage == stage.name }.map { shape.fields[$0.field] }
      return Stage(
        register: shape.id, name: stage.name, title: stage.title, fields: fields, records: 1)
    }
  }
}

extension RegisterShape {
  /// The stages between two on the shortest way from one to the other.
  fileprivate func way(from stage: String, to other: String) -> [StageShape] {
    var ways: [[StageShape]] = [[]]
    var seen: Set<String> = [stage]
    while !ways.isEmpty {
      var longer: [[StageShape]] = []
      for way in ways {
        let next = self.stage(named: way.last?.name ?? stage)?.next ?? []
        if next.contains(other) { return way }
        longer += next.filter { seen.insert($0).inserted }.compactMap { self.stage(named: $0) }
          .map { way + [$0] }
      }
      ways = longer
    }
    return []
  }
}
