extension Completion {
  /// The rate for JSON: 6 decimals, half away from zero; an unfinished one never reaches 1.
  public var preciseRate: Decimal? { rate.flatMap { $0.share(places: 6) } }

  /// The rate in percent as it is printed. An unfinished target never prints as 100 %: where
  /// rounding would reach it, the rate is cut instead (199 of 200 → 99).
  public func percent(decimals: Int) -> Decimal? {
    rate.flatMap { $0.sharePercent(decimals: decimals) }
  }

  /// By how much an exceeded target was exceeded, in percent (45 of 30 → 50).
  public func excessPercent(decimals: Int) -> Decimal? {
    guard status == .exceeded, let rate else { return nil }
    return (rate - .one).percent(decimals: decimals)
  }

  /// Rate − pace in percentage points.
  public func ahead(decimals: Int) -> Decimal? {
    guard let rate, let pace else { return nil }
    return (rate - pace).percent(decimals: decimals)
  }
}

extension Fraction {
  /// A rate rounded half away from zero; one below 1 is cut where rounding would reach 1.
  public func share(places: Int) -> Decimal? {
    guard let near = rounded(places: places) else { return nil }
    guard self < .one, let one = Fraction.one.rounded(places: places), near.units >= one.units
    else { return near }
    return truncated(places: places)
  }

  /// The same in percent.
  public func sharePercent(decimals: Int) -> Decimal? {
    share(places: decimals + 2).map { Decimal($0.units, places: decimals) }
  }

  /// This share in percent, rounded half away from zero.
  public func percent(decimals: Int) -> Decimal? {
    rounded(places: decimals + 2).map { Decimal($0.units, places: decimals) }
  }

  /// An amount in smallest units as a decimal of `decimals` places, at six places for what is
  /// derived rather than counted.
  public func amount(decimals: Int, precise: Bool) -> Decimal? {
    guard precise else {
      return rounded(places: 0).map { Decimal($0.units, places: decimals) }
    }
    return scaledDown(by: decimals).rounded(places: 6)
  }
}
