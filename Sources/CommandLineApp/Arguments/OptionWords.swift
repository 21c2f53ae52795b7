internal import TargetEngine

/// The names of every option of every command, in both languages. A test holds them against what the
/// commands declare.
///
/// ```swift
/// OptionWords.english("--单位=甲镇")  // "--unit=甲镇"
/// ```
enum OptionWords {
  private static let flags = [
    ("add", "累加"), ("again", "再次"), ("all", "全部"), ("bare", "空库"), ("draft", "草稿"),
    ("dry-run", "试导入"),
    ("excel", "电子表格"),
    ("file", "密钥文件"), ("force", "覆盖"), ("help", "帮助"), ("latest", "当前数"), ("list", "列表"),
    ("rebuild", "重算"), ("remaining", "剩余"), ("repost", "补记"), ("root", "无上级"), ("sent", "已报"),
    ("set", "时点"),
    ("text", "通报"), ("typo", "录错"), ("version", "版本"), ("watch", "刷新"), ("yes", "确认"),
  ]

  private static let others = [
    ("alias", "旧称"), ("amount", "数量"), ("as", "经办人"), ("behind", "落后"), ("by", "分组"),
    ("citation", "依据"), ("color", "颜色"), ("columns", "列"), ("db", "数据库"), ("decimals", "小数位"),
    ("denominator", "分母"), ("direction", "方向"), ("document", "文号"), ("due", "到期日"),
    ("edition", "版次"), ("effective", "生效日"), ("expect", "校验码"), ("first-month", "首月"),
    ("format", "格式"), ("from", "自"), ("indicator", "指标"), ("kind", "类型"), ("lang", "语言"),
    ("level", "层级"), ("limit", "最多"), ("measure", "计量单位"), ("module", "模块"), ("month", "月份"),
    ("name", "名称"), ("name-en", "英文名"), ("note", "备注"), ("numerator", "分子"), ("offset", "跳过"),
    ("on", "日期"), ("opened", "启用日"), ("output", "输出"), ("pace", "进度方式"), ("parent", "上级"),
    ("reason", "原因"), ("reissue", "重新结账"), ("reveal", "揭示"), ("same", "相同行"), ("since", "起算日"),
    ("sort", "排序"), ("sum", "合计"), ("to", "至"), ("today", "今天"), ("unit", "单位"),
    ("where", "条件"), ("within", "天数"), ("year", "年度"),
  ]

  private static let all = flags + others
  private static let toEnglish = Dictionary(uniqueKeysWithValues: all.map { ($0.1, $0.0) })
  private static let toChinese = Dictionary(uniqueKeysWithValues: all)

  /// Whether an option such as `--yes` takes no value: given twice it means the same.
  static func isFlag(_ option: String) -> Bool {
    option.hasPrefix("--") && flags.contains { $0.0 == option.dropFirst(2) }
  }

  /// A word of a command with its option, if it is one in Chinese, in English.
  static func english(_ word: String) -> String { translated(word, toEnglish) }

  /// An option as the user's language has it.
  static func spoken(_ word: String, _ language: Language) -> String {
    language == .zh ? translated(word, toChinese) : word
  }

  private static func translated(_ word: String, _ names: [String: String]) -> String {
    guard word.hasPrefix("--") else { return word }
    let sign = word.firstSign(of: "=＝") ?? word.endIndex
    guard let name = names[String(word[..<sign].dropFirst(2))] else { return word }
    guard sign != word.endIndex else { return "--" + name }
    return "--" + name + "=" + String(word.unicodeScalars[sign...].dropFirst())
  }
}
