internal import TargetEngine

extension RankingReport {
  /// One indicator's object of `cli.md`, "JSON out".
  public func json(_ ranking: IndicatorRanking) -> JSONValue {
    .object(
      [
        ("report", "rank"), ("version", 1), ("head", .string(head)),
        ("indicator", .string(ranking.indicator.code)),
        ("month", .string(month.description)), ("unit", unit.json),
      ] + parts(ranking))
  }

  /// The object of `rank --all`.
  public var jsonOfAll: JSONValue {
    .object([
      ("report", "rank"), ("version", 1), ("head", .string(head)),
      ("month", .string(month.description)), ("unit", unit.json),
      (
        "indicators",
        .array(
          inParallel(rankings) { ranking in
            .written(
              JSONValue.object(
                [("indicator", .string(ranking.indicator.code))] + parts(ranking)
              ).bytes)
          })
      ),
    ])
  }

  private func parts(_ ranking: IndicatorRanking) -> [(String, JSONValue)] {
    [
      ("lines", .array(ranking.lines.map(\.json))),
      (
        "total",
        RankedUnit(rank: nil, previousRank: nil, unit: unit, line: ranking.total).json
      ),
    ]
  }
}

extension RankedUnit {
  var json: JSONValue {
    .object([
      ("rank", JSONValue(rank)), ("previousRank", JSONValue(previousRank)), ("unit", unit.json),
      ("target", JSONValue(line.target)), ("month", JSONValue(line.amount(line.month))),
      ("actual", JSONValue(line.actualDecimal)), ("rate", JSONValue(line.completion.preciseRate)),
      ("pace", JSONValue(line.completion.pace?.rounded(places: 6))),
      ("status", .string(line.completion.status.rawValue)),
      ("sameMonthLastYear", JSONValue(line.amount(line.sameMonthLastYear))),
    ])
  }
}
