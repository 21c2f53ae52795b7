internal import Desk
internal import OfficeFiles
internal import Reports
internal import Sentences
internal import TargetEngine

extension [TableNotice] {
  /// A line for the rows and one for each column that an import left out of a file.
  func sentences(_ w: Wording) -> String {
    filter(\.saysSomething).flatMap {
      [$0.rowSentence(w)].compactMap(\.self) + $0.columnSentences(w)
    }
    .map { "\n" + $0 }.joined()
  }

  var json: [(String, JSONValue)] {
    isEmpty ? [] : [("leftOut", .array(map(\.json)))]
  }
}

extension TableNotice {
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(file)), ("count", .integer(Int64(rows.count))),
      (
        "passed",
        .array(
          rows.listed.map {
            .object([
              ("row", .integer(Int64($0.line))), ("reason", .string($0.reason.rawValue)),
            ])
          })
      ),
      ("columns", .array(columns.map { .string($0.title) })),
    ])
  }

  fileprivate func rowSentence(_ w: Wording) -> String? {
    let groups = PassedLine.Reason.allCases.compactMap { reason -> String? in
      let lines = rows.listed.filter { $0.reason == reason }.map(\.line)
      guard reason != .blank, !lines.isEmpty else { return nil }
      let (shown, more) = (
        w.list(lines.prefix(TableNotice.shown).map { "\($0)" }), lines.count - TableNotice.shown
      )
      return w(
        "\(reason.title(.zh))（第 \(shown) 行\(more > 0 ? "等 \(lines.count) 行" : "")）",
        "\(reason.title(.en)) (\(lines.count == 1 ? "line" : "lines") \(shown)"
          + (more > 0 ? " and \(more) more)" : ")"))
    }
    if groups.isEmpty { return nil }
    let file = w.file(file)
    return w(
      "\(file)：跳过\(w.list(groups))。", "\(file): passed over \(w.list(groups)).")
  }

  fileprivate func columnSentences(_ w: Wording) -> [String] {
    columns.map { column in
      let file = w.file(file)
      return w.join(
        [
          w(
            "\(file)：第 \(column.column) 列\(w.quote(column.title))没有对应的项目，未导入。",
            "\(file): column \(column.column), \(w.quote(column.title)), is not known and was left out."
          )
        ] + (column.suggestions.isEmpty ? [] : [w.guess(column.suggestions, otherwise: "")]))
    }
  }

  private static let shown = 20
}

extension PassedLine.Reason {
  fileprivate func title(_ language: Language) -> String {
    let title =
      switch self {
      case .title: Text("标题", "titles")
      case .serial: Text("只有序号的行", "serial numbers alone")
      case .total: Text("合计", "totals")
      case .blank: Text("空行", "blank rows")
      case .footer: Text("落款", "signatures")
      }
    return title(language)
  }
}
