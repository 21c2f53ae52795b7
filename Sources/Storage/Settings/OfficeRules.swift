internal import Database
internal import Registers
internal import TargetEngine

/// The office's part of the rule table.
struct OfficeRules {
  /// Whether the office sets all rules itself.
  var isBare: Bool
  /// By the codes of their rules.
  var versions: [String: [RuleVersion]]
}
