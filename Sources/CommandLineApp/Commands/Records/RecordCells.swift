internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

/// Values of records as cells and as JSON.
struct RecordCells {
  private let names: RecordNames
  private let language: Language

  init(_ names: RecordNames, _ language: Language) {
    self.names = names
    self.language = language
  }

  func json(_ datum: Datum, _ kind: FieldKind) throws -> JSONValue {
    switch datum {
    case .empty: .null
    case .text(let text): .string(text)
    case .int(let int): kind == .money ? .number(Decimal(int, places: 2)) : .integer(int)
    case .day(let day): .string(day.description)
    case .bool(let bool): .bool(bool)
    case .unit(let id): try names.unit(id)?.json ?? .null
    case .record(let id):
      .object([("id", .string(names.id(id))), ("label", .string(try names.label(id)))])
    case .dated(let dated): JSONValue(dated.latest)
    case .secret: .string(try names.text(datum, kind))
    }
  }

  func cell(_ datum: Datum, _ kind: FieldKind) throws -> Cell {
    switch (datum, kind) {
    case (.empty, _): .empty
    case (.int(let int), .money): .number(Decimal(int, places: 2))
    case (.int(let int), _): .number(Decimal(int))
    case (.dated(let dated), _): Cell(number: dated.latest.map { Decimal($0) })
    default: .text(try names.text(datum, kind))
    }
  }
}

extension RecordCells {
  func json(_ datum: Datum, _ content: Answer.Column.Content) throws -> JSONValue {
    switch content {
    case .value(let kind): try json(datum, kind)
    // A record says itself what it is.
    case .record: try json(datum, .text)
    case .share: JSONValue(share(datum))
    }
  }

  func cell(_ datum: Datum, _ content: Answer.Column.Content) throws -> Cell {
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
  var shown: Column.Content {
    switch content {
    case .value(let kind): kind.content
    case .record: .fixed
    case .share: .percent
    }
  }
}

extension FieldKind {
  /// How a table shows values of the kind.
  var content: Column.Content {
    switch self {
    case .text, .choice, .unit, .reference, .bool: .text
    case .int, .money, .dated: .number
    case .day, .secret: .fixed
    }
  }
}
