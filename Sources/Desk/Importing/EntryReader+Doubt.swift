internal import Storage
internal import TargetEngine

/// Rows that their places do not take by themselves.
extension EntryReader {
  /// Notes such a row. Where rows may be passed over it is not known yet which of them are written.
  ///
  /// - Parameter amount: nil for a level.
  mutating func doubt(
    _ indicator: EntryIndicator, _ unit: EntryUnit, _ day: Day, _ year: Int, _ amount: Int64?,
    at line: Int, _ ledger: Ledger?
  ) throws {
    if same == .skip { return }
    let fault = try rules.refusal(of: indicator.id, unit, on: day) { id in
      try ledger?.ancestors(of: id) ?? directory.ancestors(of: id)
    }
    guard let fault else { return }
    doubtful.add(
      DoubtfulRow(
        file: files.count - 1, line: line, day: day, year: year, amount: amount, fault: fault),
      of: ListedPlace(indicator: indicator.id, unit: unit.id))
  }
}
