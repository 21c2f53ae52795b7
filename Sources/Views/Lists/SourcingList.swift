public import Desk
public import Reports
public import TargetEngine

extension ObjectList {
  /// Who reports what by list and by number, from which day on.
  public static func sourcings(
    _ rules: [ListedSourcing], _ language: Language
  ) throws -> ObjectList {
    try Listing<ListedSourcing>(
      language,
      [
        ListColumn(Phrase.id.text, key: "indicator", .fixed) {
          .text($0.rule.indicator.code)
        },
        .inTable(Phrase.indicator.text, key: "name") {
          .text($0.rule.indicator.title(language))
        },
        ListColumn(Phrase.unit.text, key: "unit") { .unit($0.rule.unit) },
        .inTable(Phrase.code.text, key: "code", .fixed) { .text($0.rule.unit.code) },
        ListColumn(Text("方式", "By"), key: "by", .fixed) {
          $0.rule.sourcing.byList
            ? .coded(Text("按清单", "list")(language), "list")
            : .coded(Text("按数字", "number")(language), "number")
        },
        ListColumn(Text("自何日起", "Since"), key: "since", .fixed) {
          .day($0.rule.sourcing.since)
        },
        ListColumn(Phrase.transaction.text, key: "transaction", .number) {
          .integer(Int($0.transaction))
        },
      ]
    ).list(rules)
  }
}
