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
    let lines = version.lines.filter(\.content.isAmount).map { line -> JSONValue in
      .object([
        ("line", .string(line.number.description)), ("title", .string(line.title.zh)),
        ("total", JSONValue(sum.total[line.number])),
        (
          "units",
          .array(
            units.map { unit in
              .object([
                ("code", .string(unit.code)),
                ("value", JSONValue(amounts[unit.id]?[line.number])),
              ])
            })
        ),
      ])
    }
    return .object([
      ("report", "formSum"), ("form", .string(form.code)), ("period", .string("\(period)")),
      ("unit", unit.map(object) ?? .null), ("of", JSONValue(sum.of)),
      ("over", JSONValue(sum.over.count)), ("missing", .array(missing.map(object))),
      ("lines", .array(lines)),
    ])
  }
}
