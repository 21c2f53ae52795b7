public import TargetEngine

/// What a change does to months that are closed: their reports stay as they are. Source: `engine.md`,
/// "Closing a month".
public struct LateNotice: Sendable, Hashable {
  /// What was changed.
  public enum Change: Sendable, Hashable {
    /// Figures: the difference is a correction.
    case figures
    /// Figures of months before the last closed one, which is as it was: no report to come shows a correction.
    case passing
    /// A target: it is in force from the next report on.
    case target
    /// Where units belong: what they bring with them is a correction.
    case tree
  }

  /// What was changed.
  public var change: Change
  /// The closed months that it is about.
  public var months: [Month]
  /// The month in whose report it shows.
  public var next: Month
  /// What is counted; none where units belong elsewhere.
  public var indicators: [Indicator]
}
