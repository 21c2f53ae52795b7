internal import TargetEngine

/// What a column of a file is called.
struct ColumnTitle: Sendable {
  /// The name in formats for machines.
  var name: String
  var zh: String
  /// The heading of English lists, where it is not the name.
  var en: String
  /// What files of earlier versions have.
  private var earlier: String?
  var isRequired: Bool

  init(
    _ name: String, _ zh: String, en: String? = nil, earlier: String? = nil, required: Bool = false
  ) {
    self.earlier = earlier
    self.name = name
    self.zh = zh
    self.en = en ?? name
    isRequired = required
  }

  /// Its name as faults tell it.
  var text: Text { Text(zh, name) }

  func isNamed(_ text: String) -> Bool {
    [name, en].contains(text.lowercased()) || text == zh || text == earlier
  }
}

/// The columns of one kind of file, in the order of their numbers from 0.
protocol FileColumn: CaseIterable, Hashable, RawRepresentable<Int>, Sendable {
  static var fileKind: FileKind { get }
  var title: ColumnTitle { get }
  /// The column that says in which unit a row's amount counts; nil for files without amounts.
  static var ofMeasure: Self? { get }
  /// The column of places in which a sum may stand although its row has all else; nil where it is none then.
  static var ofSums: Self? { get }
}

extension FileColumn {
  static var ofMeasure: Self? { nil }
  static var ofSums: Self? { nil }
  static var titles: [ColumnTitle] { allCases.map(\.title) }
}

enum UnitColumn: Int, FileColumn {
  case code, parent, name, kind, opened, closed, aliases, mergedInto

  static var fileKind: FileKind { .units }

  var title: ColumnTitle {
    switch self {
    case .code: ColumnTitle("code", "编码", required: true)
    case .parent: ColumnTitle("parent", "上级", required: true)
    case .name: ColumnTitle("name", "名称", required: true)
    case .kind: ColumnTitle("kind", "类型", required: true)
    case .opened: ColumnTitle("opened", "启用")
    case .closed: ColumnTitle("closed", "停用")
    case .aliases: ColumnTitle("aliases", "旧称")
    case .mergedInto: ColumnTitle("merged-into", "并入", en: "merged into")
    }
  }
}

enum IndicatorColumn: Int, FileColumn {
  case id, name, kind, measure, decimals, direction, numerator, denominator, nameEn, firstMonth

  static var fileKind: FileKind { .indicators }

  var title: ColumnTitle {
    switch self {
    case .id: ColumnTitle("id", "编号", required: true)
    case .name: ColumnTitle("name", "名称", required: true)
    case .kind: ColumnTitle("kind", "类别", required: true)
    case .measure: ColumnTitle("measure", "计量单位", required: true)
    case .decimals: ColumnTitle("decimals", "小数位")
    case .direction: ColumnTitle("direction", "方向")
    case .numerator: ColumnTitle("numerator", "分子")
    case .denominator: ColumnTitle("denominator", "分母")
    case .nameEn: ColumnTitle("name-en", "英文名", en: "english name")
    case .firstMonth: ColumnTitle("first-month", "首月", en: "first month")
    }
  }
}

enum TargetColumn: Int, FileColumn {
  case indicator, unit, year, amount, effective, due, pace, document, reason, measure, without

  static var fileKind: FileKind { .targets }
  static var ofMeasure: TargetColumn? { .measure }

  var title: ColumnTitle {
    switch self {
    case .indicator: ColumnTitle("indicator", "指标", required: true)
    case .unit: ColumnTitle("unit", "单位", required: true)
    case .year: ColumnTitle("year", "年度", required: true)
    case .amount: ColumnTitle("amount", "任务数", en: "target", required: true)
    case .effective: ColumnTitle("effective", "生效日")
    case .due: ColumnTitle("due", "到期日")
    case .pace: ColumnTitle("pace", "进度方式")
    case .document: ColumnTitle("document", "文号")
    case .reason: ColumnTitle("reason", "说明")
    case .without: ColumnTitle("without-merged", "未含并入单位", en: "without merged")
    case .measure: ColumnTitle("measure", "计量单位")
    }
  }
}

enum EntryColumn: Int, FileColumn {
  case date, indicator, unit, amount, note, year, mode
  // What a list of entries says of them besides, so that it can be imported.
  case entry, actor, at, command
  case measure

  static var fileKind: FileKind { .entries }
  static var ofMeasure: EntryColumn? { .measure }

  var title: ColumnTitle {
    switch self {
    case .date: ColumnTitle("date", "日期", en: "day", required: true)
    case .indicator: ColumnTitle("indicator", "指标", required: true)
    case .unit: ColumnTitle("unit", "单位", required: true)
    case .amount: ColumnTitle("amount", "数量", required: true)
    case .note: ColumnTitle("note", "备注")
    case .year: ColumnTitle("year", "计划年度", en: "plan year")
    case .mode: ColumnTitle("mode", "方式")
    case .entry: ColumnTitle("entry", "明细", earlier: "分录")
    case .actor: ColumnTitle("actor", "经办人", en: "by")
    case .at: ColumnTitle("at", "记账时间", en: "recorded")
    case .command: ColumnTitle("command", "命令")
    case .measure: ColumnTitle("measure", "计量单位")
    }
  }
}

enum HolidayColumn: Int, FileColumn {
  case day, kind, name

  static var fileKind: FileKind { .holidays }

  var title: ColumnTitle {
    switch self {
    case .day: ColumnTitle("day", "日期", required: true)
    case .kind: ColumnTitle("kind", "类型", required: true)
    case .name: ColumnTitle("name", "名称")
    }
  }
}
