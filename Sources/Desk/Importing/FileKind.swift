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
