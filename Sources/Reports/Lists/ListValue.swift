public import TargetEngine

/// A value as a table shows it and as JSON says it.
public struct ListValue: Sendable {
  /// What people read.
  public var cell: Cell
  /// What machines read.
  public var json: JSONValue

  /// - Parameter json: where it says more, or otherwise, than the cell.
  public init(_ cell: Cell, _ json: JSONValue) {
    self.cell = cell
    self.json = json
  }

  /// A text, the same for both; nil for none.
  public static func text(_ text: String?) -> ListValue { ListValue(Cell(text), JSONValue(text)) }

  /// A day, the same for both; nil for none.
  public static func day(_ day: Day?) -> ListValue { .text(day?.description) }

  /// A whole number.
  public static func integer(_ number: Int) -> ListValue {
    ListValue(.integer(number), .integer(Int64(number)))
  }

  /// A figure.
  public static func number(_ number: Decimal) -> ListValue {
    ListValue(.number(number), .number(number))
  }

  /// What a thing is called in the reader's language; machines read the Chinese of it, whoever asks.
  public static func named(_ title: Text, _ language: Language) -> ListValue {
    ListValue(.text(title(language)), .string(title.zh))
  }

  /// What people call a thing, and its stable name; nil for none.
  public static func coded(_ title: String?, _ name: String?) -> ListValue {
    ListValue(Cell(title), JSONValue(name))
  }

  /// Names, as a file with such a cell is read; an absent value where there are none.
  public static func names(_ names: [String]) -> ListValue {
    ListValue(
      Cell(names.isEmpty ? nil : NameList.text(names)), .array(names.map { .string($0) }))
  }

  /// Several texts; an absent value where there are none.
  ///
  /// - Parameter names: what JSON calls them.
  public static func texts(
    _ texts: [String], as names: [String]? = nil, between mark: String
  ) -> ListValue {
    ListValue(
      Cell(texts.isEmpty ? nil : texts.joined(separator: mark)),
      .array((names ?? texts).map { .string($0) }))
  }
}
