public import TargetEngine

/// A Swift type that a field of a record may have.
public protocol FieldValue: Sendable, Equatable {
  static var kind: FieldKind { get }
  /// Nil when the datum is of another kind; an empty one gives the type's own absence.
  init?(_ datum: Datum)
  var datum: Datum { get }
}

/// An enumeration whose cases are the values of a choice.
public protocol ChoiceValue: ListMember, RawRepresentable<String>, CaseIterable {
  var title: Text { get }
}

extension ChoiceValue {
  public static var kind: FieldKind {
    .choice(allCases.map { Choice(name: $0.rawValue, title: $0.title) })
  }

  public init?(_ datum: Datum) {
    guard case .text(let name) = datum else { return nil }
    self.init(rawValue: name)
  }

  public var datum: Datum { .text(rawValue) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public static var kind: FieldKind { Wrapped.kind }

  public init?(_ datum: Datum) {
    guard !datum.isEmpty else {
      self = .none
      return
    }
    guard let value = Wrapped(datum) else { return nil }
    self = value
  }

  public var datum: Datum { self?.datum ?? .empty }
}

extension String: ListMember {
  public static var kind: FieldKind { .text }

  public init?(_ datum: Datum) {
    switch datum {
    case .empty: self = ""
    case .text(let text): self = text
    default: return nil
    }
  }

  public var datum: Datum { isEmpty ? .empty : .text(self) }
}

extension Int: FieldValue {
  public static var kind: FieldKind { .int }

  public init?(_ datum: Datum) {
    guard case .int(let value) = datum else { return nil }
    self.init(exactly: value)
  }

  public var datum: Datum { .int(Int64(self)) }
}

extension Bool: FieldValue {
  public static var kind: FieldKind { .bool }

  public init?(_ datum: Datum) {
    guard case .bool(let value) = datum else { return nil }
    self = value
  }

  public var datum: Datum { .bool(self) }
}

extension Day: FieldValue {
  public static var kind: FieldKind { .day }

  public init?(_ datum: Datum) {
    guard case .day(let day) = datum else { return nil }
    self = day
  }

  public var datum: Datum { .day(self) }
}

extension Moment: FieldValue {
  public static var kind: FieldKind { .moment }

  public init?(_ datum: Datum) {
    guard case .moment(let moment) = datum else { return nil }
    self = moment
  }

  public var datum: Datum { .moment(self) }
}

extension Dated: FieldValue {
  public static var kind: FieldKind { .dated }

  public init?(_ datum: Datum) {
    switch datum {
    case .empty: self.init()
    case .dated(let dated): self = dated
    default: return nil
    }
  }

  public var datum: Datum { steps.isEmpty ? .empty : .dated(self) }
}

/// An amount of money in 分.
public struct Money: FieldValue, Hashable {
  public var fen: Int64
  public static var kind: FieldKind { .money }

  public init(fen: Int64) { self.fen = fen }

  public init?(_ datum: Datum) {
    guard case .int(let fen) = datum else { return nil }
    self.init(fen: fen)
  }

  public var datum: Datum { .int(fen) }
}

/// A file that a record rests on, by its path or by the number of the document: kept as typed and
/// never opened.
///
///     var scheme: FileName?
///     Field("scheme", \.scheme, zh: "方案", en: "Scheme")
public struct FileName: FieldValue, Hashable {
  public var text: String
  public static var kind: FieldKind { .file }

  public init(_ text: String) { self.text = text }

  public init?(_ datum: Datum) {
    guard case .text(let text) = datum else { return nil }
    self.init(text)
  }

  public var datum: Datum { .text(text) }
}
