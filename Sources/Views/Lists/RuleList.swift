public import Registers
public import Reports
public import TargetEngine

/// A rule as it holds from some day on.
public struct RuleInForce: Sendable {
  /// What is counted, and its stable code.
  public var rule: Rule
  /// How much, since when, by which source.
  public var version: RuleVersion

  /// - Parameter version: one of those of the rule.
  public init(_ rule: Rule, _ version: RuleVersion) {
    self.rule = rule
    self.version = version
  }

  /// All versions of rules.
  ///
  /// - Parameter day: leaves out what is not in force then; nil for everything.
  public static func all(_ rules: [Rule], on day: Day?) -> [RuleInForce] {
    rules.flatMap { rule in
      (day.map { [rule.version(on: $0)].compactMap(\.self) } ?? rule.versions)
        .map { RuleInForce(rule, $0) }
    }
  }

  /// What a list says of a rule.
  public static func listing(_ language: Language) -> Listing<RuleInForce> {
    Listing(
      language,
      [
        ListColumn(Text("规则", "Rule"), key: "rule", .fixed) { .text($0.rule.code) },
        ListColumn(Phrase.name.text, key: "name") { .named($0.rule.title, language) },
        .inJSON("nameEn") { .string($0.rule.title.en) },
        ListColumn(Text("数值", "Value"), key: "value", as: "count", .fixed) {
          let (count, measure) = ($0.version.count, $0.version.measure.title(language))
          return ListValue(
            .text("\(count)" + Text("", " ")(language) + measure), .integer(Int64(count)))
        },
        .inJSON("measure") { .string($0.version.measure.rawValue) },
        ListColumn(Text("自何日起", "Since"), key: "since", .fixed) {
          .day($0.version.since == .first ? nil : $0.version.since)
        },
        ListColumn(Text("依据", "Source"), key: "citation", minimumWidth: 12) {
          let citation = $0.version.citation
          return ListValue(Cell(citation.isEmpty ? nil : citation), .string(citation))
        },
        ListColumn(Text("可靠程度", "How sure"), key: "certainty", priority: 1) {
          .coded($0.version.certainty.title(language), $0.version.certainty.rawValue)
        },
      ])
  }
}
