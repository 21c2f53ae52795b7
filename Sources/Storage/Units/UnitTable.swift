public import TargetEngine

/// Values by units. Few of the units' numbers are left out, so that the values of many lie together: a dictionary
/// takes several times as long to find one, and an import asks for each row.
@frozen
public struct UnitTable<Value: Sendable>: Sendable {
  @usableFromInline var values: [Value?] = []
  /// Those of the first units, and of numbers far above the others.
  @usableFromInline var others: [UnitID: Value] = [:]
  @usableFromInline var count: UnitID = 0

  /// Without any value.
  @inlinable public init() {}

  /// Units with a smaller number have their values side by side.
  @inlinable var limit: UnitID { count < 64 ? 0 : 16 * count + 4096 }

  /// The value of a unit; nil where there is none.
  @inlinable
  public subscript(unit: UnitID) -> Value? {
    get {
      if unit >= 0, unit < values.count, let value = values[Int(unit)] { return value }
      return others.isEmpty ? nil : others[unit]
    }
    set {
      count += 1
      guard unit >= 0, unit < limit, others[unit] == nil else {
        others[unit] = newValue
        return
      }
      if unit >= values.count {
        let size = max(Int(unit) + 1, 2 * values.count)
        values += [Value?](repeating: nil, count: size - values.count)
      }
      values[Int(unit)] = newValue
    }
  }
}
