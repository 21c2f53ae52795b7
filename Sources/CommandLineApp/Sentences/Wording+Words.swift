internal import Sentences
internal import TargetEngine

/// The words of a command that are not as they should be.
extension Wording {
  var noClock: String {
    self(
      "读不出本机的日期。请用 --today 写明，如 --today \(ExampleYear.current)-06-28。",
      "The date of this machine cannot be read. Give it, as in --today \(ExampleYear.current)-06-28."
    )
  }

  var noHome: String {
    self(
      "没有设置 HOME（用户的主目录），不知道数据库和密钥放在哪里。请用 --db 写明数据库；密钥用 TAIZHANG_KEY_FILE 写明。",
      "HOME is not set, so that nothing says where the database and the key lie. Name the database with --db,"
        + " and a key with TAIZHANG_KEY_FILE.")
  }

  func notText(_ place: UsageFault.Place) -> String {
    let what =
      switch place {
      case .word(let number): self("命令的第 \(number) 个词", "Word \(number) of the command")
      case .variable(let name): self("环境变量 \(name) 的值", "The variable \(name)")
      case .line(let number): self("标准输入的第 \(number) 行", "Line \(number) of standard input")
      }
    return self(
      "\(what)不是 UTF-8 编码的文字，未作改动。请把终端或脚本的编码改为 UTF-8 后重试。",
      "\(what) is no text in UTF-8; nothing was changed. Let the terminal or script use UTF-8 and try"
        + " again.")
  }

  var noWords: String {
    self(
      "系统没有交来命令的内容（/proc 读不到），未作改动。",
      "The words of the command could not be read from /proc; nothing was done.")
  }

  func badToday(_ text: String, _ source: String) -> String {
    join([
      self(
        "\(source) 的值\(quote(text))不是日期。",
        "\(source) is \(quote(text)), which is no day."),
      Day.fault(of: text).sentence(language),
    ])
  }

  func badMonth(_ text: String) -> String {
    self(
      "\(quote(text))不是月份，请写成 \(ExampleYear.current)-06。",
      "\(quote(text)) is no month: write it as \(ExampleYear.current)-06.")
  }

  var needsPeriod: String {
    self(
      "看一个单位报送的内容，请写明期别，如 2021-06。",
      "What a unit has sent is shown for a period: name it, such as 2021-06.")
  }

  var needsMonth: String {
    self(
      "请写明结哪个月，如 taizhang 结账 \(ExampleYear.current)-06。",
      "Say which month, as in taizhang close \(ExampleYear.current)-06.")
  }

  func badHead(_ text: String) -> String {
    self(
      "\(quote(text))不是校验码，应如 #1204·9f3c21aa77d0e1b2。",
      "\(quote(text)) is no head, such as #1204·9f3c21aa77d0e1b2.")
  }

  func badCount(_ option: String, _ most: Int) -> String {
    self(
      "\(option) 须为 0 至 \(most) 的整数。", "\(option) is a whole number from 0 to \(most).")
  }

  func directionMark(_ text: String) -> String {
    self(
      "\(quote(text))里有改变文字方向的隐藏字符（如 U+202E），未作改动。请删掉重新输入。",
      "\(quote(text)) has a hidden mark that turns the direction of writing (such as U+202E);"
        + " nothing was done. Type it again.")
  }

  func givenTwice(_ option: String, _ values: [String]) -> String {
    self(
      "\(option) 只能写一次，这里写了 \(values.count) 次：\(list(values.map(quote)))，未作改动。",
      "\(option) is given more than once, as \(list(values.map(quote))); nothing was done. Give it"
        + " once.")
  }

  func notTogether(_ option: String, _ other: String) -> String {
    self(
      "\(option) 和 \(other) 不能同时使用。请去掉一个。",
      "\(option) and \(other) do not go together. Leave one out.")
  }

  func badChoice(_ value: String, _ option: String, _ choices: [String]) -> String {
    self(
      "\(quote(value))不能用于 \(option)。可选：\(list(choices))。",
      "\(option) does not take \(quote(value)). Give one of \(list(choices)).")
  }

  func unknownCommand(_ word: String, _ suggestions: [String]) -> String {
    let advice = self(
      "请运行 taizhang --help 查看全部命令。", "Run 'taizhang --help' for all commands.")
    return join([
      self("没有\(quote(word))这个命令。", "There is no command \(quote(word))."),
      guess(suggestions, otherwise: advice),
    ])
  }

  func unknownOption(_ option: String, _ suggestions: [String]) -> String {
    let advice = self("请用 --help 查看可用的选项。", "Run it with --help for its options.")
    return join([
      self("没有选项 \(Wording.plain(option))。", "There is no option \(Wording.plain(option))."),
      guess(suggestions, otherwise: advice),
    ])
  }

  var needsTerminal: String {
    self("菜单要在终端里用。", "The menu needs a terminal.")
  }

  var notOneIndicator: String {
    self(
      "请写明一个指标，或用 --all 查看全部指标，两者选一。",
      "Name one indicator, or give --all for every one, but not both.")
  }

  func takesNoNumber(_ item: String, _ number: Int) -> String {
    self("\(item) 不用序号，请去掉 \(number)。", "'\(item)' takes no number. Leave \(number) out.")
  }

  func takesNoYear(_ question: String, _ year: Int) -> String {
    self(
      "\(question) 看的是某一天的情况，不分年度，请去掉 \(year)；看别的日子用 --on。",
      "\(question) is about a day and takes no year: leave \(year) out, or say --on DAY.")
  }

  func needsDay(_ text: String) -> String {
    self(
      "\(quote(text))不是日期。请最后写日期，如 redate 记录 阶段 \(ExampleYear.current)-02-08。",
      "\(quote(text)) is no day. End with the day, as in redate RECORD STAGE \(ExampleYear.current)-02-08."
    )
  }
}
