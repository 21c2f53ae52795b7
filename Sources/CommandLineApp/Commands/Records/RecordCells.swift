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
    case .moment(let moment): .string(moment.iso)
    case .record(let id): .object(try record(id, kind))
    case .dated(let dated): JSONValue(names.value(of: dated))
    case .secret: .string(try names.text(datum, kind))
    case .list(let members):
      .array(
        try members.map { member in
          let value = try json(member.value, kind.element)
          guard kind.isDatedList else { return value }
          return .object([
            ("member", value), ("since", JSONValue(member.since?.description)),
            ("until", JSONValue(member.until?.description)),
          ])
        })
    }
  }

  /// Which register it is of is said where the field may name several.
  private func record(_ id: RecordID, _ kind: FieldKind) throws -> [(String, JSONValue)] {
    let register = kind.registers.count > 1 ? try names.register(of: id) : nil
    return [("id", .string(names.id(id))), ("label", .string(try names.label(id)))]
      + (register.map { [("register", .string($0.word))] } ?? [])
  }

  func cell(_ datum: Datum, _ kind: FieldKind) throws -> Cell {
    switch try names.shown(datum, kind) {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case nil: .empty
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
    if isNumber { return .number }
    return self == .day || self == .moment || isSecret ? .fixed : .text
  }
}
