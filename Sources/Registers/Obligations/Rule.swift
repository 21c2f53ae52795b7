public import TargetEngine

/// A legal or usual period or number: a row of the rule table, which an office may replace from a
/// day on.
///
///     static let evaluation = Rule(
///       "emergency.evaluation", zh: "演练评估期限", en: "Evaluation of drills",
///       [RuleVersion(30, .days, since: (2019, 4, 1), citation: "应急预案管理办法", .checked)])
///
/// Registers ask for it with `others.version(of:on:)`, `others.deadline(of:after:)` or
/// `others.end(of:after:)`, so that the office's own version counts.
public struct Rule: Sendable {
  /// The module and a word, `workforce.probation`.
  public let code: String
  /// What people read.
  public let title: Text
  /// As the program ships them, the oldest first.
  public let versions: [RuleVersion]

  /// Versions may come in any order.
  public init(_ code: String, zh: String, en: String, _ versions: [RuleVersion]) {
    self.code = code
    title = Text(zh, en)
    self.versions = versions.sorted { $0.since < $1.since }
  }

  /// The version in force on a day; before the first one, that one.
  public func version(on day: Day) -> RuleVersion? { versions.inForce(on: day) }

  /// The last day of the term after a day, as the program brings the rule along; nil when it is no
  /// term, or one of working days whose calendar ends before.
  public func end(after day: Day) -> Day? {
    version(on: day)?.term.flatMap { try? DueRule.within($0, after: day).day(.shipped) }
  }

  /// The rule with an office's versions in place of ours of the same day.
  public func with(_ own: [RuleVersion]) -> Rule {
    let days = Set(own.map(\.since))
    return only(versions.filter { !days.contains($0.since) } + own)
  }

  /// The rule with other versions.
  public func only(_ versions: [RuleVersion]) -> Rule {
    Rule(code, zh: title.zh, en: title.en, versions)
  }
}
