public import TargetEngine

extension Line {
  /// The line's object of `cli.md`, "JSON out".
  public var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("year", .integer(Int64(year))),
      ("name", .string(indicator.name)), ("measure", .string(indicator.measure)),
      ("kind", .string(indicator.kind.name)), ("target", JSONValue(target)),
      ("targetSource", JSONValue(plan?.source.rawValue)), ("month", JSONValue(amount(month))),
      ("actual", JSONValue(actualDecimal)), ("rate", JSONValue(completion.preciseRate)),
      ("pace", JSONValue(completion.pace?.rounded(places: 6))),
      ("status", .string(completion.status.rawValue)), ("gap", JSONValue(gapDecimal)),
      ("neededPerMonth", JSONValue(neededDecimal)),
      ("forecast", JSONValue(amount(completion.forecast))),
      ("previousMonth", JSONValue(amount(previousMonth))),
      ("sameMonthLastYear", JSONValue(amount(sameMonthLastYear))),
      ("corrected", JSONValue(amount(corrected))),
    ])
  }

  /// The target in the indicator's unit.
  public var target: Decimal? { plan.map { Decimal($0.amount, places: indicator.decimals) } }

  /// The actual in the indicator's unit: exact for amounts, six decimals for a ratio.
  public var actualDecimal: Decimal? {
    completion.actual?.amount(decimals: indicator.decimals, precise: isRatio)
  }

  public var gapDecimal: Decimal? {
    completion.gap?.amount(decimals: indicator.decimals, precise: isRatio)
  }

  /// Six decimals.
  public var neededDecimal: Decimal? {
    completion.neededPerMonth?.amount(decimals: indicator.decimals, precise: true)
  }

  public var isRatio: Bool { indicator.kind.name == "ratio" }

  /// An amount in the indicator's unit.
  public func amount(_ units: Int64?) -> Decimal? {
    units.map { Decimal($0, places: indicator.decimals) }
  }
}

extension Unit {
  public var json: JSONValue {
    .object([("code", .string(code)), ("name", .string(name))])
  }
}

extension MonthlyReport {
  /// The object of `cli.md`, "JSON out".
  public var json: JSONValue {
    .object([
      ("report", "monthly"), ("version", 1), ("head", .string(head)),
      ("month", .string(month.description)), ("asOf", .string(month.lastDay.description)),
      ("closed", .bool(closed)), ("unit", unit.json), ("lines", .array(lines.map(\.json))),
      ("carried", .array(carried.map(\.json))),
    ])
  }
}
