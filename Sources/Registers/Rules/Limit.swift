internal import TargetEngine

/// The values that a field may have. Files, commands and prompts refuse anything else, and
/// templates and documentation show it.
///
///     static let limits: [Limit<Drill>] = [
///       .order(\.schemeOn, \.plannedOn), .part(\.participants, of: \.invited),
///     ]
///
/// Without a limit a number is at least 0, and a plan year is a year of four digits between 1949
/// and 2199.
public struct Limit<Record: RegisterRecord>: Sendable {
  typealias Path = any PartialKeyPath<Record> & Sendable

  enum Kind: Sendable {
    case order(Path, Path)
    case part(Path, Path, isNoted: Bool)
    case range(Path, ClosedRange<Int64>)
    case past(Path)
  }

  let kind: Kind

  /// The second day is not before the first. Either may be empty.
  public static func order(
    _ earlier: any PartialKeyPath<Record> & Sendable, _ later: any PartialKeyPath<Record> & Sendable
  ) -> Limit { Limit(kind: .order(earlier, later)) }

  /// The part is at most the whole, on every day where either keeps earlier values.
  ///
  /// - Parameter isNoted: whether it may be more where the record's note says why.
  public static func part(
    _ part: any PartialKeyPath<Record> & Sendable, of whole: any PartialKeyPath<Record> & Sendable,
    unlessNoted isNoted: Bool = false
  ) -> Limit { Limit(kind: .part(part, whole, isNoted: isNoted)) }

  /// A number lies within a range; money in 分.
  public static func range(
    _ path: any PartialKeyPath<Record> & Sendable, _ range: ClosedRange<Int64>
  ) -> Limit { Limit(kind: .range(path, range)) }

  /// A number is at least so much; money in 分.
  public static func range(
    _ path: any PartialKeyPath<Record> & Sendable, _ range: PartialRangeFrom<Int64>
  ) -> Limit { Limit(kind: .range(path, range.lowerBound...Int64.max)) }

  /// A number may be negative.
  public static func signed(_ path: any PartialKeyPath<Record> & Sendable) -> Limit {
    Limit(kind: .range(path, Int64.min...Int64.max))
  }

  /// A day is not after today.
  public static func past(_ path: any PartialKeyPath<Record> & Sendable) -> Limit {
    Limit(kind: .past(path))
  }
}

/// A limit without its register's type: fields by their indexes.
public enum LimitShape: Sendable, Hashable {
  case order(earlier: Int, later: Int)
  case part(Int, whole: Int, isNoted: Bool)
  case range(Int, ClosedRange<Int64>)
  case past(Int)

  init?<Record: RegisterRecord>(_ limit: Limit<Record>, _ index: (PartialKeyPath<Record>) -> Int?) {
    switch limit.kind {
    case .order(let earlier, let later):
      guard let earlier = index(earlier), let later = index(later) else { return nil }
      self = .order(earlier: earlier, later: later)
    case .part(let part, let whole, let isNoted):
      guard let part = index(part), let whole = index(whole) else { return nil }
      self = .part(part, whole: whole, isNoted: isNoted)
    case .range(let path, let range):
      guard let field = index(path) else { return nil }
      self = .range(field, range)
    case .past(let path):
      guard let field = index(path) else { return nil }
      self = .past(field)
    }
  }

  /// The field that has to be corrected where the limit is broken.
  public var field: Int {
    switch self {
    case .order(_, let later): later
    case .part(let part, _, _): part
    case .range(let field, _), .past(let field): field
    }
  }

  /// The limits of numbers of which a register says nothing.
  static func usual(_ fields: [FieldShape], beside declared: [LimitShape]) -> [LimitShape] {
    let bounded = Set(declared.map { if case .range(let field, _) = $0 { field } else { -1 } })
    return fields.indices.filter { fields[$0].kind.isNumber && !bounded.contains($0) }.map {
      field in
      .range(field, fields[field].roles.contains(.year) ? years : 0...Int64.max)
    }
  }

  static let years = Int64(PlanYear.range.lowerBound)...Int64(PlanYear.range.upperBound)
}
