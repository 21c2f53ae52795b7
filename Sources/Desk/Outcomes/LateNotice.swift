public import TargetEngine

/// What a change does to months that are closed: their reports stay as they are. Source: `engine.md`,
/// "Closing a month".
public struct LateNotice: Sendable, Hashable {
  /// What was changed.
  public enum Change: Sendable, Hashable {
    /// Figures: the difference is a correction.
    case figures
    /// Figures of months of which a note of the next report tells, since nothing is left to be corrected.
    case noted
    /// Figures of months that come to what the last closed report has to date again, so that nothing is left to be
    /// corrected.
    case settled
    /// Figures of months of which no report to come says anything.
    case passing
    /// A target: it is in force from the next report on.
    case target
    /// Where units belong: what they bring with them is a correction, where they bring anything.
    case tree
  }

  /// Whether the next report shows it.
  public var isShown: Bool {
    switch change {
    case .figures, .noted, .target: true
    case .tree: !indicators.isEmpty
    case .settled, .passing: false
    }
  }

  /// What was changed.
  public var change: Change
  /// The closed months that it is about.
  public var months: [Month]
  /// The month in whose report it shows.
  public var next: Month
  /// What is counted; where units belong elsewhere only what that makes another.
  public var indicators: [Indicator]
}
