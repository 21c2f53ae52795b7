import Testing

@testable import TargetEngine

/// "Ranking: by exact rate, highest first (lowest first where less is better)".
@Suite struct RankingTests {
  struct Row {
    var code: String
    var actual: Int64?
    var target: Int64?
    var indicator = Indicator.flow()

    var standing: Completion { completion(actual, of: target.map { .own($0) }, indicator) }

    var key: RankingKey {
      RankingKey(
        code: code, completion: standing, direction: indicator.direction, target: target)
    }
  }

  private func ranks(_ rows: [Row]) -> [String] {
    ranked(rows.map(\.key)).map { "\($0.rank.map(String.init) ?? "—") \(rows[$0.index].code)" }
  }

  @Test("equal rates share a rank (1, 2, 2, 4)")
  func sharedRanks() {
    let rows = [
      Row(code: "d", actual: 1, target: 10), Row(code: "c", actual: 5, target: 10),
      Row(code: "b", actual: 5, target: 10), Row(code: "a", actual: 9, target: 10),
    ]
    #expect(ranks(rows) == ["1 a", "2 b", "2 c", "4 d"])
    #expect(ranks(rows.reversed()) == ["1 a", "2 b", "2 c", "4 d"])
  }

  @Test("equal rates stand by actual, highest first, then by unit code")
  func ties() {
    let rows = [
      Row(code: "1", actual: 1, target: 2), Row(code: "4", actual: 5, target: 10),
      Row(code: "3", actual: 5, target: 10), Row(code: "2", actual: 50, target: 100),
      Row(code: "0", actual: 0, target: 10),
    ]
    #expect(ranks(rows) == ["1 2", "1 3", "1 4", "1 1", "5 0"])
  }

  @Test("who has not reported has no rank, between limits of 0 and what has no data")
  func notReported() {
    let limit = Row(code: "b", actual: 0, target: 0, indicator: .flow(1, .less))
    let rows = [
      Row(code: "d", target: nil), limit, Row(code: "e", actual: 9, target: 10),
      Row(code: "f", actual: 3, target: 10), Row(code: "c", actual: 5, target: nil),
    ]
    let keys = rows.map { ["c", "e"].contains($0.code) ? $0.key.notReported : $0.key }
    #expect(
      ranked(keys).map { "\($0.rank.map(String.init) ?? "—") \(rows[$0.index].code)" }
        == ["1 f", "— b", "— e", "— c", "— d"])
  }

  @Test("50.63 and 50.60 both print 51 % but are not tied; a third is a third of anything")
  func exactRates() {
    let near = [
      Row(code: "a", actual: 5060, target: 10_000), Row(code: "b", actual: 40, target: 79),
    ]
    #expect(ranks(near) == ["1 b", "2 a"])
    let thirds = [
      Row(code: "a", actual: 1, target: 3),
      Row(code: "b", actual: 333_333_333, target: 999_999_999),
      Row(code: "c", actual: 333_333_334, target: 999_999_999),
    ]
    #expect(ranks(thirds) == ["1 c", "2 b", "2 a"])
    let wide = [
      Row(code: "a", actual: .max - 2, target: .max - 1),
      Row(code: "b", actual: .max - 1, target: .max),
    ]
    #expect(ranks(wide) == ["1 b", "2 a"])
  }

  @Test("lowest first where less is better")
  func less() {
    let less = Indicator.flow(1, .less)
    let rows = [
      Row(code: "a", actual: 9, target: 10, indicator: less),
      Row(code: "b", actual: 0, target: 10, indicator: less),
      Row(code: "c", actual: 15, target: 10, indicator: less),
      Row(code: "d", actual: 18, target: 20, indicator: less),
    ]
    #expect(ranks(rows) == ["1 b", "2 d", "2 a", "4 c"])
  }

  @Test("then, without a rank: a limit of 0, noData, noTarget, each by actual and code")
  func groups() {
    let less = Indicator.flow(1, .less)
    let limits = [
      Row(code: "n2", actual: 3, target: nil, indicator: less),
      Row(code: "n1", actual: 3, target: nil, indicator: less),
      Row(code: "n3", actual: 8, target: nil, indicator: less),
      Row(code: "z1", actual: 0, target: 0, indicator: less),
      Row(code: "z2", actual: 4, target: 0, indicator: less),
      Row(code: "r1", actual: 12, target: 10, indicator: less),
    ]
    #expect(ranks(limits) == ["1 r1", "— z2", "— z1", "— n3", "— n1", "— n2"])
    let ratio = Indicator.ratio()
    let ratios = [
      Row(code: "n2", actual: nil, target: nil, indicator: ratio),
      Row(code: "n1", actual: 7, target: nil, indicator: ratio),
      Row(code: "d2", actual: nil, target: 95, indicator: ratio),
      Row(code: "d1", actual: nil, target: 95, indicator: ratio),
      Row(code: "r1", actual: 0, target: 95, indicator: ratio),
    ]
    #expect(ranks(ratios) == ["1 r1", "— d1", "— d2", "— n1", "— n2"])
  }

  @Test("a target of 0 where more is better is no target")
  func zeroTarget() {
    let rows = [Row(code: "a", actual: 5, target: 0), Row(code: "b", actual: -5, target: 10)]
    #expect(ranks(rows) == ["1 b", "— a"])
  }

  @Test("nobody is ranked among nobody")
  func empty() {
    #expect(ranks([]).isEmpty)
    #expect(ranks([Row(code: "a", actual: 1, target: nil)]) == ["— a"])
  }

  @Test("a rank is 1 + the number of units with a better rate, in whatever order they come")
  func random() {
    var random = SplitMix64(seed: 81)
    for _ in 0..<400 {
      let indicator = random.pick([Indicator.flow(), .flow(1, .less), .ratio()])
      let isRatio = indicator.kind.name == "ratio"
      let rows = (0..<random.int(1...9)).map { index in
        Row(
          code: "u\(index)", actual: isRatio && random.chance(20) ? nil : random.int64(0...6),
          target: random.chance(15) ? nil : random.int64(0...6), indicator: indicator)
      }
      let result = ranked(rows.map(\.key))
      #expect(ranks(rows) == ranks(random.shuffled(rows)))
      let rated = rows.filter { $0.standing.rate != nil }
      func isBetter(_ a: Row, _ b: Row) -> Bool {
        // a/s against b/t, multiplied across.
        let (left, right) = (a.actual! * b.target!, b.actual! * a.target!)
        return indicator.direction == .more ? left > right : left < right
      }
      for item in result {
        let entry = rows[item.index]
        let expected =
          entry.standing.rate == nil ? nil : 1 + rated.count { isBetter($0, entry) }
        #expect(item.rank == expected)
      }
      let numbers = result.map { $0.rank ?? .max }
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }
}
