public import TargetEngine

/// What a register says of its records: where they stand, when they begin and whose they are.
extension RegisterShape {
  /// The stage that a record is in.
  public func stage(of state: RecordState) -> String {
    state.moves.last?.stage ?? stages.first?.name ?? ""
  }

  /// The stage that a record was in on a day.
  public func stage(of state: RecordState, on day: Day) -> String {
    state.moves.last { $0.day <= day }?.stage ?? stages.first?.name ?? ""
  }

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
