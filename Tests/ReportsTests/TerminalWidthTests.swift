import TargetEngine
import Testing

@testable import Reports

/// A small generator, so that a failing table can be made again.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

@Suite struct TerminalWidthTests {
  private static let words = [
    "洪林镇", "e\u{301}te", "Standardisation", "(含社区)", "👍🏽", "2021年6月", "\u{1B}[1m", "、", "\r\n", " ",
  ]

  private static func text(_ dice: inout Dice) -> String {
    (0..<Int.random(in: 0...9, using: &dice)).map { _ in words.randomElement(using: &dice)! }
      .joined()
  }

  private static func cell(_ dice: inout Dice) -> Cell {
    let figure = Decimal(.random(in: -999_999...999_999, using: &dice), places: 2)
    return switch Int.random(in: 0...5, using: &dice) {
    case 0: .empty
    case 1: .number(figure)
    case 2: .percent(figure)
    case 3: .difference(figure)
    case 4: .light(text(&dice), .red)
    default: .text(text(&dice))
    }
  }

  private static func table(_ dice: inout Dice) -> Table {
    let columns = (0..<Int.random(in: 1...12, using: &dice)).map { index in
      Column(
        text(&dice), key: "\(index)", [.text, .number, .percent].randomElement(using: &dice)!,
        alignment: [.leading, .center, .trailing].randomElement(using: &dice)!,
        priority: Bool.random(using: &dice) ? index % 3 : nil)
    }
    let rows = (0..<5).map { index in
      Row(columns.map { _ in cell(&dice) }, emphasis: [.plain, .section, .total][index % 3])
    }
    return Table(
      title: text(&dice), subtitleLines: [Subtitle(text(&dice), trailing: text(&dice))],
      columns: columns, rows: rows, notes: [text(&dice)], footer: [text(&dice), text(&dice)])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func noLineIsWiderThanTheTerminal(seed: UInt64) {
    var dice = Dice(state: seed)
    let table = Self.table(&dice)
    for width in stride(from: 40, through: 130, by: 7) {
      let lines = TerminalRenderer(width: width).render(table).split(separator: "\n")
      for line in lines {
        #expect(DisplayWidth.of(line) <= width, "seed \(seed), width \(width): \(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func everyFigureOfAShownColumnIsWhole(seed: UInt64) {
    var dice = Dice(state: seed)
    var table = Self.table(&dice)
    for index in table.columns.indices { table.columns[index].priority = nil }
    let output = TerminalRenderer(width: 40).render(table)
    for cell in table.rows.filter({ $0.emphasis != .section }).flatMap(\.cells) where cell.isFigure
    {
      #expect(output.contains(cell.printed), "seed \(seed)")
    }
  }
}
