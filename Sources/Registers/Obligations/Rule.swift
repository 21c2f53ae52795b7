public import TargetEngine

/// A legal or usual period or number: a row of the rule table, which an office may set anew.
public struct Rule: Sendable {
  /// `workforce.probation`.
  public let code: String
  public let title: Text
  /// As the program brings them along, the oldest first.
  public let versions: [RuleVersion]

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
