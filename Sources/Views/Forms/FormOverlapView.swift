public import Desk
internal import Forms
public import Reports
public import TargetEngine

extension FormOverlap {
  /// Each line with where the same is known or asked for, and the counts.
  public func list(_ language: Language) throws -> ObjectList {
    var list = try Listing<Row>(
      language,
      [
        ListColumn(Text("报表", "Form"), key: "form", .fixed) { .text($0.form) },
        ListColumn(Text("行号", "Line"), key: "line", .fixed) { .text($0.line.number.description) },
        ListColumn(Text("标题", "Title"), key: "title") { .named($0.line.title, language) },
        ListColumn(Text("结论", "Verdict"), key: "verdict", .fixed) {
          .coded($0.verdict.title(language), $0.verdict.rawValue)
        },
        ListColumn(Text("台账、指标已有", "Known"), key: "known", minimumWidth: 16) { row in
          ListValue(
            Cell(
              row.known.isEmpty
                ? nil : row.known.map { $0.text(language) }.joined(separator: between(language))),
            .array(row.known.map(\.json)))
        },
        ListColumn(Text("其他报表已有", "Asked by"), key: "asked", minimumWidth: 12) { row in
          ListValue(
            Cell(
              row.asked.isEmpty
                ? nil : row.asked.map { $0.text(language) }.joined(separator: between(language))),
            .array(row.asked.map(\.json)))
        },
        ListColumn(Text("名称相近的", "Resembles"), key: "resembles", minimumWidth: 12) { row in
          ListValue(
            Cell(
              row.resembling.isEmpty
                ? nil
                : row.resembling.map { $0.text(language) }.joined(separator: between(language))),
            .array(row.resembling.map(\.json)))
        },
      ]
    ).list(rows)
    list.notes.append(summary(language))
    return list
  }

  /// The same for machines. Source: `forms.md`, "Files".
  public func json(_ language: Language) throws -> JSONValue {
    .object([
      ("report", "formOverlap"), ("lines", try list(language).json),
      (
        "counts",
        .object(Verdict.allCases.map { ($0.rawValue, JSONValue(count($0))) })
      ), ("formulas", JSONValue(formulas)),
    ])
  }

  private func between(_ language: Language) -> String { Text("、", ", ")(language) }

  private func summary(_ language: Language) -> String {
    let counts = Verdict.allCases.map { "\($0.title(language)) \(count($0))" }
      .joined(separator: Text("，", ", ")(language))
    return Text(
      "共 \(rows.count) 行：\(counts)。公式 \(formulas) 行不计。“疑似”“名称相近”只按名称判断，请核实。",
      "\(rows.count) lines: \(counts). Formulas are left out: \(formulas). What may be known and what resembles is told by"
        + " names alone."
    )(
      language)
  }
}

extension FormOverlap.Verdict {
  var title: Text {
    switch self {
    case .known: Text("已有", "known")
    case .asked: Text("重复布置", "asked already")
    case .maybeKnown: Text("或已有", "may be known")
    case .resembles: Text("名称相近", "resembles")
    case .new: Text("新增", "new")
    }
  }
}

extension FormOverlap.Known {
  /// 指标 门急诊人次（office.visits）; 疑似 台账 ….
  fileprivate func text(_ language: Language) -> String {
    let word =
      switch kind {
      case .indicator: Text("指标", "indicator")
      case .register: Text("台账", "register")
      case .field: Text("台账字段", "field")
      }
    let maybe = isByName ? Text("疑似", "may be ")(language) : ""
    return maybe + word(language) + Text("“\(title.zh)”", " \(title.en)")(language)
  }

  fileprivate var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)), ("name", .string(name)), ("title", .string(title.zh)),
      ("byName", .bool(isByName)),
    ])
  }
}

extension FormOverlap.Asked {
  fileprivate func text(_ language: Language) -> String { "\(title(language)) [\(line)]" }

  fileprivate var json: JSONValue {
    .object([
      ("form", .string(form)), ("title", .string(title.zh)), ("line", .string(line.description)),
    ])
  }
}
