public import TargetEngine

extension RankingReport {
  /// The sentence that offices send to the group chat.
  public func message(_ ranking: IndicatorRanking, _ language: Language) -> String {
    [
      summary(ranking, language), standing(ranking, language), warning(ranking, language),
    ].compactMap { $0 }.joined(separator: language == .zh ? "" : " ")
  }

  private func summary(_ ranking: IndicatorRanking, _ language: Language) -> String {
    let total = ranking.total
    let day = Text("\(month.monthOfYear)月\(month.lastDay.dayOfMonth)日", "\(month.lastDay)")(
      language)
    let actual = total.actualDecimal?.description ?? "—"
    let measure = ranking.indicator.measure
    let name = "\(unit.title)\(language == .en ? " " : "")\(ranking.indicator.title(language))"
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

  private func ahead(_ line: Line, _ language: Language) -> String {
    guard let difference = line.completion.ahead(decimals: 1), line.indicator.direction == .more,
      line.completion.status != .notDue
    else { return "" }
    let size = Decimal(difference.units < 0 ? -difference.units : difference.units, places: 1)
      .shortest
    if difference.units == 0 { return Text("，与序时进度持平", ", on pace")(language) }
    return difference.units > 0
      ? Text("，快于序时进度\(size)个百分点", ", \(size) points ahead of pace")(language)
      : Text("，滞后序时进度\(size)个百分点", ", \(size) points behind pace")(language)
  }

  /// The first three and the last three, when there are enough units to tell them apart.
  private func standing(_ ranking: IndicatorRanking, _ language: Language) -> String? {
    let ranks = ranking.lines.filter { $0.rank != nil }
    guard ranks.count >= 2 else { return nil }
    let list = { (units: ArraySlice<RankedUnit>) in
      units.map { item in
        let rate = item.line.completion.percent(decimals: self.office.decimals)
        let shown = rate.map { "\($0)%" } ?? "—"
        return item.unit.title + Text("（\(shown)）", " (\(shown))")(language)
      }.joined(separator: language == .zh ? "、" : ", ")
    }
    let count = min(3, ranks.count / 2)
    let (first, last) = RankingReport.places(count)
    return Text(
      "\(first)的是\(list(ranks.prefix(count)))；\(last)的是\(list(ranks.suffix(count)))。",
      "First: \(list(ranks.prefix(count))); last: \(list(ranks.suffix(count))).")(language)
  }

  private func warning(_ ranking: IndicatorRanking, _ language: Language) -> String? {
    let behind = ranking.lines.filter { $0.line.completion.status.light == .red }.count
    guard behind > 0 else { return nil }
    return Text(
      "滞后单位\(behind)个，请对照任务抓紧推进。",
      "\(behind) unit\(behind == 1 ? " is" : "s are") behind; please catch up.")(language)
  }

  private static func places(_ count: Int) -> (first: String, last: String) {
    switch count {
    case 1: ("居首位", "居末位")
    case 2: ("位居前两位", "后两位")
    default: ("位居前三位", "后三位")
    }
  }
}
