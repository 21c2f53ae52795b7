public import TargetEngine

/// One value of a table, typed so that each renderer can write it in its own way.
public enum Cell: Sendable, Equatable {
  /// A value that is absent: `—` on paper, nothing in CSV.
  case empty
  case text(String)
  case number(Decimal)
  case day(Day)
  /// A percentage: `percent(Decimal(51))` is 51%.
  case percent(Decimal)
  /// A percentage with the two figures behind it, which only people read: `97.7% 128/131`.
  case ratio(Decimal, String)
  /// A difference, whose sign matters: `+0.6`.
  case difference(Decimal)
  /// A judgement in words, to which a light adds its mark and colour.
  case light(String, Light)

  /// Nothing belongs here, as under a total's remarks; unlike `empty` it prints nothing at all.
  public static let blank = Cell.text("")

  public static func integer(_ value: Int) -> Cell { .number(Decimal(Int64(value))) }

  /// A text or, when it is nil, an absent value.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

  /// A figure or, when it is nil, an absent value.
  public init(number: Decimal?) { self = number.map(Cell.number) ?? .empty }

  /// A percentage or, when it is nil, an absent value.
  public init(percent: Decimal?) { self = percent.map(Cell.percent) ?? .empty }

  /// A difference or, when it is nil, an absent value.
  public init(difference: Decimal?) { self = difference.map(Cell.difference) ?? .empty }
}
