internal import TargetEngine

/// The names of a target's unit and indicator, for the receipt.
struct TargetNames: Sendable {
  var unit: Unit
  var indicator: Indicator

  var text: String { "\(unit.name) \(indicator.name)" }
}
