public import Desk
internal import Forms
public import Reports
public import TargetEngine

extension FormSummary {
  /// Lines as rows, units as columns, 合计 first.
  public func table(_ language: Language) -> Table {
    let columns =
      [
        Column(Text("行号", "Line")(language), key: "line", .fixed),
        Column(Text("标题", "Title")(language), key: "title"),
        Column(Phrase.total(language), key: "total", .number),
      ] + units.map { Column($0.title, key: $0.code, .number) }
    let rows = version.lines.filter(\.content.isAmount).map { line in
      Row(
        [
          .text(line.number.description), .text(line.title(language)),
          Cell(number: sum.total[line.number]),
        ] + units.map { Cell(number: amounts[$0.id]?[line.number]) })
    }
    return Table(
      title: "\(version.title(language)) \(period)", columns: columns, rows: rows,
      notes: notes(language))
  }

  private func notes(_ language: Language) -> [String] {
    let over = Text(
      "汇总 \(sum.of) 个单位中的 \(sum.over.count) 个（\(scope == .accepted ? "已审" : "已报")）",
      "Over \(sum.over.count) of \(sum.of) units (\(scope.rawValue))")(language)
    guard !missing.isEmpty else { return [over] }
    let names = missing.prefix(50).map(\.title).joined(separator: Text("、", ", ")(language))
    let more = missing.count > 50 ? Text("等", ", …")(language) : ""
    return [over, Text("缺：", "Missing: ")(language) + names + more]
  }

  /// The same for machines. Source: `forms.md`, "Files".
  public var json: JSONValue {
    let object = { (unit: Unit) -> JSONValue in
      .object([("code", .string(unit.code)), ("name", .string(unit.name))])
    }
    let columns = columns
    let lines = version.lines.filter(\.content.isAmount).map { line -> JSONValue in
      .object([
        ("line", .string(line.number.description)), ("title", .string(line.title.zh)),
        ("total", JSONValue(sum.total[line.number])),
        ("units", values(of: line.number, columns)),
      ])
    }
    return .object([
      ("report", "formSum"), ("form", .string(form.code)), ("period", .string("\(period)")),
      ("unit", unit.map(object) ?? .null), ("of", JSONValue(sum.of)),
      ("over", JSONValue(sum.over.count)), ("missing", .array(missing.map(object))),
      ("lines", .array(lines)),
    ])
  }

  /// What stands before the value of each unit, and its amounts.
  private var columns: [(start: [UInt8], amounts: FormAmounts)] {
    units.map { unit in
      var start = [UInt8(ascii: "{")]
      start.appendMember("code", .string(unit.code), isFirst: true)
      start.append(contentsOf: ",\"value\":".utf8)
      return (start, amounts[unit.id] ?? [:])
    }
  }

  /// One line's values, written at once: an object of its own for each of 1 200 × 60 would take longer than all else.
  private func values(
    of line: LineNumber, _ columns: [(start: [UInt8], amounts: FormAmounts)]
  ) -> JSONValue {
    var text = [UInt8(ascii: "[")]
    for (start, amounts) in columns {
      if text.count > 1 { text.append(UInt8(ascii: ",")) }
      text.append(contentsOf: start)
      JSONValue(amounts[line]).write(into: &text)
      text.append(UInt8(ascii: "}"))
    }
    text.append(UInt8(ascii: "]"))
    return .written(text)
  }
}
