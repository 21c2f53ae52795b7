public import TargetEngine

/// A field that keeps the first day ever written to another one, so that a postponed deadline still
/// shows the original.
///
///     static let firsts: [First<Drill>] = [First(\.firstPlannedOn, of: \.plannedOn)]
///
/// A change marked as a typing error changes both.
public struct First<Record: Register>: Sendable {
  let kept: any PartialKeyPath<Record> & Sendable
  let path: any PartialKeyPath<Record> & Sendable

  /// - Parameters:
  ///   - kept: the field that keeps the day; nobody has to fill it in.
  ///   - path: the field whose first day is kept.
  public init(
    _ kept: any KeyPath<Record, Day?> & Sendable, of path: any KeyPath<Record, Day?> & Sendable
  ) {
    self.kept = kept
    self.path = path
  }
}

extension RegisterShape {
  /// Keeps the first days of the fields that have such a keeper.
  ///
  /// - Parameter isTypo: the fields never had another value.
  public func keepFirsts(_ state: inout RecordState, after old: RecordState, isTypo: Bool) {
    for (kept, field) in firsts {
      let isFirst = state.data[kept].isEmpty
      let isCorrected =
        isTypo && state.data[field] != old.data[field] && old.data[kept] == old.data[field]
      guard isFirst || isCorrected else { continue }
      // A record from before there was a first day had the one that it has now.
      state.data[kept] = isTypo || old.data[field].isEmpty ? state.data[field] : old.data[field]
    }
  }
}
