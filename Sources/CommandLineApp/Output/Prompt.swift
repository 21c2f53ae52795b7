internal import TargetEngine

/// Asks a question on the terminal.
enum Prompt {
  /// Asks until the answer is text; nil at the end of the input.
  static func ask(_ question: String) -> String? {
    var lines = InputLines()
    while true {
      let answer = text {
        Output.prompt(question)
        return lines.next()
      }
      guard let answer, OneLine.turnsDirection(answer) else { return answer }
      Output.note(
        say(
          "输入的内容里有改变文字方向的隐藏字符。请再输一遍。",
          "This has a hidden mark that turns the direction of writing. Type it again."))
    }
  }

  /// An answer as text; one that is no UTF-8 is asked for again.
  static func text(_ answer: () -> [UInt8]?) -> String? {
    while let bytes = answer() {
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      Output.note(
        say(
          "输入的不是 UTF-8 编码的文字。请把终端的编码改为 UTF-8，再输一遍。",
          "This is no text in UTF-8. Let the terminal use UTF-8, and type it again."))
    }
    return nil
  }
}
