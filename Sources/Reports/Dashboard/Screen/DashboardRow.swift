internal import TargetEngine

/// Prints one indicator: its figures in their columns and, beneath them, what is behind them.
struct DashboardRow {
  let item: Dashboard.Item
  let cells: DashboardCells
  let extents: DashboardExtents
  let layout: DashboardLayout
  /// How long the lines beneath may be.
  let frame: Int
  let decimals: Int
  let language: Language
  let paint: Paint

  private static let indent = 4
  private static let laggardName = 24

  func lines() -> [String] { figures() + explanation() + laggards() }

  /// What needs attention is colourful; what is well keeps to its mark and label.
  private var alarm: Light {
    switch cells.light {
    case .red, .yellow: cells.light
    case .green, .grey, .none: .none
    }
  }

  private func figures() -> [String] {
    layout.lines.enumerated().map { index, slots in
      var line = TerminalLine()
      var column = 0
      if index == 0, cells.light != .none {
        line.put(paint(cells.light.mark, .plain, cells.light))
        column = 1
      }
      for slot in slots { put(slot, &line, &column) }
      return line.text
    }.filter { !$0.isEmpty }
  }

  private func put(_ slot: DashboardLayout.Slot, _ line: inout TerminalLine, _ column: inout Int) {
    let text = text(slot)
    guard !text.isEmpty else { return }
    let width = text.displayWidth
    let start = slot.field == .rate ? slot.start + slot.width - width : slot.start
    line.skip(start - column)
    line.put(painted(text, slot.field))
    column = start + width
  }

  /// Without a target there is nothing to say on a second line: the amount moves up.
  private var isShort: Bool { layout.isPair && extents.hasTargets && !cells.hasTarget }

  private var amount: String {
    guard layout.alignsAmounts else { return cells.amount }
    return cells.actual.padded(to: extents.actual, alignment: .trailing) + cells.rest
  }

  private func text(_ slot: DashboardLayout.Slot) -> String {
    switch slot.field {
    case .name: cells.name.shortened(to: slot.width)
    case .bar: cells.bar(slot.width)
    case .rate: cells.rate
    case .amount: isShort ? "" : amount
    case .status: isShort ? cells.amount : cells.status
    case .need: cells.need
    case .spark: cells.spark
    }
  }

  private func painted(_ text: String, _ field: DashboardLayout.Field) -> String {
    switch field {
    case .name: paint(text, cells.light == .red ? .bold : .plain)
    case .bar, .rate: paint(text, .plain, alarm)
    case .status: paint(text, .plain, cells.light)
    case .spark: paint(text, .dim)
    case .amount, .need: text
    }
  }

  /// Why it is red, and what is needed per month where that has no column.
  private func explanation() -> [String] {
    let reasons = item.line.reasons(language)
    let need = layout.showsNeed || cells.need.isEmpty ? [] : [cells.need]
    let sentence = (reasons + need).joined(separator: Text("，", ", ")(language)).asTerminalLine
    guard !sentence.isEmpty else { return [] }
    return sentence.wrapped(to: frame - Self.indent).map { text in
      var line = TerminalLine()
      line.skip(Self.indent)
      line.put(paint(text, alarm == .none ? .dim : .plain))
      return line.text
    }
  }

  private func laggards() -> [String] {
    guard !item.furthestBehind.isEmpty else { return [] }
    let label = DashboardWord.furthestBehind(language) + Text("：", ": ")(language)
    let hanging = Self.indent + label.displayWidth
    return laggardLines(within: frame - hanging).enumerated().map { index, text in
      var line = TerminalLine()
      line.skip(index == 0 ? Self.indent : hanging)
      if index == 0 { line.put(paint(label, .dim)) }
      line.put(text)
      return line.text
    }
  }

  /// No unit is parted from its figures, as long as they fit on a line.
  private func laggardLines(within width: Int) -> [String] {
    let units = item.furthestBehind.prefix(3)
    let parts = units.enumerated().flatMap { index, laggard in
      let text = laggard.sentence(language, decimals: decimals, nameWidth: Self.laggardName)
      let comma = index == units.count - 1 ? "" : Text("、", ",")(language)
      return (text.asTerminalLine + comma).wrapped(to: width)
    }
    return filledLines(
      parts.map { MeasuredText($0) }, separator: Text("", " ")(language), within: width)
  }
}
