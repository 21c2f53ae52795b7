public import Database
internal import Registers
public import TargetEngine

/// The catalogue by what indicators are looked up by.
extension Ledger {
  /// Every indicator by its number.
  public func indicatorsByID() throws(StorageError) -> [IndicatorID: Indicator] {
    Dictionary(try indicators().map { ($0.id, $0) }) { first, _ in first }
  }

  /// The codes of the indicators to which registers of this program post.
  public var postedIndicators: Set<String> { Set(slots.flatMap { $0.posted() }) }
}
