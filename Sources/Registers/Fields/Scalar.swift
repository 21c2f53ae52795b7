internal import TargetEngine

/// What a column of the database holds of a value: the currency between fields and storage.
public enum Scalar: Sendable, Hashable {
  case null
  case int(Int64)
  case text(String)
}

extension Datum {
  /// What the value is stored, looked for and compared as. A dated value stands as its last one, an
  /// open secret as nothing until it is blinded.
  public var scalar: Scalar {
    switch self {
    case .empty: .null
    case .text(let text): .text(text)
    case .int(let int): .int(int)
    case .day(let day): .int(Int64(day.rawValue))
    case .moment(let moment): .int(moment.rawValue)
    case .bool(let bool): .int(bool ? 1 : 0)
    case .unit(let id), .record(let id): .int(id)
    case .dated(let dated): dated.latest.map { .int($0) } ?? .null
    case .secret(let secret): secret.seal.map { .text($0.blind) } ?? .null
    case .list: .text(journalText)
    }
  }

  /// What is stored beside it: a name as it was typed, the steps of a dated value, the box of a secret.
  public var beside: Scalar {
    switch self {
    case .text(let text): .text(text)
    case .dated: .text(journalText)
    case .secret(let secret): secret.seal.map { .text($0.box) } ?? .null
    default: .null
    }
  }
}

extension FieldKind {
  /// The value that a scalar stands for; empty when it is none of this kind.
  public func datum(_ scalar: Scalar) -> Datum {
    let value: Datum? =
      switch (self, scalar) {
      case (.text, .text(let text)), (.choice, .text(let text)), (.file, .text(let text)):
        text.isEmpty ? nil : .text(text)
      case (.int, .int(let int)), (.money, .int(let int)),
        (.decimal, .int(let int)), (.dated, .int(let int)):
        .int(int)
      case (.day, .int(let int)): Int(exactly: int).flatMap { Day(rawValue: $0) }.map { .day($0) }
      case (.moment, .int(let int)): Moment(rawValue: int).map { .moment($0) }
      case (.bool, .int(let int)): .bool(int != 0)
      case (.unit, .int(let int)): .unit(int)
      case (.reference, .int(let int)): .record(int)
      case (.secret, .text(let blind)): .secret(Secret(Secret.Seal(blind: blind, box: "")))
      case (.list, .text(let text)): datum(journal: text)
      default: nil
      }
    return value ?? .empty
  }

  /// The value of a scalar and of what is stored beside it.
  public func datum(_ scalar: Scalar, beside: Scalar) -> Datum {
    switch (self, scalar, beside) {
    case (.text, _, _): datum(beside)
    case (.dated, _, .text(let steps)): datum(journal: steps)
    case (.dated, _, _): .empty
    case (.secret, .text(let blind), .text(let box)):
      .secret(Secret(Secret.Seal(blind: blind, box: box)))
    default: datum(scalar)
    }
  }
}
