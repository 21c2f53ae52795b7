internal import Registers
internal import Reports
internal import TargetEngine

/// The rule table as a list.
struct RuleTable {
  private let rules: [Rule]
  private let day: Day?

  /// - Parameter day: leaves out what is not in force then; nil for everything.
  init(_ rules: [Rule], on day: Day?) {
    self.rules = rules
    self.day = day
  }

  private var rows: [(rule: Rule, version: RuleVersion)] {
    rules.flatMap { rule in
      (day.map { [rule.version(on: $0)].compactMap(\.self) } ?? rule.versions).map { (rule, $0) }
    }
  }

  func list(_ language: Language) -> ObjectList {
    ObjectList(
      columns: [
        Column(Text("规则", "Rule")(language), key: "rule", .fixed),
        Column(Phrase.name(language), key: "name"),
        Column(Text("数值", "Value")(language), key: "value", .fixed),
        Column(Text("自何日起", "Since")(language), key: "since", .fixed),
        Column(Text("依据", "Source")(language), key: "citation", minimumWidth: 12),
        Column(Text("可靠程度", "How sure")(language), key: "certainty", priority: 1),
      ],
      objects: rows.map { rule, version in
        (
          json: .object(RuleTable.members(rule, version, language)),
          cells: [
            .text(rule.code), .text(rule.title(language)),
            .text(
              "\(version.count)" + Text("", " ")(language) + version.measure.title(language)),
            Cell(version.since == .first ? nil : version.since.description),
            Cell(version.citation.isEmpty ? nil : version.citation),
            .text(version.certainty.title(language)),
          ]
        )
      })
  }

  static func members(
    _ rule: Rule, _ version: RuleVersion, _ language: Language
  ) -> [(String, JSONValue)] {
    [
      ("rule", .string(rule.code)), ("name", .string(rule.title(language))),
      ("count", .integer(Int64(version.count))), ("measure", .string(version.measure.rawValue)),
      ("since", version.since == .first ? .null : .string(version.since.description)),
      ("citation", .string(version.citation)),
      ("certainty", .string(version.certainty.rawValue)),
    ]
  }
}
