internal import Storage
public import TargetEngine

extension Desk {
  /// Adds those indicators that modules declare and the database lacks, in their order: all of them
  /// in a new one, in an older one those that later versions brought. Records post to them at once. Also
  /// where an indicator of the office has the name of one: see `IndicatorNames`.
  public func install(_ drafts: [IndicatorDraft]) throws -> Written<[Indicator]> {
    try changeRecords { session in
      var known = Dictionary(try ledger.indicators().map { ($0.code, $0) }) { a, _ in a }
      let added = try drafts.filter { known[$0.code] == nil }.map { draft in
        let indicator = try session.transaction.add(try draft.indicator(among: known))
        known[draft.code] = indicator
        return indicator
      }
      try session.post(to: added)
      return added
    }
  }
}
