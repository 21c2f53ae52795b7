public import TargetEngine

/// The files that the core imports, recognised by their header. Source: `cli.md`, "CSV in".
public enum FileKind: String, Sendable, CaseIterable {
  // In the order in which they build on each other.
  case units, indicators, targets, entries, holidays

  /// What it is called.
  public var title: Text {
    switch self {
    case .units: Text("单位", "units")
    case .indicators: Text("指标", "indicators")
    case .targets: Text("任务", "targets")
    case .entries: Text("分录", "entries")
    case .holidays: Text("节假日", "holidays")
    }
  }

  /// A column with its names in both languages.
  struct Column: Sendable {
    var name: String
    var zh: String
    /// The heading of English lists, where it is not the name.
    var en: String
    var isRequired: Bool

    init(_ name: String, _ zh: String, en: String? = nil, required: Bool = false) {
      self.name = name
      self.zh = zh
      self.en = en ?? name
      isRequired = required
    }

    func isNamed(_ text: String) -> Bool {
      [name, en].contains(text.lowercased()) || text == zh
    }
  }

  var columns: [Column] {
    switch self {
    case .units:
      [
        Column("code", "编码", required: true), Column("parent", "上级", required: true),
        Column("name", "名称", required: true), Column("kind", "类型", required: true),
        Column("opened", "启用"), Column("closed", "停用"), Column("aliases", "旧称"),
      ]
    case .indicators:
      [
        Column("id", "编号", required: true), Column("name", "名称", required: true),
        Column("kind", "类别", required: true), Column("measure", "计量单位", required: true),
        Column("decimals", "小数位"), Column("direction", "方向"), Column("numerator", "分子"),
        Column("denominator", "分母"), Column("name-en", "英文名", en: "english name"),
        Column("first-month", "首月", en: "first month"),
      ]
    case .targets:
      [
        Column("indicator", "指标", required: true), Column("unit", "单位", required: true),
        Column("year", "年度", required: true),
        Column("amount", "任务数", en: "target", required: true),
        Column("effective", "生效日"), Column("due", "到期日"), Column("pace", "进度方式"),
        Column("document", "文号"), Column("reason", "说明"),
      ]
    case .entries:
      [
        Column("date", "日期", en: "day", required: true),
        Column("indicator", "指标", required: true), Column("unit", "单位", required: true),
        Column("amount", "数量", required: true), Column("note", "备注"),
        Column("year", "计划年度", en: "plan year"), Column("mode", "方式"),
        // What a list of entries says of them besides, so that it can be imported.
        Column("entry", "分录"), Column("actor", "经办人", en: "by"),
        Column("at", "记账时间", en: "recorded"), Column("command", "命令"),
      ]
    case .holidays:
      [
        Column("day", "日期", required: true), Column("kind", "类型", required: true),
        Column("name", "名称"),
      ]
    }
  }
}

/// Which cell of a row holds which column of a kind of file.
struct HeaderMap: Sendable {
  let kind: FileKind
  private let places: [String: Int]

  /// The cell of a column; nil when the file does not have it.
  func place(_ name: String) -> Int? { places[name] }

  /// Recognises a header: the kind with the fewest columns missing and unknown, of which it has at
  /// least two that are required.
  static func recognise(_ header: [String]) -> FileKind? {
    let faults = { (kind: FileKind) in
      let missing = kind.columns.count { column in
        column.isRequired && !header.contains { column.isNamed($0) }
      }
      let unknown = header.count { title in
        !title.isEmpty && !kind.columns.contains { $0.isNamed(title) }
      }
      return missing + unknown
    }
    let fitting = FileKind.allCases.filter { kind in
      kind.columns.count { column in
        column.isRequired && header.contains { column.isNamed($0) }
      } >= 2
    }
    return fitting.min { faults($0) < faults($1) }
  }

  /// A column that only the history of a target has.
  private static let withdrawn = ["已撤销", "withdrawn"]

  /// Maps a header, or lists what is wrong with it.
  init(_ header: [String], kind: FileKind, file: String) throws(ImportFaults) {
    var faults = ImportFaults()
    var places: [String: Int] = [:]
    for (index, title) in header.enumerated() {
      guard let column = kind.columns.first(where: { $0.isNamed(title) }) else {
        if kind == .targets, HeaderMap.withdrawn.contains(title.lowercased()) {
          faults.add(ImportFault(file: file, line: 1, column: index + 1, kind: .isHistory(title)))
          continue
        }
        // A column without a title holds nothing that could be meant.
        if title.isEmpty { continue }
        let known = kind.columns.flatMap { [$0.name, $0.zh] }
        faults.add(
          ImportFault(
            file: file, line: 1, column: index + 1,
            kind: .unknownColumn(
              title, of: kind, suggestions: Suggestions.nearest(to: title, in: known))))
        continue
      }
      if places[column.name] != nil {
        faults.add(
          ImportFault(file: file, line: 1, column: index + 1, kind: .repeatedColumn(title)))
      }
      places[column.name] = index
    }
    let missing = kind.columns.filter { $0.isRequired && places[$0.name] == nil }
    if !missing.isEmpty {
      faults.add(
        ImportFault(
          file: file, line: 1, column: 1,
          kind: .missingColumns(missing.map { "\($0.name) (\($0.zh))" }, of: kind)))
    }
    guard faults.isEmpty else { throw faults }
    self.kind = kind
    self.places = places
  }
}
