internal import Registers
internal import TargetEngine

/// What a ledger has made from the office's settings, each when it was first asked for.
final class DerivedSettings {
  /// The version of the database in which the settings were read; nil when nothing was read yet.
  let version: Int64?
  /// The shapes of registers, with the office's columns.
  var shapes: [String: RegisterShape] = [:]
  var tables: [String: RegisterTable] = [:]
  var drivers: [String: [(RegisterShape, Int)]] = [:]
  var ruleLinks: [String: [RuleLink]] = [:]
  /// What the office set of rules.
  var rules: OfficeRules?
  var calendar: WorkCalendar?

  init(version: Int64?) { self.version = version }
}
