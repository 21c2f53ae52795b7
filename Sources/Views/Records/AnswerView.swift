public import Desk
public import Registers
public import Reports
public import TargetEngine

/// The answer to a question, or what an action would do, as a table and as JSON.
public struct AnswerView {
  /// The lines with their notes.
  public let table: Table
  /// The report's name, its parameters, and its lines.
  public let json: JSONValue

  /// - Parameters:
  ///   - item: what was asked or is to be done.
  ///   - scope: about what.
  public init(
    _ answer: Answer, to item: some ModuleItem, _ scope: QuestionScope, _ names: RecordNames,
    _ language: Language
  ) throws {
    let values = RecordValues(names)
    let list = try Listing<[Datum]>(
      language,
      answer.columns.enumerated().map { place, column in
        ListColumn(
          column.title, key: column.name, as: AnswerView.key(column.name), column.shown,
          cell: { try values.cell($0[place], column.content, names) },
          json: { try values.json($0[place], column.content) })
      }
    ).list(answer.rows, title: item.title(language))
    var table = list.table
    table.notes = answer.notes.map { $0(language) }
    self.table = table
    var members: [(String, JSONValue)] = [
      ("report", .string(item.name)), ("asOf", .string(scope.day.description)),
    ]
    if item.yearOf != nil { members.append(("year", .integer(Int64(scope.year)))) }
    if let unit = scope.unit { members.append(("unit", try values.json(.unit(unit), .unit))) }
    json = .object(members + [("lines", list.json)])
  }

  /// `in-post` → `inPost`.
  private static func key(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }
}

extension RecordValues {
  fileprivate func json(_ datum: Datum, _ content: Answer.Column.Content) throws -> JSONValue {
    switch content {
    case .value(let kind): try json(datum, kind)
    // A record says itself what it is.
    case .record: try json(datum, .text)
    case .share: JSONValue(share(datum))
    }
  }

  fileprivate func cell(
    _ datum: Datum, _ content: Answer.Column.Content, _ names: RecordNames
  ) throws -> Cell {
    switch (content, datum) {
    case (.value(let kind), _): try cell(datum, kind)
    case (.record, .record(let id)): .text(names.id(id))
    case (.record, _): .empty
    case (.share, _):
      Cell(
        percent: share(datum).flatMap { Fraction($0.units, over: 1_000_000) }?.percent(decimals: 1))
    }
  }

  private func share(_ datum: Datum) -> Decimal? {
    if case .int(let millionths) = datum { Decimal(millionths, places: 6) } else { nil }
  }
}

extension Answer.Column {
  /// How a table shows the column.
  fileprivate var shown: Column.Content {
    switch content {
    case .value(let kind): kind.content
    case .record: .fixed
    case .share: .percent
    }
  }
}
