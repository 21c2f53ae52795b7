/// Which fields of a record a command or a row of a list has given values, by their indexes.
///
/// Stage moves ask for it, since a day that was written means something else than one that is
/// merely still there. A word of bits, since an import makes one for each of a million rows; only
/// the first 64 fields are distinguished, and a test of declarations keeps every mark among them.
public struct WrittenFields: Sendable, Hashable {
  private var bits: UInt64 = 0

  /// No field.
  public init() {}

  /// Whether no field was given a value.
  public var isEmpty: Bool { bits == 0 }

  /// How many fields are distinguished.
  public static let most = UInt64.bitWidth

  /// Whether a field was given a value.
  public func contains(_ field: Int) -> Bool { bits & WrittenFields.bit(field) != 0 }

  /// Notes that a field was given a value.
  public mutating func insert(_ field: Int) { bits |= WrittenFields.bit(field) }

  /// Forgets that a field was given a value.
  public mutating func remove(_ field: Int) { bits &= ~WrittenFields.bit(field) }

  private static func bit(_ field: Int) -> UInt64 { field < most ? 1 << UInt64(field) : 0 }
}
