public import TargetEngine

extension RankingReport {
  /// The sentence that offices send to the group chat. Source: `cli.md`, "JSON out", `rank --text`.
  public func message(_ ranking: IndicatorRanking, _ language: Language) -> String {
    let warnings = ranking.notes.filter(\.isWarning).map {
      $0.note.sentence(language, of: $0.unit?.title)
    }
    return
      ([summary(ranking, language), standing(ranking, language), warning(ranking, language)]
      .compactMap { $0 } + warnings)
      .joined(separator: language == .zh ? "" : " ")
  }

  private func summary(_ ranking: IndicatorRanking, _ language: Language) -> String {
    let total = ranking.total
    let day = Text("\(month.monthOfYear)月\(month.lastDay.dayOfMonth)日", "\(month.lastDay)")(
      language)
    let name = "\(unit.title)\(language == .en ? " " : "")\(ranking.indicator.title(language))"
    let measure = ranking.indicator.measure
    if total.isRatio {
      guard case .percent(let percent) = total.percentCell else {
        return Text("截至\(day)，\(name)暂无数据。", "As of \(day), \(name): no data.")(language)
      }
      let target = total.target.map {
        Text("，任务数\($0)%\(ahead(total, language))", " of \($0)%\(ahead(total, language))")(language)
      }
      return Text(
        "截至\(day)，\(name)\(percent)%\(target ?? "")。",
        "As of \(day), \(name): \(percent)%\(target ?? "").")(language)
    }
    let actual = total.actualDecimal?.description ?? "—"
    guard let rate = total.completion.percent(decimals: office.decimals),
      let target = total.target
    else {
      return Text(
        "截至\(day)，\(name)累计\(actual)\(measure)。", "As of \(day), \(name): \(actual) \(measure).")(
          language)
    }
    return Text(
      "截至\(day)，\(name)累计完成\(actual)\(measure)，任务数\(target)\(measure)，完成率\(rate)%\(ahead(total, language))。",
      "As of \(day), \(name): \(actual) of \(target) \(measure), \(rate)%\(ahead(total, language))."
    )(
      language)
  }

  /// How far from the pace, in the words of the exact difference: what rounds to nothing is not level.
  private func ahead(_ line: Line, _ language: Language) -> String {
    guard let rate = line.completion.rate, let pace = line.completion.pace,
      let difference = line.completion.ahead(decimals: 1), line.indicator.direction == .more,
      line.completion.status != .notDue
    else { return "" }
    if rate == pace { return Text("，与序时进度持平", ", on pace")(language) }
    let isAhead = pace < rate
    guard difference.units != 0 else {
      return isAhead
        ? Text("，略快于序时进度", ", just ahead of pace")(language)
        : Text("，略低于序时进度", ", just behind pace")(language)
    }
    let size = Decimal(difference.units < 0 ? -difference.units : difference.units, places: 1)
      .shortest
    return isAhead
      ? Text("，快于序时进度\(size)个百分点", ", \(size) points ahead of pace")(language)
      : Text("，滞后序时进度\(size)个百分点", ", \(size) points behind pace")(language)
  }

  /// Who leads and who comes last, a tie whole or counted; nobody where all are equal.
  private func standing(_ ranking: IndicatorRanking, _ language: Language) -> String? {
    let ranked = ranking.lines.filter { $0.rank != nil }
    var groups = Dictionary(grouping: ranked) { $0.rank ?? 0 }.sorted { $0.key < $1.key }.map(
      \.value)
    guard groups.count >= 2 else { return nil }
    let most = min(3, ranked.count / 2)
    let first = RankingReport.places(&groups, most, fromEnd: false)
    let last = RankingReport.places(&groups, most, fromEnd: true)
    let words = [
      said(
        first, language, one: Text("居首位的是", "First: "), tied: Text("并列首位的是", "Tied for first: "),
        several: Text("位居前\(RankingReport.count(first.count))位的是", "First: "),
        counted: Text("并列首位", "tied for first")),
      said(
        last, language, one: Text("居末位的是", "last: "), tied: Text("并列末位的是", "tied for last: "),
        several: Text("居后\(RankingReport.count(last.count))位的是", "last: "),
        counted: Text("并列末位", "tied for last")),
    ]
    return Text("\(words.joined(separator: "；"))。", "\(words.joined(separator: "; ")).")(language)
  }

  /// The units of whole ties at one end, as many as are named; the first tie in any case.
  private static func places(
    _ groups: inout [[RankedUnit]], _ most: Int, fromEnd: Bool
  ) -> [RankedUnit] {
    var found: [RankedUnit] = []
    // One tie is left for the other end.
    while groups.count > (fromEnd ? 0 : 1) {
      let next = fromEnd ? groups[groups.count - 1] : groups[0]
      guard found.isEmpty || found.count + next.count <= most else { break }
      found = fromEnd ? next + found : found + next
      if fromEnd { groups.removeLast() } else { groups.removeFirst() }
    }
    return found
  }

  private func said(
    _ units: [RankedUnit], _ language: Language, one: Text, tied: Text, several: Text,
    counted: Text
  ) -> String {
    let shown = { (unit: RankedUnit) in
      unit.line.completion.percent(decimals: self.office.decimals).map { "\($0)%" } ?? "—"
    }
    let isTied = Set(units.map(\.rank)).count == 1
    if units.count > 3, let unit = units.first {
      return Text(
        "\(units.count)个单位\(counted.zh)（\(shown(unit))）",
        "\(units.count) units \(counted.en) (\(shown(unit)))")(language)
    }
    let names = units.map { $0.unit.title + Text("（\(shown($0))）", " (\(shown($0)))")(language) }
    let label = units.count == 1 ? one : isTied ? tied : several
    return label(language) + names.joined(separator: Text("、", ", ")(language))
  }

  private static func count(_ number: Int) -> String { number == 2 ? "两" : "三" }

  private func warning(_ ranking: IndicatorRanking, _ language: Language) -> String? {
    let behind = ranking.lines.filter { $0.isReported && $0.status.light == .red }.count
    guard behind > 0 else { return nil }
    return Text(
      "滞后单位\(behind)个，请对照任务抓紧推进。",
      "\(behind) unit\(behind == 1 ? " is" : "s are") behind; please catch up.")(language)
  }
}

extension UnitNote {
  /// Whether it says that a figure may be wrong, or is not of all.
  fileprivate var isWarning: Bool {
    switch note {
    case .countedTwice, .partial, .leftOut, .unreported, .unaccepted: true
    default: false
    }
  }
}
