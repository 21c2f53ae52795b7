internal import Desk
internal import Sentences
internal import TargetEngine

/// The parser's errors in Chinese.
enum UsageMessage {
  /// An error without its label. One that the table does not have is our own and stays as it is.
  static func chinese(_ message: String) -> String {
    for pattern in patterns {
      if let text = pattern.translate(message) { return text }
    }
    return message
  }

  /// Where one sentence is the beginning of another, the longer one stands first.
  private static let patterns: [UsagePattern] = [
    // `-abc`, read as an option of one letter or as several: both readings are told.
    UsagePattern("{}\n   or: {}") { "\(chinese($0[0]))\n或者：\(chinese($0[1]))" },
    UsagePattern("Unknown option '{}'. Did you mean '{}'?") {
      "没有选项 \($0[0])。您是不是要找：\($0[1])？"
    },
    UsagePattern("Unknown option '{}'") { "没有选项 \($0[0])。请用 --help 查看可用的选项。" },
    UsagePattern("Missing value for '{}' in '{}'") { "\($0[1]) 中的 \($0[0]) 后面缺少内容。" },
    UsagePattern("Missing value for '{}'") { "\($0[0]) 后面缺少内容。" },
    UsagePattern("The option '{}' does not take any value, but '{}' was specified.") {
      "选项 \($0[0]) 后面不带内容，请去掉“\($0[1])”。"
    },
    UsagePattern("Unexpected argument '{}'") { "“\($0[0])”多余或无法识别。请改正或去掉。" },
    UsagePattern("{} unexpected arguments: '{}'") {
      "有 \($0[0]) 项多余或无法识别：\(quotedList($0[1]))。请改正或去掉。"
    },
    UsagePattern("Missing expected argument '{}'") { "缺少 \($0[0])，请补上。" },
    UsagePattern("Missing one of: '{}'") { "须给出其中一项：\(list($0[0], between: "', '"))。" },
    UsagePattern("Value to be set with flag {} had already been set with flag {}") {
      "\(flag($0[0])) 与 \(flag($0[1])) 不能同时使用，请去掉其中一个。"
    },
    UsagePattern("The value '{}' is invalid for '{}'. Please provide one of the following:\n{}") {
      "“\($0[0])”不能用于 \($0[1])。\(guess($0[0], among: $0[2], .zh))请选用下列之一：\n\($0[2])"
    },
    UsagePattern("The value '{}' is invalid for '{}'. Please provide one of '{}'.") {
      "“\($0[0])”不能用于 \($0[1])。\(guess($0[0], among: $0[2], .zh))可选：\(choices($0[2]))。"
    },
    UsagePattern("The value '{}' is invalid for '{}': {}") {
      "“\($0[0])”不能用于 \($0[1])：\($0[2])"
    },
    UsagePattern("The value '{}' is invalid for '{}'") {
      "“\($0[0])”不能用于 \($0[1])。"
        + (advice($0[0], for: $0[1], .zh) ?? "请用 --help 查看它的写法。")
    },
    UsagePattern("The value '{}' is invalid.{}") { "“\($0[0])”写得不对。\($0[1])" },
    UsagePattern("Invalid option: {}") { "选项写法不对：\($0[0])。请用 --help 查看可用的选项。" },
    UsagePattern("Missing required subcommand.") { _ in "缺少命令。请用 --help 查看可用的命令。" },
    UsagePattern("Can't autodetect a supported shell.\nPlease use {} with one of:\n{}") {
      "认不出当前的命令行环境。请用 \($0[0]) 写明下列之一：\n\($0[1])"
    },
    UsagePattern(
      "Can't generate completion scripts for '{}'.\nPlease use {} with one of:\n{}"
    ) { "不能为“\($0[0])”生成补全脚本。请用 \($0[1]) 写明下列之一：\n\($0[2])" },
    UsagePattern("Internal error. {}") { "程序内部出错（\($0[0])）。请将完整的命令告知维护人员。" },
  ]

  /// The parser's words with what would be right, in English.
  static func english(_ message: String) -> String {
    for pattern in ["Please provide one of the following:\n{}", "Please provide one of '{}'."] {
      let chosen = UsagePattern("The value '{}' is invalid for '{}'. " + pattern) { holes in
        let meant = guess(holes[0], among: holes[2], .en)
        return message.replacing(
          "Please provide one of",
          with: (meant.isEmpty ? "" : meant + " ") + "Please provide one of")
      }.translate(message)
      if let chosen { return chosen }
    }
    return UsagePattern("The value '{}' is invalid for '{}'") { holes in
      message + (advice(holes[0], for: holes[1], .en).map { ". \($0)" } ?? "")
    }.translate(message) ?? message
  }

  /// "Did you mean" one of the values that are listed, each on a line or between marks.
  private static func guess(_ value: String, among listed: String, _ language: Language) -> String {
    let values = listed.split { "\n'、".contains($0) }.map { line in
      String(line.hasPrefix("  - ") ? line.dropFirst(4) : line)
    }
    return Wording(language).guess(Suggestions.nearest(to: value, in: values), otherwise: "")
  }

  /// What is wrong with a value of an argument or option, and how it is written.
  private static func advice(_ value: String, for name: String, _ language: Language) -> String? {
    let w = Wording(language)
    switch name.prefix(while: { $0 != " " }) {
    case "<month>":
      return w("请写成 \(ExampleYear.current)-06。", "Write it as \(ExampleYear.current)-06.")
    case "--on", "--from", "--to", "--since", "--due", "--effective", "--opened", "<day>":
      return Day.fault(of: value).sentence(language)
    case "--limit", "--decimals", "--offset", "--within", "<count>":
      return w("请写 0 或正整数，如 50。", "Write 0 or a whole number such as 50.")
    default: return nil
    }
  }

  /// `a', 'b` without its marks.
  private static func list(_ text: String, between mark: String) -> String {
    text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: "、")
  }

  private static func quotedList(_ text: String) -> String {
    text.split(separator: "', '", omittingEmptySubsequences: false).map { "“\($0)”" }
      .joined(separator: "、")
  }

  /// `a' and 'b`, or `a', 'b' or 'c`.
  private static func choices(_ text: String) -> String {
    let plain = text.replacing("' and '", with: "', '").replacing("' or '", with: "', '")
    return list(plain, between: "', '")
  }

  /// `'--a'`, or `'a' in '-xa'` for a letter among several.
  private static func flag(_ text: String) -> String {
    UsagePattern("'{}' in '{}'") { "\($0[1]) 中的 \($0[0])" }.translate(text)
      ?? UsagePattern("'{}'") { $0[0] }.translate(text) ?? text
  }
}
