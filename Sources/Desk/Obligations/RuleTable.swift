public import Registers
internal import Storage
public import TargetEngine

extension Desk {
  /// The rule table: each rule with the office's versions in it.
  public func ruleTable(_ rules: [Rule]) throws -> [Rule] { try rules.map { try ledger.rule($0) } }

  /// Sets a rule from a day on; earlier days keep what they had.
  ///
  /// - Parameters:
  ///   - name: its code, or its title in either language.
  ///   - measure: nil for what the rule has been measured in so far.
  public func setRule(
    _ name: String, among rules: [Rule], count: String, measure: String?, since: Day?,
    citation: String
  ) throws -> Written<(rule: Rule, version: RuleVersion)> {
    guard let declared = rules.first(where: { $0.isNamed(name) }) else {
      throw DeskError.unknownRule(
        name,
        suggestions: Suggestions.nearest(to: name, in: rules.flatMap { [$0.code, $0.title.zh] }))
    }
    let rule = try ledger.rule(declared)
    let since = since ?? context.today
    guard let number = Int(count), RuleVersion.counts.contains(number) else {
      throw DeskError.badRule(rule.code, count: count)
    }
    let present = rule.version(on: since) ?? declared.version(on: since)
    let given = try measure.map { text in
      guard let given = RuleMeasure(named: text),
        (given == .people) == (present.map { $0.measure == .people } ?? false)
      else { throw DeskError.unknownRuleMeasure(text) }
      return given
    }
    let version = RuleVersion(
      number, given ?? present?.measure ?? .days, since: since, citation: citation)
    return try write { transaction in
      try transaction.set(version, of: rule)
      return (rule, version)
    }
  }
}

extension Rule {
  fileprivate func isNamed(_ text: String) -> Bool { [code, title.zh, title.en].contains(text) }
}
