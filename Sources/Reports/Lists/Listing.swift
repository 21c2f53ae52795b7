public import TargetEngine

/// What a list says of each of its items: its table and its JSON follow from the same columns.
///
/// ```swift
/// let listing = Listing<Unit>(
///   .en,
///   [
///     ListColumn(Phrase.code.text, key: "code", .fixed) { .text($0.code) },
///     ListColumn(Phrase.name.text, key: "name") { .text($0.name) },
///   ])
/// try listing.list(units).table
/// ```
public struct Listing<Item> {
  private let language: Language
  private let columns: [ListColumn<Item>]

  /// - Parameters:
  ///   - language: of the titles.
  ///   - columns: in the order of JSON.
  public init(_ language: Language, _ columns: [ListColumn<Item>]) {
    self.language = language
    self.columns = columns
  }

  /// The items as rows and as objects.
  ///
  /// - Parameter keys: the columns that the table shows, in their order; nil for all.
  public func list(
    _ items: some Sequence<Item>, title: String? = nil, showing keys: [String]? = nil
  ) throws -> ObjectList {
    let shown = shown(keys)
    var list = ObjectList(
      title: title,
      columns: shown.map { said in
        var column = said.column
        column.title = said.title(language)
        return column
      },
      objects: try items.map { item in
        (json: try json(item), cells: try shown.map { try $0.cell(item) })
      })
    if list.objects.isEmpty { list.notes = [Phrase.nothing(language)] }
    return list
  }

  /// One item as an object.
  public func json(_ item: Item) throws -> JSONValue { .object(try members(of: item)) }

  /// The members of that object.
  public func members(of item: Item) throws -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    members.reserveCapacity(columns.count)
    for column in columns {
      if let member = column.member, let value = try member.value(item) {
        members.append((member.name, value))
      }
    }
    return members
  }

  private func shown(_ keys: [String]?) -> [ListColumn<Item>.Shown] {
    let all = columns.compactMap(\.shown)
    if let keys { return keys.compactMap { key in all.first { $0.column.key == key } } }
    return all.filter { !$0.isLast } + all.filter(\.isLast)
  }
}
