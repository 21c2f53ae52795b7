public import TargetEngine

/// A field that keeps the first day ever written to another one, so that a postponed deadline still
/// shows the original.
///
///     static let firsts: [First<Drill>] = [First(\.firstPlannedOn, of: \.plannedOn)]
///
/// A change marked as a typing error changes both.
public struct First<Record: RegisterRecord>: Sendable {
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
