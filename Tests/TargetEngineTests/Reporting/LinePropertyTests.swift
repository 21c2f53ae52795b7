import Testing

@testable import TargetEngine

/// Reports of random ledgers against the same reports told from the raw entries.
@Suite struct LinePropertyTests {
  private static let catalogue: [Indicator] = [
    .flow(1), .ratio(6, of: 4, to: 3, .less, code: "workforce.share"), .flow(2, .less),
    .stock(3), .stock(4, .less), .ratio(5, of: 1, to: 3),
  ]

  /// The indicators with plan years that begin in any month; a ratio's in that of its flow.
  private func catalogue(_ random: inout SplitMix64) -> [Indicator] {
    var catalogue = LinePropertyTests.catalogue
    if random.chance(40) { return catalogue }
    for place in catalogue.indices { catalogue[place].firstMonth = random.int(1...12) }
    catalogue[5].firstMonth = catalogue[0].firstMonth
    return catalogue
  }

  private func targets(
    _ catalogue: [Indicator], _ random: inout SplitMix64, _ percent: Int
  ) -> [Target] {
    var targets: [Target] = []
    for indicator in catalogue {
      let first = indicator.firstMonth
      for year in 2019...2021 where random.chance(percent) {
        for _ in 0..<random.int(1...2) {
          let effective = random.day(in: year...year).adding(months: first > 1 ? first - 13 : 0)
          let due = random.day(in: year...year).adding(months: first > 1 ? first - 13 : 0)
          targets.append(
            Target(
              indicator: indicator.id, unit: 1, year: year, amount: random.int64(0...12),
              effective: random.chance(60) ? naiveStart(of: year, from: first) : effective,
              due: random.chance(60)
                ? Day(number: naiveStart(of: year + 1, from: first).number - 1)! : due,
              pace: random.chance(50) ? .linear : .deadline))
        }
      }
    }
    return targets
  }

  private func world(
    _ random: inout SplitMix64, of shared: [Indicator]? = nil
  ) -> LineReference {
    let catalogue = shared ?? catalogue(&random)
    let entries = (0..<random.int(0...24)).map { _ in
      let day = random.day(in: 2018...2022)
      let indicator = random.int64(1...4)
      let first = catalogue.first { $0.id == indicator }!.firstMonth
      let current = naivePlanYear(of: day, from: first)
      let year = random.chance(70) ? current : current + random.int(-1...1)
      return RawEntry(indicator, day, random.int64(-2...6), year: year)
    }
    let report = Month(year: random.int(2019...2021), month: random.int(1...12))!
    var actuals: [LineKey: Int64] = [:]
    for id in 1...4 as ClosedRange<IndicatorID> {
      for year in 2019...2021 where random.chance(80) {
        actuals[LineKey(indicator: id, year: year)] = random.int64(-5...20)
      }
    }
    let reported = UnitFigures.Reported(
      month: report.previous, modules: ["clinics", "workforce", "unions"], actuals: actuals)
    return LineReference(
      catalogue: catalogue, entries: entries, targets: targets(catalogue, &random, 40),
      ancestors: [targets(catalogue, &random, 20), targets(catalogue, &random, 20)],
      reported: random.chance(60) ? reported : nil, day: report.lastDay)
  }

  private func timelines(_ targets: [Target]) throws -> [LineKey: PlanTimeline] {
    let groups = Dictionary(grouping: targets) { LineKey(indicator: $0.indicator, year: $0.year) }
    return try groups.mapValues { try PlanTimeline(own: $0, children: []) }
  }

  private func agree(_ line: Line, _ expected: LineReference.Line, _ day: Day) -> Bool {
    let it = line.completion
    let told = ExpectedCompletion(
      expected.indicator, expected.actual, expected.target, on: day)
    return line.key == expected.key && line.plan?.amount == expected.target?.amount
      && line.plan?.source == expected.source && it.actual == expected.actual?.fraction
      && line.month == expected.month && line.previousMonth == expected.previousMonth
      && line.sameMonthLastYear == expected.sameMonthLastYear
      && line.corrected == expected.corrected && it.status == told.status
      && it.rate == told.rate?.fraction && it.pace == told.pace?.fraction
      && it.gap == told.gap?.fraction && it.neededPerMonth == told.needed?.fraction
      && it.forecast == told.forecast
  }

