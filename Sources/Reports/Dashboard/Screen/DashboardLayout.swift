/// Where the parts of an indicator stand: on one line where there is room, else on two.
///
/// It is one layout for the whole dashboard, so that all bars and rates stand under each other.
struct DashboardLayout {
  enum Field {
    case name, bar, rate, amount, status, need, spark
  }

  struct Slot {
    let field: Field
    let start: Int
    let width: Int
  }

  /// Room for the light's mark in front of the name.
  static let margin = 2
  private static let bars = (least: 10, most: 24)
  /// A name may be cut down to this: eight Chinese characters.
  private static let leastName = 16

  let lines: [[Slot]]

  var width: Int { lines.joined().map { $0.start + $0.width }.max() ?? 0 }

  /// Whether the slashes of the amounts stand under each other.
  var alignsAmounts: Bool { lines.count == 1 }

  /// Whether the second line has the amount under the status.
  var isPair: Bool { lines.count == 2 }

  /// Whether what is needed per month has a column of its own.
  var showsNeed: Bool { lines.joined().contains { $0.field == .need } }

  init(_ extents: DashboardExtents, width: Int) {
    var without = extents
    without.need = 0
    lines =
      Self.row(extents, width) ?? Self.row(without, width) ?? Self.pair(extents, width)
      ?? Self.pair(without, width) ?? Self.stack(extents, width)
  }

  /// All on one line. What is left over goes to the names, then to the bars.
  private static func row(_ extents: DashboardExtents, _ width: Int) -> [[Slot]]? {
    let least = min(extents.name, leastName)
    let tight = row(extents, name: least, bar: bars.least)
    guard tight.end <= width else { return nil }
    let name = min(extents.name, least + width - tight.end)
    let bar = min(bars.most, bars.least + width - tight.end - (name - least))
    return [row(extents, name: name, bar: bar).slots]
  }

  private static func row(_ extents: DashboardExtents, name: Int, bar: Int) -> SlotLine {
    var line = SlotLine()
    line.add(.name, name)
    line.add(.bar, extents.hasTargets ? bar : 0)
    line.add(.rate, extents.rate, gap: 1)
    line.add(.amount, extents.alignedAmount)
    line.add(.status, extents.status)
    line.add(.need, extents.need)
    line.add(.spark, extents.spark)
    return line
  }

  /// Two lines in three columns: the bar under the name, the amounts under the status, what is
  /// needed under the months.
  private static func pair(_ extents: DashboardExtents, _ width: Int) -> [[Slot]]? {
    let figures = extents.hasTargets ? extents.rate + 1 : 0
    let second = max(extents.status, extents.amount)
    let third = max(extents.spark, extents.need)
    let room = width - margin - SlotLine.gap - second - (third > 0 ? SlotLine.gap + third : 0)
    let bars = figures > 0 ? bars : (least: 0, most: 0)
    guard room >= max(min(extents.name, leastName), figures + bars.least) else { return nil }
    let first = min(room, max(extents.name, figures + bars.most))
    var (top, bottom) = (SlotLine(), SlotLine())
    top.add(.name, first)
    top.add(.status, extents.status, column: margin + first, second)
    top.add(.spark, extents.spark)
    bottom.add(.bar, first - figures)
    bottom.add(.rate, extents.rate, gap: 1)
    bottom.add(.amount, extents.amount, column: margin + first, second)
    bottom.add(.need, extents.need)
    return [top.slots, bottom.slots]
  }

  /// For figures too long to share a line with anything: one below the other.
  private static func stack(_ extents: DashboardExtents, _ width: Int) -> [[Slot]] {
    var lines = [SlotLine(), SlotLine(), SlotLine(), SlotLine()]
    lines[0].add(.name, min(extents.name, width - margin))
    lines[1].add(.bar, extents.hasTargets ? bars.most : 0)
    lines[1].add(.rate, extents.rate, gap: 1)
    lines[2].add(.amount, extents.amount)
    lines[3].add(.status, extents.status)
    lines[3].add(.spark, extents.spark)
    return lines.map(\.slots)
  }
}

/// A line of slots in the making.
private struct SlotLine {
  static let gap = 2

  var slots: [DashboardLayout.Slot] = []
  /// Where the next slot can begin, its gap not counted.
  var end = DashboardLayout.margin

  /// Adds a slot behind the others; one of no width is left out with its gap.
  mutating func add(_ field: DashboardLayout.Field, _ width: Int, gap: Int = SlotLine.gap) {
    guard width > 0 else { return }
    let start = end == DashboardLayout.margin ? end : end + gap
    slots.append(DashboardLayout.Slot(field: field, start: start, width: width))
    end = start + width
  }

  /// Adds a slot in a column that ends where the other line's does.
  mutating func add(
    _ field: DashboardLayout.Field, _ width: Int, column start: Int, _ columnWidth: Int
  ) {
    end = start
    add(field, width)
    end = start + SlotLine.gap + columnWidth
  }
}
