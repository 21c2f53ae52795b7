public import TargetEngine

/// A column of a list, said once: what people read in it, and what a JSON object says of it.
///
/// ```swift
/// ListColumn(Phrase.name.text, key: "name") { .text($0.name) }
/// ListColumn(Phrase.kind.text, key: "kind", .fixed) { .coded($0.kind.title(.zh), $0.kind.rawValue) }
/// ListColumn.inJSON("register") { .string($0.register) }  // only in JSON
/// ```
public struct ListColumn<Item> {
  /// How a table shows the column; nil for what only machines read.
  let shown: Shown?
  /// What JSON says of it; nil for what only people read.
  let member: Member?

  /// The column of a table.
  struct Shown {
    var title: Text
    var column: Column
    /// Whether it stands behind the columns that are said after it.
    var isLast: Bool
    var cell: (Item) throws -> Cell
  }

  /// A member of an object; nil leaves it out.
  struct Member {
    var name: String
    var value: (Item) throws -> JSONValue?
  }

  private init(_ shown: Shown?, _ member: Member?) {
    self.shown = shown
    self.member = member
  }

  /// - Parameters:
  ///   - key: the stable name for machines, in JSON and in CSV.
  ///   - member: how JSON names it, where that is not the key.
  ///   - isShown: whether a table has it; JSON always does.
  ///   - isLast: whether a table shows it behind the columns that are said after it.
  public init(
    _ title: Text, key: String, as member: String? = nil, _ content: Column.Content = .text,
    minimumWidth: Int = 8, priority: Int? = nil, isShown: Bool = true, isLast: Bool = false,
    cell: @escaping (Item) throws -> Cell, json: @escaping (Item) throws -> JSONValue
  ) {
    let column = Column(
      "", key: key, content, minimumWidth: minimumWidth, priority: priority)
    self.init(
      isShown ? Shown(title: title, column: column, isLast: isLast, cell: cell) : nil,
      Member(name: member ?? key, value: json))
  }

  /// A column whose cell and JSON are of one value.
  public init(
    _ title: Text, key: String, as member: String? = nil, _ content: Column.Content = .text,
    minimumWidth: Int = 8, priority: Int? = nil, isShown: Bool = true, isLast: Bool = false,
    _ value: @escaping (Item) throws -> ListValue
  ) {
    self.init(
      title, key: key, as: member, content, minimumWidth: minimumWidth, priority: priority,
      isShown: isShown, isLast: isLast, cell: { try value($0).cell }, json: { try value($0).json })
  }

  /// What only a table has.
  public static func inTable(
    _ title: Text, key: String, _ content: Column.Content = .text, minimumWidth: Int = 8,
    isShown: Bool = true, _ cell: @escaping (Item) throws -> Cell
  ) -> ListColumn {
    let column = Column("", key: key, content, minimumWidth: minimumWidth)
    let shown = Shown(title: title, column: column, isLast: false, cell: cell)
    return ListColumn(isShown ? shown : nil, nil)
  }

  /// What only JSON has; nil leaves it out.
  public static func inJSON(
    _ name: String, _ value: @escaping (Item) throws -> JSONValue?
  ) -> ListColumn {
    ListColumn(nil, Member(name: name, value: value))
  }
}
