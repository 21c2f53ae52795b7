internal import Registers
internal import Storage
public import TargetEngine

/// Which records of a register to list, as someone asks for them.
public struct RecordSearch: Sendable {
  /// `ownership=collective`, `budget>=1000`, `title~防汛`; `stage` and `unit` among the names.
  public var conditions: [String]
  /// Only records of this unit and those below it.
  public var unit: String?
  /// As they stood on this day: stages and dated values of later days do not count.
  public var day: Day?
  /// The fields to sort by, with `-` for descending.
  public var sort: [String]
  /// At most this many; nil for all.
  public var limit: Int?
  /// How many to pass over first.
  public var offset: Int

  /// - Parameter conditions: `field=value`, `field>=value`, `field~text`, …
  public init(
    conditions: [String] = [], unit: String? = nil, day: Day? = nil, sort: [String] = [],
    limit: Int? = nil, offset: Int = 0
  ) {
    self.conditions = conditions
    self.unit = unit
    self.day = day
    self.sort = sort
    self.limit = limit.map { min(max($0, 0), 1 << 40) }
    self.offset = min(max(offset, 0), 1 << 40)
  }
}

extension RecordSearch {
  /// The most conditions or columns in one question, which becomes one statement.
  static let mostParts = 50
  /// The longest part of a text that can be searched for, in bytes.
  static let longestPart = 1000

  static func check(parts: Int) throws {
    guard parts <= mostParts else { throw DeskError.record(.tooManyParts(most: mostParts)) }
  }
}
