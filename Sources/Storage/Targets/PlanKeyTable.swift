internal import TargetEngine

/// A number for each target of a unit, from 0 on: a file asks for as many as it has rows, and a dictionary
/// takes several times as long.
struct PlanKeyTable: Sendable {
  private var keys: [PlanKey] = []
  /// The numbers by the hashes of their keys; -1 for none. Always a power of two.
  private var slots = [Int32](repeating: -1, count: 64)
  /// What was asked for last is asked for again.
  private var recent: (key: PlanKey, number: Int)?

  /// The number of a key; nil for one that was not added.
  func number(of key: PlanKey) -> Int? {
    if let recent, recent.key == key { return recent.number }
    let number = slots[slot(of: key)]
    return number < 0 ? nil : Int(number)
  }

  /// Adds a key unless it is there.
  ///
  /// - Returns: its number, and whether it is new.
  mutating func add(_ key: PlanKey) -> (number: Int, isNew: Bool) {
    if let recent, recent.key == key { return (recent.number, false) }
    if (keys.count + 1) * 2 > slots.count { grow() }
    let slot = slot(of: key)
    let isNew = slots[slot] < 0
    if isNew {
      slots[slot] = Int32(keys.count)
      keys.append(key)
    }
    let number = Int(slots[slot])
    recent = (key, number)
    return (number, isNew)
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of key: PlanKey) -> Int {
    var slot = PlanKeyTable.hash(key) & (slots.count - 1)
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private static func hash(_ key: PlanKey) -> Int {
    let word = UInt64(bitPattern: key.unit &<< 32 ^ key.indicator &<< 12 ^ Int64(key.year))
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number) }
  }
}
