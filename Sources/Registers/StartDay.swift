public import TargetEngine

/// The day on which a record begins, and its dated values with it. Source: `registers.md`, "Days that
/// end something".
extension RegisterShape {
  /// The day on which a record begins; nil when it has none.
  public func start(of state: RecordState) -> Day? {
    startField.flatMap { state.data[$0].day }
  }

  /// The day on which a record's dated values begin; nil when none is known.
  public func valuesStart(of state: RecordState) -> Day? {
    valuesStartField.flatMap { state.data[$0].day }
  }

  /// Lets dated values begin when their record does: the first one of each field, and all of them
  /// when that day changes or becomes known.
  ///
  /// - Parameter written: fields whose values were written with their days, which stay.
  public func begin(
    _ state: inout RecordState, after old: RecordState,
    except written: WrittenFields = WrittenFields()
  ) {
    guard let start = valuesStart(of: state) else { return }
    let before = valuesStart(of: old)
    for field in datedFields where !written.contains(field) {
      guard case .dated(var dated) = state.data[field], let first = dated.steps.first else {
        continue
      }
      let isNew = old.data[field].isEmpty
      // Values that begin after the record has begun do not begin earlier when it begins later.
      let isLate = before.map { $0 < start && start < first.from } ?? false
      guard isNew || before != start && !isLate else { continue }
      dated.begin(on: start)
      state.data[field] = .dated(dated)
    }
  }

  /// The steps of dated values that fell away, since the day on which they begin moved past them.
  public func stepsLost(
    in state: RecordState, after old: RecordState
  ) -> [(field: FieldShape, steps: [Dated.Step])] {
    guard let start = valuesStart(of: state), valuesStart(of: old) != start else { return [] }
    return datedFields.compactMap { field in
      guard case .dated(let dated) = old.data[field] else { return nil }
      var lost = dated.steps.filter { $0.from <= start }
      // The value in force on the new start is its first, unless another was given for it.
      if case .dated(let kept) = state.data[field], kept.value(on: start) == lost.last?.value {
        lost.removeLast()
      }
      return lost.isEmpty ? nil : (fields[field], lost)
    }
  }
}
