/// The holes in a synopsis, such as `<month>`: their names in Chinese, and what may stand there.
enum ValueWords {
  /// What completion can offer for a hole.
  enum Kind {
    case text, unit, indicator, module, register, month, file, setting
  }

  private static let all: [String: (zh: String, kind: Kind)] = [
    "options": ("选项", .text), "subcommand": ("命令", .text),
    "unit": ("单位", .unit), "parent": ("上级单位", .unit), "into": ("并入的单位", .unit),
    "indicator": ("指标", .indicator), "numerator": ("指标", .indicator),
    "denominator": ("指标", .indicator), "module": ("模块", .module), "register": ("台账", .register),
    "month": ("月份", .month), "file": ("文件", .file), "files": ("文件", .file),
    "part": ("名称", .text), "path": ("文件", .file), "setting": ("设置项", .setting),
    "on": ("日期", .text), "from": ("日期", .text), "to": ("日期", .text), "since": ("日期", .text),
    "due": ("日期", .text), "effective": ("日期", .text), "opened": ("日期", .text),
    "day": ("日期", .text), "year": ("年度", .text), "amount": ("数量", .text),
    "limit": ("个数", .text), "offset": ("个数", .text), "within": ("天数", .text),
    "count": ("个数", .text), "decimals": ("位数", .text), "edition": ("版次", .text),
    "first-month": ("月", .text), "name": ("名称", .text), "name-en": ("名称", .text),
    "alias": ("名称", .text), "code": ("编码", .text), "id": ("编号", .text), "kind": ("类型", .text),
    "level": ("类型", .text), "type": ("类型", .text), "direction": ("方向", .text),
    "measure": ("计量单位", .text), "pace": ("进度方式", .text), "way": ("方式", .text),
    "behind": ("方式", .text), "same": ("方式", .text), "note": ("备注", .text),
    "reason": ("原因", .text), "reissue": ("原因", .text), "document": ("文号", .text),
    "citation": ("依据", .text), "expect": ("校验码", .text), "head": ("校验码", .text),
    "entry": ("明细号", .text), "transaction": ("流水号", .text), "record": ("记录", .text),
    "words": ("内容", .text), "conditions": ("条件", .text), "condition": ("条件", .text),
    "columns": ("列", .text), "by": ("字段", .text), "sum": ("字段", .text), "sort": ("字段", .text),
    "form": ("报表", .text), "period": ("期别", .text), "values": ("行号=数值", .text),
    "versions": ("版次", .text), "value": ("内容", .text), "rule": ("规则", .text),
    "question": ("问题", .text),
  ]

  /// What may stand in a hole of that name.
  static func kind(of name: String) -> Kind { all[name]?.kind ?? .text }

  /// A text with the holes that have a name named in Chinese.
  static func chinese(_ text: String) -> String {
    var parts = text.split(separator: "<", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index].firstIndex(of: ">"),
        let word = all[String(parts[index][..<end])]
      else { continue }
      parts[index].replaceSubrange(..<end, with: word.zh)
    }
    return parts.joined(separator: "<")
  }
}
