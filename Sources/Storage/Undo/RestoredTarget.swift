internal import TargetEngine

/// A target that an undo brought back.
struct RestoredTarget {
  /// Its number.
  var seq: Int64
  var unit: UnitID
  var indicator: IndicatorID
  var year: Int
}
