public import TargetEngine

/// A Swift type that a property of a record may have.
///
/// A field reads and writes its property through these three members. Values of another kind are
/// refused by `init?(_:)`; an empty datum is the type's own absence: `nil`, an empty text or an
/// empty list. Records hold `Int?`, `Day?`, `Money?`, `UnitReference?`, `String`, `Dated` and so
/// on; a new type needs a case of `FieldKind` as well.
public protocol FieldValue: Sendable, Equatable {
  /// What files, forms and tables have to know of the type.
  static var kind: FieldKind { get }
  /// Nil when the datum is of another kind.
  init?(_ datum: Datum)
  /// The value as it is stored, compared and printed.
  var datum: Datum { get }
}

/// An enumeration whose cases are the values of a choice.
///
/// The raw value is the word in commands, files and JSON; people may also type the title in either
/// language. A released raw value never changes, since tables and the journal keep it.
///
///     enum Kind: String, ChoiceValue {
///       case tabletop, field
///
///       var title: Text {
///         switch self {
///         case .tabletop: Text("桌面推演", "Tabletop")
///         case .field: Text("实战演练", "Field")
///         }
///       }
///     }
public protocol ChoiceValue: ListMember, RawRepresentable<String>, CaseIterable {
  /// What people read.
  var title: Text { get }
}

extension ChoiceValue {
  /// A choice between the cases, in their declared order.
  public static var kind: FieldKind {
    .choice(allCases.map { Choice(name: $0.rawValue, title: $0.title) })
  }

  /// Nil for a text that is no case.
  public init?(_ datum: Datum) {
    guard case .text(let name) = datum else { return nil }
    self.init(rawValue: name)
  }

  /// The raw value.
  public var datum: Datum { .text(rawValue) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  /// The kind of the value inside.
  public static var kind: FieldKind { Wrapped.kind }

  /// Empty for nil, else the value inside.
  public init?(_ datum: Datum) {
    guard !datum.isEmpty else {
      self = .none
      return
    }
    guard let value = Wrapped(datum) else { return nil }
    self = value
  }

  /// The value inside, or empty.
  public var datum: Datum { self?.datum ?? .empty }
}

extension String: ListMember {
  /// A text of one line.
  public static var kind: FieldKind { .text }

  /// Empty reads as an empty text.
  public init?(_ datum: Datum) {
    switch datum {
    case .empty: self = ""
    case .text(let text): self = text
    default: return nil
    }
  }

  /// An empty text is stored as empty.
  public var datum: Datum { isEmpty ? .empty : .text(self) }
}

extension Int: FieldValue {
  /// A whole number.
  public static var kind: FieldKind { .int }

  /// Nil for a number that does not fit.
  public init?(_ datum: Datum) {
    guard case .int(let value) = datum else { return nil }
    self.init(exactly: value)
  }

  /// The number.
  public var datum: Datum { .int(Int64(self)) }
}

extension Bool: FieldValue {
  /// Yes or no.
  public static var kind: FieldKind { .bool }

  /// Nil for anything but yes or no.
  public init?(_ datum: Datum) {
    guard case .bool(let value) = datum else { return nil }
    self = value
  }

  /// Yes or no.
  public var datum: Datum { .bool(self) }
}

extension Day: FieldValue {
  /// A day of the calendar.
  public static var kind: FieldKind { .day }

  /// Nil for anything but a day.
  public init?(_ datum: Datum) {
    guard case .day(let day) = datum else { return nil }
    self = day
  }

  /// The day.
  public var datum: Datum { .day(self) }
}

extension Moment: FieldValue {
  /// A day with its minute.
  public static var kind: FieldKind { .moment }

  /// Nil for anything but a moment.
  public init?(_ datum: Datum) {
    guard case .moment(let moment) = datum else { return nil }
    self = moment
  }

  /// The moment.
  public var datum: Datum { .moment(self) }
}

extension Dated: FieldValue {
  /// A number that keeps its earlier values.
  public static var kind: FieldKind { .dated(.int) }

  /// Empty reads as a quantity without steps.
  public init?(_ datum: Datum) {
    switch datum {
    case .empty: self.init()
    case .dated(let dated): self = dated
    default: return nil
    }
  }

  /// A quantity without steps is stored as empty.
  public var datum: Datum { steps.isEmpty ? .empty : .dated(self) }
}

extension DatedMoney: FieldValue {
  /// An amount of money that keeps its earlier values.
  public static var kind: FieldKind { .dated(.money) }

  /// Empty reads as an amount without steps.
  public init?(_ datum: Datum) {
    guard let amounts = Dated(datum) else { return nil }
    self.init(amounts)
  }

  /// An amount without steps is stored as empty.
  public var datum: Datum { amounts.datum }
}
