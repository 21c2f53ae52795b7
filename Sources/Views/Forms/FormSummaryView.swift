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
      ] + shown.map { Column($0.title(language), key: $0.unit?.code ?? "", .number) }
    let shown = shown
    let rows = amountLines.map { place, line in
      Row(
        [
          .text(line.number.description), .text(line.title(language)),
          Cell(number: sum.total[line.number]),
        ] + shown.map { Cell(number: $0.amounts[place]) })
    }
    return Table(
      title: "\(version.title(language)) \(period)", columns: columns, rows: rows,
      notes: notes(language))
  }

  /// A column after the total.
  private struct Shown {
    /// Nil for the column of those that are not below any unit of the kind.
    var unit: Unit?
    var amounts: LineAmounts

    func title(_ language: Language) -> String { unit?.title ?? Text("其余", "Others")(language) }
  }

  /// The lines that have amounts, with their places in the version.
  private var amountLines: [(offset: Int, element: FormLine)] {
    version.lines.enumerated().filter(\.element.content.isAmount)
  }

  private var shown: [Shown] {
    kind == nil
      ? units.map { Shown(unit: $0, amounts: amounts[$0.id] ?? LineAmounts()) }
      : columns.map { Shown(unit: $0.unit, amounts: LineAmounts(version, $0.sum.total)) }
  }

  /// The same for machines. Source: `forms.md`, "Files".
  public var json: JSONValue {
    let starts = shown.map(start)
    let lines = amountLines.map { place, line -> JSONValue in
      .object([
        ("line", .string(line.number.description)), ("title", .string(line.title.zh)),
        ("total", JSONValue(sum.total[line.number])),
        ("units", values(at: place, starts)),
      ])
    }
    let head: [(String, JSONValue)] = [
      ("report", "formSum"), ("form", .string(form.code)), ("period", .string("\(period)")),
      ("unit", unit.map(\.json) ?? .null), ("of", JSONValue(sum.of)),
      ("over", JSONValue(sum.owedOver)), ("missing", .array(missing.map(\.json))),
    ]
    let by: [(String, JSONValue)] =
      kind.map { [("by", .string($0.rawValue)), ("columns", .array(columns.map(\.json)))] } ?? []
    return .object(
      head + notWhole + by + [("lines", .array(lines))] + listMember("words", words.map(\.json)))
  }

  /// What of it is not as it would be were all there.
  private var notWhole: [(String, JSONValue)] {
    var members = listMember("overflown", sum.overflown.map { .string($0.description) })
    members += listMember("gaps", gaps.map { $0.gap.json($0.units) })
    members += listMember(
      "covered",
      covered.map { line, units in
        .object([
          ("line", .string(line.description)), ("units", .array(units.map(\.json))),
        ])
      })
    members += listMember("ended", ended.map(\.json))
    members += listMember("waiting", waiting.map(\.json))
    return members + (lastOver.map { [("lastOver", JSONValue($0))] } ?? [])
  }

  /// What stands between the value of the column before and its own, and its amounts.
  private func start(_ column: Shown) -> (text: [UInt8], amounts: LineAmounts) {
    var start = Array("},{".utf8)
    start.appendMember("code", JSONValue(column.unit?.code), isFirst: true)
    start.append(contentsOf: ",\"value\":".utf8)
    return (start, column.amounts)
  }

  /// One line's values, written at once: an object of its own for each of 1 200 × 60 would take longer than all else.
  private func values(
    at place: Int, _ starts: [(text: [UInt8], amounts: LineAmounts)]
  ) -> JSONValue {
    var text: [UInt8] = []
    text.reserveCapacity(starts.reduce(2) { $0 + $1.text.count + 8 })
    text.append(UInt8(ascii: "["))
    for (start, amounts) in starts {
      text.append(contentsOf: text.count > 1 ? start[...] : start.dropFirst(2))
      JSONValue(amounts[place]).write(into: &text)
    }
    text.append(contentsOf: (starts.isEmpty ? "]" : "}]").utf8)
    return .written(text)
  }
}

extension FormSum.Gap {
  fileprivate func json(_ units: [Unit]) -> JSONValue {
    .object([
      ("line", .string(line.description)), ("formulas", formulas.json),
      ("units", .array(units.map(\.json))),
    ])
  }
}

extension FormSumColumn {
  fileprivate var json: JSONValue {
    .object([
      ("unit", unit.map(\.json) ?? .null), ("of", JSONValue(sum.of)),
      ("over", JSONValue(sum.owedOver)), ("units", .array(units.map(\.json))),
    ])
  }
}

extension WordedSum {
  /// A line without amounts: how many units chose what, or which wrote something.
  fileprivate var json: JSONValue {
    .object(
      [
        ("line", .string(line.number.description)), ("title", .string(line.title.zh)),
        ("written", JSONValue(units.count)),
      ]
        + listMember(
          "choices",
          choices.map { .object([("choice", .string($0.choice)), ("units", JSONValue($0.count))]) })
        + [("units", .array(units.map { .string($0.code) }))])
  }
}
