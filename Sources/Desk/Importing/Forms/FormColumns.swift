enum FormColumn: Int, FileColumn {
  case form, title, titleEn, module, cycle, firstMonth, due, moves, owedBy, units, below, document
  case from

  static var fileKind: FileKind { .forms }

  var title: ColumnTitle {
    switch self {
    case .form: ColumnTitle("form", "报表", required: true)
    case .title: ColumnTitle("title", "标题", required: true)
    case .titleEn: ColumnTitle("title-en", "英文标题", en: "english title")
    case .module: ColumnTitle("module", "模块")
    case .cycle: ColumnTitle("cycle", "周期", required: true)
    case .firstMonth: ColumnTitle("first-month", "首月", en: "first month")
    case .due: ColumnTitle("due", "期限")
    case .moves: ColumnTitle("moves", "顺延")
    case .owedBy: ColumnTitle("owed-by", "填报单位类型", en: "owed by")
    case .units: ColumnTitle("units", "填报单位")
    case .below: ColumnTitle("below", "所属单位")
    case .document: ColumnTitle("document", "文号")
    case .from: ColumnTitle("from", "启用期")
    }
  }
}

enum FormLineColumn: Int, FileColumn {
  case form, line, title, titleEn, content, measure, decimals, required, source, indicator, from

  static var fileKind: FileKind { .formLines }

  var title: ColumnTitle {
    switch self {
    case .form: ColumnTitle("form", "报表", required: true)
    case .line: ColumnTitle("line", "行号", required: true)
    case .title: ColumnTitle("title", "标题", required: true)
    case .titleEn: ColumnTitle("title-en", "英文标题", en: "english title")
    case .content: ColumnTitle("content", "内容", required: true)
    case .measure: ColumnTitle("measure", "计量单位")
    case .decimals: ColumnTitle("decimals", "小数位")
    case .required: ColumnTitle("required", "必填")
    case .source: ColumnTitle("source", "来源")
    case .indicator: ColumnTitle("indicator", "指标")
    case .from: ColumnTitle("from", "启用期")
    }
  }
}

enum FormCheckColumn: Int, FileColumn {
  case form, left, relation, right, kind, message, from

  static var fileKind: FileKind { .formChecks }

  var title: ColumnTitle {
    switch self {
    case .form: ColumnTitle("form", "报表", required: true)
    case .left: ColumnTitle("left", "左式", required: true)
    case .relation: ColumnTitle("relation", "关系", required: true)
    case .right: ColumnTitle("right", "右式", required: true)
    case .kind: ColumnTitle("kind", "性质", required: true)
    case .message: ColumnTitle("message", "说明")
    case .from: ColumnTitle("from", "启用期")
    }
  }
}

enum ExemptionColumn: Int, FileColumn {
  case form, unit, from, until, reason

  static var fileKind: FileKind { .exemptions }

  var title: ColumnTitle {
    switch self {
    case .form: ColumnTitle("form", "报表", required: true)
    case .unit: ColumnTitle("unit", "单位", required: true)
    case .from: ColumnTitle("from", "自", required: true)
    case .until: ColumnTitle("until", "至")
    case .reason: ColumnTitle("reason", "原因", required: true)
    }
  }
}

enum AnswerColumn: Int, FileColumn {
  case form, period, unit, line, value, explanation
  // What a template says besides.
  case title, source, unitName, content, measure, required
  // Whether the program fills the line in: what it wrote there is no answer.
  case filledBy

  static var fileKind: FileKind { .answers }
  static var ofMeasure: AnswerColumn? { .measure }
  static var ofSums: AnswerColumn? { .unit }

  var title: ColumnTitle {
    switch self {
    case .form: ColumnTitle("form", "报表", required: true)
    case .period: ColumnTitle("period", "期别", required: true)
    case .unit: ColumnTitle("unit", "单位", required: true)
    case .line: ColumnTitle("line", "行号")
    case .value: ColumnTitle("value", "数值")
    case .explanation: ColumnTitle("explanation", "差异说明")
    case .title: ColumnTitle("title", "标题")
    case .source: ColumnTitle("source", "来源")
    case .unitName: ColumnTitle("unit-name", "单位名称", en: "unit name")
    case .content: ColumnTitle("content", "内容")
    case .measure: ColumnTitle("measure", "计量单位")
    case .required: ColumnTitle("required", "必填")
    case .filledBy: ColumnTitle("filled-by", "填报方式", en: "filled by")
    }
  }
}
