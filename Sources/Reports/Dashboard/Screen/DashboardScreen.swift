public import TargetEngine

extension Dashboard {
  /// The picture for a terminal, module by module; every line ends with a line feed.
  ///
  /// What is red stands out by a mark in front of its name, and says beneath why and where.
  /// - Parameters:
  ///   - width: the terminal's columns; fewer than 60 count as 60.
  ///   - moduleTitle: the name that people know a module's code by.
  public func screen(
    width: Int, color: Bool, language: Language, moduleTitle: (String) -> String
  ) -> String {
    let screen = DashboardScreen(
      self, width: max(60, width), language: language, paint: Paint(color: color))
    return screen.lines(moduleTitle).map { $0 + "\n" }.joined()
  }
}

/// A dashboard in lines.
private struct DashboardScreen {
  let dashboard: Dashboard
  let summary: DashboardSummary
  let rows: [DashboardRow]
  let frame: Int
  let language: Language
  let paint: Paint
  private let legend: [Text]

  /// On a wide terminal lines grow with their content, yet sentences may take this much.
  private static let comfortable = 80

  init(_ dashboard: Dashboard, width: Int, language: Language, paint: Paint) {
    let cells = dashboard.items.map { DashboardCells($0, of: dashboard, language) }
    let extents = DashboardExtents(cells)
    let layout = DashboardLayout(extents, width: width)
    let summary = DashboardSummary(dashboard: dashboard, language: language, paint: paint)
    let frame = min(width, max(Self.comfortable, layout.width, summary.width))
    rows = zip(dashboard.items, cells).map { item, cells in
      DashboardRow(
        item: item, cells: cells, extents: extents, layout: layout, frame: frame,
        decimals: dashboard.decimals, language: language, paint: paint)
    }
    let isCalendarYear = dashboard.items.allSatisfy { $0.line.indicator.firstMonth == 1 }
    let months = isCalendarYear ? DashboardWord.monthsLegend : DashboardWord.planYearLegend
    legend =
      (extents.hasTargets ? [DashboardWord.paceLegend] : [])
      + (extents.spark > 0 ? [months, DashboardWord.absentLegend] : [])
    self.dashboard = dashboard
    self.summary = summary
    self.frame = frame
    self.language = language
    self.paint = paint
  }

  func lines(_ moduleTitle: (String) -> String) -> [String] {
    let top = [summary.heading(frame)]
    guard !modules.isEmpty else { return top + ["", DashboardWord.noIndicators(language)] }
    var lines = top + summary.counts(frame)
    for module in modules {
      lines += ["", heading(moduleTitle(module))]
      lines += rows.filter { $0.item.line.indicator.module == module }.flatMap { $0.lines() }
      lines += dashboard.standings.filter { $0.module == module }.flatMap(standing)
    }
    return lines + warnings() + explanation()
  }

  /// In the order in which they first appear.
  private var modules: [String] {
    var seen: Set<String> = []
    return (rows.map(\.item.line.indicator.module) + dashboard.standings.map(\.module))
      .filter { seen.insert($0).inserted }
  }

  /// Stages and things due, each with its label; no count is parted from its word.
  private func standing(_ standing: Standing) -> [String] {
    standing.lines(language, decimals: dashboard.decimals).flatMap { label, parts -> [String] in
      let label = label.asTerminalLine.shortened(to: frame / 2) + Text("：", ": ")(language)
      let lines = filledLines(
        parts.map { MeasuredText($0.asTerminalLine) }, separator: " · ",
        within: frame - label.displayWidth)
      return lines.enumerated().map { index, text in
        var line = TerminalLine()
        if index == 0 { line.put(paint(label, .dim)) } else { line.skip(label.displayWidth) }
        line.put(text)
        return line.text
      }
    }
  }

  private func heading(_ title: String) -> String {
    let title = title.asTerminalLine.shortened(to: frame / 2)
    let rule = String(repeating: "─", count: max(0, frame - title.displayWidth - 1))
    return paint(title, .bold) + " " + paint(rule, .dim)
  }

  /// What must be known beside the figures, below them.
  private func warnings() -> [String] {
    let lines = dashboard.notes.flatMap {
      $0.sentence(language).asTerminalLine.wrapped(to: frame)
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func explanation() -> [String] {
    guard !legend.isEmpty else { return [] }
    return ["", paint(legend.map { $0(language) }.joined(separator: "   "), .dim)]
  }
}
