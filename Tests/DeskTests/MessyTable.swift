@testable import Desk

/// A list as a program would write it and as an office does: with titles, numbered rows, sums, signatures,
/// columns of its own, days and numbers in its own writing. Both say the same.
struct MessyTable {
  /// A column: its name, other titles of it, and how its cells may be written.
  struct Column {
    var titles: [String]
    var cell: Cell

    enum Cell {
      case day
      /// A number of things that one of these words counts, by the text of another column.
      case number(measures: [String: String], by: Int)
      /// A text that has other names.
      case name([String: [String]])
    }
  }

  let columns: [Column]
  let rows: [[String]]
  private var random: SplitMix

  /// - Parameter row: makes a row.
  init(
    seed: UInt64, columns: [Column], rows most: Int = 12,
    row: (inout SplitMix, Int) -> [String]
  ) {
    var random = SplitMix(state: seed)
    self.columns = columns
    rows = (0..<Int.random(in: 1...most, using: &random)).map { row(&random, $0) }
    self.random = random
  }

  /// The plain list.
  var clean: String {
    ([columns.map { $0.titles[0] }] + rows).map { $0.joined(separator: ",") }
      .joined(separator: "\n")
  }

  /// The same in another dress.
  mutating func messy() -> String {
    let mark = any([",", "\t", ";"])
    var order = Array(columns.indices).shuffled(using: &random)
    // Columns that are none of ours: numbers of rows before the others, a name behind them.
    if chance() { order.insert(-1, at: 0) }
    if chance() { order.append(-2) }
    var lines: [[String]] = []
    if chance() { lines.append([any(["某县六月报表", "填报单位：某局", "关于报送,数据的附件"])]) }
    if chance() { lines.append([""]) }
    lines.append(order.map { title($0) })
    for (index, row) in rows.enumerated() {
      if chance() { lines.append(order.map { _ in "" }) }
      lines.append(order.map { cell($0, row, index + 1) })
      if chance(1, of: 6) { lines.append(sum(order)) }
    }
    if chance() { lines.append(sum(order)) }
    if chance() { lines.append([any(["填报人：张三", "单位（盖章）"]), "", any(["", "审核人：李四"])]) }
    // The day on which it was made, in whatever column.
    if chance() {
      var row = order.map { _ in "" }
      row[Int.random(in: order.indices, using: &random)] = any(["2021-06-30", "2021年6月30日"])
      lines.append(row)
    }
    let end = any(["\n", "\r\n"])
    return any(["", "\u{FEFF}"])
      + lines.map { $0.map { quoted($0, mark) }.joined(separator: mark) + end }.joined()
  }

  private mutating func title(_ column: Int) -> String {
    if column == -1 { return any(["序号", "序 号"]) }
    if column == -2 { return any(["联系人", "其中（女）"]) }
    let name = any(columns[column].titles)
    return any([name, name, "*" + name, name + "（必填）", name + "：", " \(name) "])
  }

  private mutating func cell(_ column: Int, _ row: [String], _ number: Int) -> String {
    if column == -1 { return any(["\(number)", "\(number)", ""]) }
    if column == -2 { return any(["", "张三", "0563"]) }
    let text = row[column]
    if text.isEmpty { return any(["", " "]) }
    switch columns[column].cell {
    case .day:
      let parts = text.split(separator: "-").compactMap { Int($0) }
      let (year, month, day) = (parts[0], parts[1], parts[2])
      return any([
        text, "\(year)/\(month)/\(day)", "\(year)/\(month)/\(day) 0:00", "\(year).\(month).\(day)",
        "\(year)年\(month)月\(day)日", text + " 00:00:00", " \(text)\t",
      ])
    case .number(let measures, let other):
      let wide = text.map { digit in
        digit.wholeNumberValue.flatMap { Unicode.Scalar(0xFF10 + $0) }.map { Character($0) }
          ?? digit
      }
      let measure = measures[other < 0 ? "" : row[other]] ?? ""
      return any([text, grouped(text), text + measure, text + " " + measure, String(wide)])
    case .name(let names): return any([text, " " + text] + (names[text] ?? []))
    }
  }

  private func grouped(_ number: String) -> String {
    guard number.count > 3, !number.hasPrefix("-") else { return number }
    return "\(number.dropLast(3)),\(number.suffix(3))"
  }

  /// A row of sums: its word in the first cell or the first after the serial number, a figure behind.
  private mutating func sum(_ order: [Int]) -> [String] {
    var cells = order.enumerated().map { $0.offset == order.count - 1 ? "99" : "" }
    let first = order[0] == -1 && chance() ? 1 : 0
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

extension MessyTable {
  private static func units(_ codes: [String]) -> Column.Cell {
    .name(Dictionary(uniqueKeysWithValues: codes.map { ($0, ["unit \($0)", "\u{3000}\($0)"]) }))
  }

  private static func day(_ random: inout SplitMix) -> String {
    let day = Int.random(in: 1...28, using: &random)
    return "2021-0\(Int.random(in: 1...6, using: &random))-\(day < 10 ? "0" : "")\(day)"
  }

  private static func note(_ random: inout SplitMix) -> String {
    ["", "入户", "会计", "小河村"].randomElement(using: &random) ?? ""
  }

  /// Entries of the units and indicators of `Fixture`.
  static func entries(seed: UInt64) -> MessyTable {
    let measures = ["a.done": "个", "b.level": "人"]
    return MessyTable(
      seed: seed,
      columns: [
        Column(titles: ["date", "日期", "日 期"], cell: .day),
        Column(
          titles: ["indicator", "指标"], cell: .name(["a.done": ["done"], "b.level": ["level "]])),
        Column(titles: ["unit", "单位", "单　位"], cell: units(Fixture.villages + ["d", "t1", "t2"])),
        Column(
          titles: ["amount", "数量", "数量（个）", "数量\n（个）"], cell: .number(measures: measures, by: 1)),
        Column(titles: ["note", "备注"], cell: .name([:])),
      ]
    ) { random, _ in
      [
        day(&random), ["a.done", "b.level"].randomElement(using: &random) ?? "",
        (Fixture.villages + ["d", "t1", "t2"]).randomElement(using: &random) ?? "",
        "\(Int.random(in: -20...12_345, using: &random))", note(&random),
      ]
    }
  }

  /// Projects of the clinics of `RecordFixture`, one for each at most.
  static func projects(seed: UInt64) -> MessyTable {
    let clinics = ["c1", "c2", "c3", "c4"]
    return MessyTable(
      seed: seed,
      columns: [
        Column(titles: ["facility", "建设机构", "建设 机构"], cell: units(clinics)),
        Column(titles: ["year", "计划年度"], cell: .name(["2021": ["２０２１", "2021年"]])),
        Column(titles: ["budget", "预算", "预算（元）"], cell: .number(measures: ["": "元"], by: -1)),
        Column(titles: ["assessed-on", "评估日期", "评估\n日期"], cell: .day),
        Column(titles: ["ownership", "所有制"], cell: .name(["collective": ["集体办"]])),
        Column(titles: ["note", "备注"], cell: .name([:])),
      ], rows: clinics.count
    ) { random, place in
      [
        clinics[place], "2021",
        ["", "\(Int.random(in: 0...90_000, using: &random))"].randomElement(using: &random) ?? "",
        Bool.random(using: &random) ? day(&random) : "",
        ["", "collective"].randomElement(using: &random) ?? "", note(&random),
      ]
    }
  }
}
