public import Registers
public import TargetEngine

extension RegisterShape {
  /// Units with whose other records a record counts together, and the day from which on it does, where one or the
  /// other is not as it was: a unit that is closed by then counts it for nothing.
  ///
  /// - Parameter old: what the record was; nil for one that was not there.
  public func newlyCountedTogether(
    _ state: RecordState, after old: RecordState?
  ) -> [(unit: UnitID, from: Day)] {
    guard let start = startField, case .day(let day) = state.data[start] else { return [] }
    let isMoved = state.data[start] != old?.data[start]
    return Set(groups.map(\.field)).sorted().compactMap { field in
      guard case .unit(let unit) = state.data[field],
        isMoved || state.data[field] != old?.data[field]
      else { return nil }
      return (unit, day)
    }
  }
}
