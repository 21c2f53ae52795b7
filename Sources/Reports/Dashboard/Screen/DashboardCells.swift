internal import TargetEngine

/// The texts of one indicator as a terminal gets them.
struct DashboardCells {
  let name: String
  let actual: String
  /// What follows the actual: `/79 个`.
  let rest: String
  /// Empty, as the status, for an indicator without a target.
  let rate: String
  let status: String
  /// What is needed per month; of a ratio the figures behind it.
  let need: String
  let spark: String
  let completion: Completion

  var light: Light { completion.status.light }
  var amount: String { actual + rest }
  var hasTarget: Bool { !rate.isEmpty }

  private static let measureWidth = 10

  init(_ item: Dashboard.Item, of dashboard: Dashboard, _ language: Language) {
    let line = item.line
    let hasTarget = line.completion.status != .noTarget
    name = line.name(language).asTerminalLine
    actual = line.percentCell.printed
    rest = DashboardCells.rest(line)
    rate =
      hasTarget
      ? Cell(percent: line.completion.percent(decimals: dashboard.decimals)).printed : ""
    status = hasTarget ? line.statusText(language, decimals: dashboard.decimals) : ""
    need =
      line.needSentence(language)?.asTerminalLine ?? (line.plan == nil ? nil : line.ratioFigures)
      ?? ""
    spark = Sparkline.of(item.months.suffix(12))
    completion = line.completion
  }

  private static func rest(_ line: Line) -> String {
    let target = line.plan == nil ? "" : "/" + line.targetCell.printed
    // Beside a ratio's target its figures would read as one more: they follow further on.
    let measure =
      line.isRatio
      ? (line.plan == nil ? line.ratioFigures : nil) ?? ""
      : line.indicator.measure.asTerminalLine.shortened(to: measureWidth)
    return target + (measure.isEmpty ? "" : " " + measure)
  }

  func bar(_ width: Int) -> String {
    guard hasTarget else { return "" }
    return Bar(width: width).of(
      rate: completion.preciseRate, pace: completion.pace?.rounded(places: 6))
  }
}

/// How wide each column must be for all indicators to stand under each other.
struct DashboardExtents {
  var name = 0
  var actual = 0
  var rest = 0
  var amount = 0
  var rate = 0
  var status = 0
  var need = 0
  var spark = 0

  /// The amounts with all their slashes under each other.
  var alignedAmount: Int { actual + rest }
  var hasTargets: Bool { rate > 0 }

  init(_ rows: [DashboardCells]) {
    for row in rows {
      name = max(name, row.name.displayWidth)
      actual = max(actual, row.actual.displayWidth)
      rest = max(rest, row.rest.displayWidth)
      amount = max(amount, row.amount.displayWidth)
      rate = max(rate, row.rate.displayWidth)
      status = max(status, row.status.displayWidth)
      need = max(need, row.need.displayWidth)
      spark = max(spark, row.spark.displayWidth)
    }
  }
}
