internal import TargetEngine

/// The two lines on top: whose figures they are, and how many indicators are red.
struct DashboardSummary {
  let dashboard: Dashboard
  let language: Language
  let paint: Paint

  private static let gap = 2
  private static let headWidth = 40

  /// How long the heading would like to be.
  var width: Int {
    name.displayWidth + day.displayWidth + head.displayWidth + 2 * Self.gap
  }

  private var name: String { dashboard.unit.title.asTerminalLine }

  private var day: String {
    let day = dashboard.day
    return Text("截至\(day.year)年\(day.monthOfYear)月\(day.dayOfMonth)日", "as of \(day)")(language)
  }

  private var head: String {
    let label = Phrase.head(language) + Text("：", ": ")(language)
    return (label + dashboard.head).asTerminalLine.shortened(to: Self.headWidth)
  }

  func heading(_ frame: Int) -> String {
    let room = frame - day.displayWidth - head.displayWidth - 2 * Self.gap
    let name = name.shortened(to: room)
    var line = TerminalLine()
    line.put(paint(name, .bold))
    line.skip(Self.gap)
    line.put(day)
    line.skip(room - name.displayWidth + Self.gap)
    line.put(paint(head, .dim))
    return line.text
  }

  /// ■ 滞后 2 · ▲ 略滞后 1 · ● 达到序时 5: the worst first.
  func counts(_ frame: Int) -> [String] {
    let statuses = dashboard.items.map(\.line.completion.status)
    let parts = Self.order.compactMap { status -> MeasuredText? in
      let count = statuses.count { $0 == status }
      guard count > 0 else { return nil }
      let text = Cell.light("\(status.title(language)) \(count)", status.light).printed
      return MeasuredText(text, painted: paint(text, .plain, status.light))
    }
    return filledLines(parts, separator: " · ", within: frame)
  }

  private static let order = [Light.red, .yellow, .green, .grey, .none].flatMap { light in
    Status.allCases.filter { $0.light == light }
  }
}
