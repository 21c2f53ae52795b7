public import Database
public import Registers
internal import TargetEngine

/// The rows that an office adds to the rule table. They are settings, so that the journal keeps
/// who set what, and an undo takes it back.
extension Ledger {
  /// A rule with the office's versions; with nothing else in a database that began bare.
  public func rule(_ rule: Rule) throws(StorageError) -> Rule {
    let office = try officeRules()
    let own = office.versions[rule.code] ?? []
    return office.isBare ? rule.only(own) : rule.with(own)
  }

  /// What the office set; read once as long as nobody writes.
  private func officeRules() throws(StorageError) -> OfficeRules {
    let derived = derived
    if let rules = derived.rules { return rules }
    let rows = try connection.rows(
      "SELECT name, value FROM setting WHERE name LIKE ?1", [.text(RuleSetting.prefix + "%")]
    ) { RuleSetting(name: $0.text(0), value: $0.text(1)) }
    let isBare = try connection.first(
      "SELECT 1 FROM identity WHERE name = 'rules' AND value = 'none'"
    ) { _ in true }
    let found = OfficeRules(
      isBare: isBare ?? false,
      versions: Dictionary(grouping: rows.compactMap(\.self), by: \.code)
        .mapValues { $0.map(\.version) })
    derived.rules = found
    return found
  }
}

extension Transaction {
  /// Sets a rule from a day on, in place of what the office set for that day before.
  public func set(_ version: RuleVersion, of rule: Rule) throws(StorageError) {
    let setting = RuleSetting(code: rule.code, version: version)
    try set(setting: setting.name, to: setting.value)
    ledger.forgetSettings()
  }
}

/// `rule workforce.probation 20140701` = `12 months 条例第十三条`.
private struct RuleSetting {
  static let prefix = "rule "

  var code: String
  var version: RuleVersion

  init(code: String, version: RuleVersion) {
    self.code = code
    self.version = version
  }

  init?(name: String, value: String) {
    let words = name.dropFirst(RuleSetting.prefix.count).split(separator: " ")
    let parts = value.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 2, parts.count == 3,
      let since = Int(words[1]).flatMap(Day.init(rawValue:)),
      let count = Int(parts[0]), RuleVersion.counts.contains(count),
      let measure = RuleMeasure(rawValue: String(parts[1]))
    else { return nil }
    code = String(words[0])
    version = RuleVersion(count, measure, since: since, citation: String(parts[2]))
  }

  var name: String { "\(RuleSetting.prefix)\(code) \(version.since.rawValue)" }
  var value: String { "\(version.count) \(version.measure.rawValue) \(version.citation)" }
}
