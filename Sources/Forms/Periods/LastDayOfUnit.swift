public import TargetEngine

extension FormPeriod {
  /// The last day of the period on which a unit exists: its own last day where it ended before.
  public func lastDay(of unit: Unit) -> Day { min(unit.closed ?? lastDay, lastDay) }

  /// Those of the units that are no more on the period's last day, and owe nothing for it.
  public func ended(_ units: [Unit]) -> Set<UnitID> {
    Set(units.filter { lastDay(of: $0) < lastDay }.map(\.id))
  }
}