  @Test("every line of the report, and every carried one, is what the entries say")
  func reports() throws {
    var random = SplitMix64(seed: 101)
    var seen: Set<Status> = []
    var carriedCount = 0
    for index in 0..<1500 {
      let world = world(&random)
      let builder = LineBuilder(
        catalogue: world.catalogue, day: world.day, tolerance: tenPoints)
      let figures = UnitFigures(
        tallies: tallies(world.entries), plans: try timelines(world.targets),
        ancestors: try world.ancestors.map(timelines), reported: world.reported)
      let pairs = [
        (try builder.lines(figures), world.lines()),
        (try builder.carried(figures), world.carried()),
      ]
      for (lines, expected) in pairs {
        #expect(lines.map(\.key) == expected.map(\.key), "world \(index)")
        for (line, told) in zip(lines, expected) where !agree(line, told, world.day) {
          Issue.record("world \(index) on \(world.day): \(line) but \(told)")
          return
        }
        seen.formUnion(lines.map(\.completion.status))
      }
      carriedCount += pairs[1].0.count
    }
    // Who has not sent a form is known to rankings alone.
    #expect(seen == Set(Status.allCases).subtracting([.notReported]))
    #expect(carriedCount > 100)
  }

  @Test("a unit's actual = its own + its descendants': lines of sums are sums of lines")
  func rollUp() throws {
    var random = SplitMix64(seed: 102)
    for _ in 0..<300 {
      let catalogue = catalogue(&random)
      let (own, below) = (world(&random, of: catalogue), world(&random, of: catalogue))
      let builder = LineBuilder(catalogue: catalogue, day: own.day, tolerance: tenPoints)
      func actuals(_ entries: [RawEntry]) throws -> [Int64] {
        try catalogue.filter { $0.kind == .flow || $0.kind == .stock }.map {
          let figures = UnitFigures(tallies: tallies(entries))
          guard case .amount(let amount) = try builder.line($0, figures).actual else { return 0 }
          return amount
        }
      }
      let (one, other) = (try actuals(own.entries), try actuals(below.entries))
      #expect(try actuals(own.entries + below.entries) == zip(one, other).map { $0 + $1 })
    }
  }

  @Test("side by side every unit's line is as alone, and so is what it is ranked by")
  func table() throws {
    var random = SplitMix64(seed: 211)
    for round in 0..<400 {
      var catalogue = catalogue(&random)
      var worlds = (0..<5).map { _ in world(&random, of: catalogue) }
      for index in worlds.indices { worlds[index].day = worlds[0].day }
      catalogue[0].defaultTarget = random.chance(50) ? .flow(2) : nil
      let units = try worlds.map { world in
        UnitFigures(
          tallies: tallies(world.entries), plans: try timelines(world.targets),
          ancestors: try world.ancestors.map(timelines))
      }
      let ids = Set(units.flatMap(\.tallies.keys))
      let keys = Set(units.flatMap(\.plans.keys))
      let table = FigureTable(
        count: units.count,
        tallies: Dictionary(
          uniqueKeysWithValues: ids.map { id in (id, units.map { $0.tallies[id] ?? Tally() }) }),
        plans: Dictionary(
          uniqueKeysWithValues: keys.map { key in
            (key, units.map { $0.plans[key] ?? PlanTimeline() })
          }), ancestors: units.map(\.ancestors))
      let builder = LineBuilder(catalogue: catalogue, day: worlds[0].day, tolerance: tenPoints)
      for indicator in catalogue {
        let alone = try units.map { try builder.line(indicator, $0) }
        let together = try builder.lines(indicator, of: table)
        #expect(alone.map(Told.init) == together.map(Told.init), "round \(round)")
        let codes = ["a", "b", "c", "d", "e"]
        let places = { (keys: [RankingKey]) in
          ranked(keys).map { "\($0.rank ?? 0) \($0.index)" }
        }
        #expect(
          try places(builder.rankingKeys(indicator, of: table, codes: codes))
            == places(
              zip(codes, alone).map { code, line in
                RankingKey(
                  code: code, completion: line.completion, direction: indicator.direction,
                  target: line.plan?.amount)
              }), "round \(round)")
      }
    }
  }
}

/// All that a line says.
private struct Told: Equatable {
  var plan: Plan?
  var actual: Actual
  var amounts: [Int64?]
  var status: Status
  var shares: [Fraction?]

  init(_ line: Line) {
    let it = line.completion
    plan = line.plan
    actual = line.actual
    amounts = [line.month, line.previousMonth, line.sameMonthLastYear, line.corrected, it.forecast]
    status = it.status
    shares = [it.actual, it.rate, it.pace, it.gap, it.neededPerMonth]
  }
}
