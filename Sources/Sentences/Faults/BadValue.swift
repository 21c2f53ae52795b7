internal import Desk
internal import Registers
internal import TargetEngine

/// A text that is no value of its field.
struct BadValue {
  var text: String
  var field: Text
  var kind: FieldKind

  func sentence(_ w: Wording) -> String {
    let fault =
      kind.choices.isEmpty
      ? "\(field.zh)不能填\(w.quote(text))。" : "\(field.zh)没有\(w.quote(text))这一项。"
    return w.join([w(fault, "\(w.quote(text)) is no value of \(field.en)."), meant(w), advice(w)])
  }

  /// The choices that look like it.
  private func meant(_ w: Wording) -> String {
    let words = kind.choices.map { w($0.title.zh, $0.name) }
    return w.guess(Suggestions.nearest(to: text, in: words), otherwise: "")
  }

  private func advice(_ w: Wording) -> String {
    switch kind.element {
    case .int: w("请写整数，如 12。", "Write a whole number such as 12.")
    case .money: w("请写金额（元，最多两位小数），如 20000。", "Write an amount in 元 such as 20000.")
    case .decimal(let places?):
      w(
        "请写数字（最多 \(places) 位小数），如 12.5。",
        "Write a number with at most \(places) decimal\(places == 1 ? "" : "s"), such as 12.5.")
    case .decimal(nil):
      w("请写数字（最多四位小数），如 12.5。", "Write a number with up to four decimals such as 12.5.")
    case .day: Day.fault(of: text).sentence(w.language)
    case .moment:
      w(
        "请写明日期和时分，如 \(ExampleYear.current)-07-01 15:12。",
        "Write a day and minute such as \(ExampleYear.current)-07-01 15:12.")
    case .bool: w("请写“是”或“否”。", "Write yes or no.")
    case .choice(let choices):
      w(
        "可选：\(w.list(choices.map(\.title.zh)))。",
        "Give one of \(w.list(choices.map(\.name))).")
    default: w("请核对。", "Check it.")
    }
  }
}
