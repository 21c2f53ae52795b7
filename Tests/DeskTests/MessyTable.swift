@testable import Desk

/// A list of entries, as a program would write it and as an office does: with titles, numbered rows, sums,
/// signatures, columns of its own, days and amounts in its own writing. Both say the same.
struct MessyTable {
  /// One row, cell by cell: day, indicator, unit, amount, note.
  typealias Row = [String]

  let rows: [Row]
  private var random: SplitMix

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      let day = Int.random(in: 1...28, using: &random)
      return [
        "2021-0\(Int.random(in: 1...6, using: &random))-\(day < 10 ? "0" : "")\(day)",
        ["a.done", "b.level"].randomElement(using: &random) ?? "",
        ["d", "t1", "t2", "v1", "v2", "v3", "v4"].randomElement(using: &random) ?? "",
        "\(Int.random(in: -20...12_345, using: &random))",
        ["", "入户", "会计", "小河村"].randomElement(using: &random) ?? "",
      ]
    }
    self.random = random
  }

  /// The plain list.
  var clean: String {
    (["date,indicator,unit,amount,note"] + rows.map { $0.joined(separator: ",") })
      .joined(separator: "\n")
  }

  /// The same in another dress.
  mutating func messy() -> String {
    let mark = any([",", "\t", ";"])
    var columns = Array(0..<5).shuffled(using: &random)
    // Columns that are none of ours: numbers of rows before the others, a name behind them.
    if chance() { columns.insert(-1, at: 0) }
    if chance() { columns.append(-2) }
    var lines: [[String]] = []
    if chance() { lines.append([any(["某县六月报表", "填报单位：某局", "关于报送,数据的附件"])]) }
    if chance() { lines.append([""]) }
    lines.append(columns.map { title($0) })
    for (index, row) in rows.enumerated() {
      if chance() { lines.append(columns.map { _ in "" }) }
      lines.append(columns.map { cell($0, row, index + 1) })
      if chance(1, of: 6) { lines.append(sum(columns)) }
    }
    if chance() { lines.append(sum(columns)) }
    if chance() { lines.append([any(["填报人：张三", "单位（盖章）"]), "", any(["", "审核人：李四"])]) }
    let end = any(["\n", "\r\n"])
    return any(["", "\u{FEFF}"])
      + lines.map { $0.map { quoted($0, mark) }.joined(separator: mark) + end }.joined()
  }

  private mutating func title(_ column: Int) -> String {
    let names = [
      -2: ["联系人", "其中（女）"], -1: ["序号", "序 号"], 0: ["日期", "date", "日 期"], 1: ["指标", "indicator"],
      2: ["单位", "unit", "单　位"], 3: ["数量", "amount", "数量（个）", "数量\n（个）"], 4: ["备注", "note"],
    ]
    let name = any(names[column] ?? [])
    return column < 0
      ? name : any([name, name, "*" + name, name + "（必填）", name + "：", " \(name) "])
  }

  private mutating func cell(_ column: Int, _ row: Row, _ number: Int) -> String {
    switch column {
    case -2: return any(["", "张三", "0563"])
    case -1: return any(["\(number)", "\(number)", ""])
    case 0:
      let parts = row[0].split(separator: "-").compactMap { Int($0) }
      let (year, month, day) = (parts[0], parts[1], parts[2])
      return any([
        row[0], "\(year)/\(month)/\(day)", "\(year)/\(month)/\(day) 0:00",
        "\(year).\(month).\(day)",
        "\(year)年\(month)月\(day)日", row[0] + " 00:00:00", " \(row[0])\t",
      ])
    case 1: return any([row[1], row[1] == "a.done" ? "done" : "level", row[1] + " "])
    case 2: return any([row[2], "unit \(row[2])", "\u{3000}\(row[2])"])
    case 3:
      let wide = row[3].map { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(0xFF10 + $0) }.map { Character($0) }
          ?? digit
      }
      return any([
        row[3], grouped(row[3]), row[3] + (row[1] == "a.done" ? "个" : " 人"), String(wide),
      ])
    default: return any([row[column], " " + row[column]])
    }
  }

  private func grouped(_ number: String) -> String {
    guard number.count > 3, !number.hasPrefix("-") else { return number }
    return "\(number.dropLast(3)),\(number.suffix(3))"
  }

  /// A row of sums: its word in the first cell or the first after the serial number, some figure behind.
  private mutating func sum(_ columns: [Int]) -> [String] {
    var cells = columns.map { $0 == 3 ? "99" : "" }
    let first = columns[0] == -1 && chance() ? 1 : 0
    cells[first] = any(["合计", "小计", "总 计", "全县合计"])
    return cells
  }

  private mutating func quoted(_ cell: String, _ mark: String) -> String {
    let isNeeded = cell.contains(mark) || cell.contains("\n")
    return isNeeded || chance(1, of: 4) ? "\"\(cell)\"" : cell
  }

  mutating func any(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

  private mutating func chance(_ times: Int = 1, of all: Int = 3) -> Bool {
    Int.random(in: 0..<all, using: &random) < times
  }
}
