public import Desk
public import Registers
public import Reports
internal import TargetEngine

/// Values of records as cells and as JSON, in the language of their names.
public struct RecordValues {
  private let names: RecordNames

  /// - Parameter names: of the records, units and values.
  public init(_ names: RecordNames) { self.names = names }

  /// What JSON says of a number of a field, with the decimals of its kind.
  static func json(_ number: Int64, _ kind: FieldKind) -> JSONValue {
    kind.places == 0 ? .integer(number) : .number(kind.number(number))
  }

  /// What JSON says of a value of a field.
  public func json(_ datum: Datum, _ kind: FieldKind) throws -> JSONValue {
    switch datum {
    case .empty: .null
    case .text(let text): .string(text)
    case .int(let int): RecordValues.json(int, kind)
    case .day(let day): .string(day.description)
    case .bool(let bool): .bool(bool)
    case .unit(let id): try names.unit(id)?.json ?? .null
    case .moment(let moment): .string(moment.iso)
    case .record(let id): .object(try record(id, kind))
    case .dated(let dated): names.value(of: dated).map { RecordValues.json($0, kind) } ?? .null
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

  /// What a table shows of a value of a field.
  public func cell(_ datum: Datum, _ kind: FieldKind) throws -> Cell {
    switch try names.shown(datum, kind) {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case nil: .empty
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
