public import TargetEngine

/// What a field holds, as files, forms and tables need to know it.
public enum FieldKind: Sendable, Hashable {
  case text
  case int
  /// 元 with two decimals, held in 分.
  case money
  /// A number with that many decimals, all of them shown; nil for up to four, of which those are shown that it
  /// needs.
  case decimal(places: Int?)
  case day
  /// A day with its minute, in Asia/Shanghai.
  case moment
  case bool
  case unit
  case choice([Choice])
  /// The path of a file or the number of a document, as typed; it is never opened.
  case file
  /// A record of another register, by its id such as `people.person`, or of one of several.
  case reference([String])
  /// A whole number or an amount of money that keeps its earlier values by day.
  indirect case dated(FieldKind)
  /// Encrypted where it is kept, masked where it is shown.
  case secret(SecretForm)
  /// Several values of one kind; in a dated one each with the days on which it belongs to it.
  indirect case list(FieldKind, isDated: Bool)

  /// Whether it can be summed and bounded.
  public var isNumber: Bool {
    switch self {
    case .int, .money, .decimal, .dated: true
    default: false
    }
  }

  /// The most decimals that a number has.
  public static let mostPlaces = 4

  /// How many decimals are held of a number.
  public var places: Int {
    switch self {
    case .money: 2
    case .decimal(let places): places ?? FieldKind.mostPlaces
    case .dated(let element): element.places
    default: 0
    }
  }

  /// A number as it is shown: with as many decimals as its kind says, else with those that it needs.
  public func number(_ units: Int64) -> Decimal {
    let number = Decimal(units, places: places)
    return self == .decimal(places: nil) ? number.trimmed : number
  }

  /// Whether it is encrypted where it is kept.
  public var isSecret: Bool { if case .secret = self { true } else { false } }

  /// The kind of each value: of a list that of its members, of one kept by day that of each day's.
  public var element: FieldKind {
    switch self {
    case .list(let element, _), .dated(let element): element
    default: self
    }
  }

  /// Whether it is one value that keeps its earlier ones by day.
  public var isDated: Bool { if case .dated = self { true } else { false } }

  /// Whether it holds several values.
  public var isList: Bool { if case .list = self { true } else { false } }

  /// Whether its members come and go by day.
  public var isDatedList: Bool { if case .list(_, true) = self { true } else { false } }

  /// The registers whose records a value may name, by id.
  public var registers: [String] {
    if case .reference(let registers) = element { registers } else { [] }
  }

  /// The values that may be chosen.
  public var choices: [Choice] { if case .choice(let choices) = element { choices } else { [] } }

  /// What templates and pages call the kind.
  public var title: Text {
    switch self {
    case .text: Text("文字", "text")
    case .int: Text("整数", "whole number")
    case .money: Text("金额（元）", "amount in 元")
    case .decimal(nil): Text("小数", "number with decimals")
    case .decimal(let places?): Text("小数（\(places) 位）", "number, decimals: \(places)")
    case .day: Text("日期", "day")
    case .moment: Text("时间（到分）", "day and minute")
    case .bool: Text("是或否", "yes or no")
    case .unit: Text("单位", "unit")
    case .choice: Text("选项", "choice")
    case .file: Text("文件（路径或文号）", "file, by path or document number")
    case .reference: Text("台账记录", "record")
    case .dated(let element):
      Text(
        element == .int ? "整数（按日留存）" : "\(element.title.zh)，按日留存",
        "\(element.title.en), kept by day")
    case .secret: Text("保密内容（加密存放）", "secret, encrypted where it is kept")
    case .list(let element, let isDated):
      Text(
        "多项\(element.title.zh)\(isDated ? "（按日留存）" : "")，用“；”隔开",
        "list: \(element.title.en)\(isDated ? ", kept by day" : ""), separated by ';'")
    }
  }
}

/// One of the values of a choice.
public struct Choice: Sendable, Hashable {
  /// The word in files and commands.
  public var name: String
  /// What people read.
  public var title: Text

  /// A value of a choice.
  public init(name: String, title: Text) {
    self.name = name
    self.title = title
  }
}
