internal import TargetEngine

/// The Chinese words for commands. A word may stand for two, as 月报 for `report monthly`.
enum CommandWords {
  /// Words in first place.
  static let first: [(zh: String, en: String)] = [
    ("新建", "init"), ("演示", "demo"), ("看板", "dashboard"), ("月报", "report monthly"), ("报告", "report"),
    ("排名", "rank"), ("追溯", "trace"), ("记账", "log"), ("设置", "setting"), ("撤销", "undo"),
    ("明细", "entry"), ("分录", "entry"), ("单位", "unit"), ("指标", "indicator"), ("任务", "target"),
    ("结账", "close"),
    ("核对", "check"), ("验证", "verify"), ("备份", "backup"), ("恢复", "restore"), ("导入", "import"),
    ("流水", "journal"), ("台账", "register"), ("密钥", "key"), ("应办", "due"), ("到期", "due"),
    ("规则", "rule"), ("节假日", "holiday"), ("菜单", "menu"), ("报表", "form"),
  ]

  /// Words in second place.
  static let second: [(zh: String, en: String)] = [
    ("月度", "monthly"), ("添加", "add"), ("新增", "add"), ("列表", "list"), ("导入", "import"),
    ("移动", "move"), ("合并", "merge"), ("停用", "close"), ("改名", "rename"), ("旧称", "alias"),
    ("设定", "set"), ("历史", "history"), ("更正", "correct"), ("来源", "source"), ("来源列表", "sources"),
    ("查看", "show"),
    ("修改", "set"), ("推进", "advance"), ("改期", "redate"), ("作废", "remove"), ("导出", "export"),
    ("模板", "template"), ("建立", "create"), ("更换", "change"), ("揭示", "reveal"), ("销毁", "erase"),
    ("日历", "calendar"), ("采用", "adopt"), ("推算", "after"),
    ("定义", "define"), ("布置", "ask"), ("填报", "fill"), ("零报告", "nil"), ("报送情况", "status"),
    ("催报", "remind"), ("审核", "accept"), ("退回", "return"), ("重新打开", "reopen"), ("汇总", "sum"),
    ("比较", "diff"), ("填报量", "burden"), ("查重", "overlap"),
  ]

  /// The words that ask for the help of the command that follows.
  static let help = ["help", "帮助"]

  /// The English words of a command in first place.
  static func command(_ word: String) -> [String] {
    first.first { $0.zh == word }?.en.split(separator: " ").map(String.init) ?? [word]
  }

  /// The English word of one in second place.
  static func verb(_ word: String) -> String { second.first { $0.zh == word }?.en ?? word }

  /// A verb in the user's language.
  static func spoken(verb: String, _ language: Language) -> String {
    language == .zh ? second.first { $0.en == verb }?.zh ?? verb : verb
  }

  /// The words of a command in the user's language, its options too.
  static func spoken(_ words: [String], _ language: Language) -> [String] {
    guard language == .zh, let first = words.first else { return words }
    let pair = words.prefix(2).joined(separator: " ")
    let others = { (rest: ArraySlice<String>) in rest.map { OptionWords.spoken($0, language) } }
    if let word = self.first.first(where: { $0.en == pair })?.zh {
      return [word] + others(words.dropFirst(2))
    }
    let word = self.first.first { $0.en == first }?.zh ?? first
    guard words.count > 1, second.contains(where: { $0.en == words[1] }) else {
      return [word] + others(words.dropFirst())
    }
    return [word, spoken(verb: words[1], language)] + others(words.dropFirst(2))
  }

  /// The Chinese words that lead to a command, for its help and for completion.
  ///
  /// - Parameter isVerb: whether the command stands in second place.
  static func aliases(of name: String, isVerb: Bool) -> [String] {
    (isVerb ? second : first).filter { $0.en == name }.map(\.zh).sorted()
  }
}
