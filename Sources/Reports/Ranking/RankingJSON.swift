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
              JSONValue.object([("indicator", .string(ranking.indicator.code))] + parts(ranking))
                .bytes)
          })
      ),
    ])
  }

  private func parts(_ ranking: IndicatorRanking) -> [(String, JSONValue)] {
    let total = RankedUnit(rank: nil, previousRank: nil, unit: unit, line: ranking.total)
    return [("lines", .written(lines(ranking))), ("total", .written(total.json))]
  }

  private func lines(_ ranking: IndicatorRanking) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 * ranking.lines.count)
    for line in ranking.lines {
      bytes.append(UInt8(ascii: bytes.isEmpty ? "[" : ","))
      line.write(into: &bytes)
    }
    if bytes.isEmpty { bytes.append(UInt8(ascii: "[")) }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }
}

extension RankedUnit {
  var json: [UInt8] {
    var bytes: [UInt8] = []
    write(into: &bytes)
    return bytes
  }

  /// Appends the unit's object, without a value of each member first: there are thousands of them.
  func write(into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    bytes.appendMember("rank", JSONValue(rank), isFirst: true)
    bytes.appendMember("previousRank", JSONValue(previousRank))
    bytes.appendMember("unit", unit.json)
    bytes.appendMember("target", JSONValue(line.target))
    bytes.appendMember("month", JSONValue(line.amount(line.month)))
    bytes.appendMember("actual", JSONValue(line.actualDecimal))
    bytes.appendMember("rate", JSONValue(line.completion.preciseRate))
    bytes.appendMember("pace", JSONValue(line.completion.pace?.rounded(places: 6)))
    bytes.appendMember("status", .string(status.rawValue))
    bytes.appendMember("sameMonthLastYear", JSONValue(line.amount(line.sameMonthLastYear)))
    bytes.append(UInt8(ascii: "}"))
  }
}
