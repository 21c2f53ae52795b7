public import TargetEngine

/// An indicator of a unit: where figures come by list or by number.
public struct ListedPlace: Sendable, Hashable, Comparable {
  public var indicator: IndicatorID
  public var unit: UnitID

  public static func < (a: ListedPlace, b: ListedPlace) -> Bool {
    a.unit == b.unit ? a.indicator < b.indicator : a.unit < b.unit
  }

  public init(indicator: IndicatorID, unit: UnitID) {
    self.indicator = indicator
    self.unit = unit
  }
}
