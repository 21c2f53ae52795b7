internal import TargetEngine

extension Line {
  /// What has to be done each month from now on; nil when nothing is left or it is too late.
  var need: Fraction? { completion.neededPerMonth.flatMap { $0 > .zero ? $0 : nil } }

  /// The need as printed: one place more than the indicator has, so that no need looks like 0.
  var needDecimal: Decimal? {
    need?.rounded(places: 1).map { Decimal($0.units, places: indicator.decimals + 1) }
  }

  /// 每月还需 6.5 个; in English, which is longer, without the measure.
  func needSentence(_ language: Language) -> String? {
    guard let need, let figure = figure(need), let quantity = quantity(need, language) else {
      return nil
    }
    return Text("每月还需 \(quantity)", "needs \(figure)/month")(language)
  }

  /// An amount in smallest units in words: `39 个`; of a ratio, `2.5 个百分点`.
  func quantity(_ value: Fraction, _ language: Language) -> String? {
    let measure = isRatio ? Text("个百分点", "points")(language) : indicator.measure
    return figure(value).map { measure.isEmpty ? $0 : "\($0) \(measure)" }
  }

  /// The shortest digits of an amount in smallest units.
  func figure(_ value: Fraction) -> String? {
    let rounded = value.rounded(places: 1) ?? value.rounded(places: 0)
    return rounded.map { Decimal($0.units, places: $0.places + indicator.decimals).shortest }
  }
}

extension Line {
  /// Why the light is not green, in a few words; empty where there is nothing to explain.
  func reasons(_ language: Language) -> [String] {
    switch completion.status {
    case .behind, .slipping:
      [distance(Text("落后序时", "behind pace"), language), shortfall(language)].compactMap(\.self)
    case .overdue:
      [plan.map { Text("已于 \($0.due) 到期", "was due \($0.due)")(language) }, shortfall(language)]
        .compactMap(\.self)
    case .nearing:
      [distance(Text("高于序时", "above pace"), language)].compactMap(\.self)
    case .over: [excess(language)].compactMap(\.self)
    case .noTarget, .noData, .notReported, .exceeded, .done, .notDue, .onPace, .within: []
    }
  }

  /// How far the rate is from the pace; nil when that rounds to nothing.
  private func distance(_ direction: Text, _ language: Language) -> String? {
    guard let ahead = completion.ahead(decimals: 1), ahead.units != 0 else { return nil }
    let points = Decimal(Int64(clamping: ahead.units.magnitude), places: ahead.places).shortest
    return Text("\(direction.zh) \(points) 个百分点", "\(points) points \(direction.en)")(language)
  }

  private func shortfall(_ language: Language) -> String? {
    completion.gap.flatMap { quantity($0, language) }.map {
      Text("还差 \($0)", "\($0) short")(language)
    }
  }

  private func excess(_ language: Language) -> String? {
    guard let actual = completion.actual, let plan else { return nil }
    return quantity(actual - Fraction(plan.amount), language).map {
      Text("超出控制数 \($0)", "\($0) over the limit")(language)
    }
  }
}

extension Dashboard.Laggard {
  /// 洪林镇 20%（差 3 个，每月需 1.5）.
  func sentence(_ language: Language, decimals: Int, nameWidth: Int? = nil) -> String {
    let name = nameWidth.map { unit.title.asTerminalLine.shortened(to: $0) } ?? unit.title
    let rate = Cell(percent: line.completion.percent(decimals: decimals)).printed
    let facts = [
      line.completion.gap.flatMap { $0 > .zero ? line.quantity($0, language) : nil }.map {
        Text("差 \($0)", "\($0) short")(language)
      },
      line.need.flatMap { line.figure($0) }.map {
        Text("每月需 \($0)", "\($0) a month")(language)
      },
    ].compactMap(\.self).joined(separator: Text("，", ", ")(language))
    guard !facts.isEmpty else { return "\(name) \(rate)" }
    return "\(name) \(rate)" + Text("（\(facts)）", " (\(facts))")(language)
  }
}

/// The words that only the dashboard has.
enum DashboardWord {
  static let furthestBehind = Text("落后最多", "Furthest behind")
  static let duties = Text("应办事项", "Due")
  static let forms = Text("报表", "Forms")
  static let noIndicators = Text("没有指标。", "No indicators.")
  static let paceLegend = Text("| 序时进度", "| pace")
  static let monthsLegend = Text("▁▃█ 1–12 月各月数", "▁▃█ January to December")
  static let planYearLegend = Text("▁▃█ 计划年度各月数", "▁▃█ months of the plan year")
  static let absentLegend = Text("· 未到月份", "· month to come")
}
