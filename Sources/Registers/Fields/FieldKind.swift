public import TargetEngine

/// What a field holds, as files, forms and tables need to know it.
public enum FieldKind: Sendable, Hashable {
  case text
  case int
  /// 元 with two decimals, held in 分.
  case money
  case day
  case bool
  case unit
  case choice([Choice])
  /// A record of another register, by its id such as `people.person`.
  case reference(String)
  /// A number that keeps its earlier values by day.
  case dated
  /// Encrypted where it is kept, masked where it is shown.
  case secret(SecretForm)

  var isNumber: Bool {
    switch self {
    case .int, .money, .dated: true
    case .text, .day, .bool, .unit, .choice, .reference, .secret: false
    }
  }

  public var title: Text {
    switch self {
    case .text: Text("文字", "text")
    case .int: Text("整数", "whole number")
    case .money: Text("金额（元）", "amount in 元")
    case .day: Text("日期", "day")
    case .bool: Text("是或否", "yes or no")
    case .unit: Text("单位", "unit")
    case .choice: Text("选项", "choice")
    case .reference: Text("台账记录", "record")
    case .dated: Text("整数（按日留存）", "whole number, kept by day")
    case .secret: Text("保密内容（加密存放）", "secret, encrypted where it is kept")
    }
  }
}

/// One of the values of a choice.
public struct Choice: Sendable, Hashable {
  /// The word in files and commands.
  public var name: String
  public var title: Text

  public init(name: String, title: Text) {
    self.name = name
    self.title = title
  }
}
