internal import Storage

extension Desk {
  /// Adds the indicators that a new database begins with, in their order.
  public func install(_ drafts: [IndicatorDraft]) throws -> Written<Int> {
    try write { transaction in
      var known = Dictionary(try ledger.indicators().map { ($0.code, $0) }) { a, _ in a }
      for draft in drafts {
        known[draft.code] = try transaction.add(try draft.indicator(among: known))
      }
      return drafts.count
    }
  }
}
