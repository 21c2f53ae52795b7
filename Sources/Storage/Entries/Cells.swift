internal import TargetEngine

/// Sums of entries by unit, indicator, plan year and calendar year, month by month.
///
/// An open-addressing table over flat arrays: a million entries touch it a million times.
public struct Cells: Sendable {
  /// The four numbers of a cell in one word, ordered by unit, indicator, plan year, year.
  struct Key: Sendable, Hashable, Comparable {
    let word: UInt64

    init(unit: Int64, indicator: Int64, planYear: Int64, year: Int64) {
      word =
        UInt64(truncatingIfNeeded: unit) << 38 | UInt64(truncatingIfNeeded: indicator) << 22
        | UInt64(truncatingIfNeeded: planYear &- 1900) << 11
        | UInt64(truncatingIfNeeded: year &- 1900)
    }

    /// Whether it holds these numbers: of those that no ledger has some bits are lost.
    func isWhole(_ unit: Int64, _ indicator: Int64, _ planYear: Int64, _ year: Int64) -> Bool {
      (unit, indicator, planYear, year)
        == (self.unit, self.indicator, self.planYear, self.year)
    }

    private init(word: UInt64) { self.word = word }

    var unit: Int64 { Int64(word >> 38) }
    var indicator: Int64 { Int64(word >> 22 & 0xFFFF) }
    var planYear: Int64 { Int64(word >> 11 & 0x7FF) + 1900 }
    var year: Int64 { Int64(word & 0x7FF) + 1900 }

    func moved(to unit: Int64) -> Key {
      Key(word: word & (1 << 38 - 1) | UInt64(truncatingIfNeeded: unit) << 38)
    }

    static func < (a: Key, b: Key) -> Bool { a.word < b.word }
  }

  private(set) var keys: [Key] = []
  private var months = MonthSums()
  private var seen: [Int16] = []
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

  public init() {}

  var count: Int { keys.count }

  /// The place of a cell, when there is one.
  func index(of key: Key) -> Int? {
    let slot = slots[place(of: key)]
    return slot < 0 ? nil : Int(slot)
  }

  func month(_ index: Int, of cell: Int) -> Int64 { months[cell, index] }
  func seen(_ cell: Int) -> Int { Int(seen[cell]) }

  /// Throws when a sum leaves 64 bits.
  ///
  /// - Parameter month: 1 to 12; an entry of any other is passed over, `check` names it.
  mutating func add(_ amount: Int64, to key: Key, month: Int) throws(OverflowFault) {
    guard (1...12).contains(month) else { return }
    let cell = cell(key)
    months[cell, month - 1] = try months[cell, month - 1].adding(amount)
    seen[cell] |= 1 << Int16(month - 1)
  }

  /// Adds a whole row of months, as the database keeps it.
  mutating func add(row: [Int64], seen bits: Int, to key: Key) throws(OverflowFault) {
    let cell = cell(key)
    for index in 0..<12 {
      months[cell, index] = try months[cell, index].adding(row[index])
    }
    seen[cell] |= Int16(truncatingIfNeeded: bits)
  }

  /// Adds the cells of each unit to its parent's, the deepest units first, so that every cell
  /// passes its sum on once.
  ///
  /// - Parameters:
  ///   - tree: what is known of the units already.
  ///   - find: the parents of many units, of those that have one.
  mutating func rollUp(
    in tree: inout UnitTree, asking find: ([UnitID]) throws -> [UnitID: UnitID]
  ) throws {
    // The cells of a unit mostly follow each other.
    var units: [UnitID] = []
    for key in keys where key.unit != units.last { units.append(key.unit) }
    try tree.learn(units, asking: find)
    var levels: [[Int]] = []
    var (last, depth): (UnitID, Int) = (0, 0)
    for (cell, key) in keys.enumerated() {
      if key.unit != last { (last, depth) = (key.unit, tree.depth(of: key.unit)) }
      while levels.count <= depth { levels.append([]) }
      levels[depth].append(cell)
    }
    var parent: UnitID?
    last = 0
    for depth in levels.indices.reversed() where depth > 0 {
      for cell in levels[depth] {
        let own = keys[cell].unit
        if own != last { (last, parent) = (own, tree.parent(of: own)) }
        guard let unit = parent else { continue }
        let before = count
        try pass(cell, to: keys[cell].moved(to: unit))
        if count > before { levels[depth - 1].append(before) }
      }
    }
  }

  /// Adds one cell to another.
  private mutating func pass(_ cell: Int, to key: Key) throws(OverflowFault) {
    let target = self.cell(key)
    for index in 0..<12 {
      let amount = months[cell, index]
      // Of most cells only a few months have any.
      if amount != 0 { months[target, index] = try months[target, index].adding(amount) }
    }
    seen[target] |= seen[cell]
  }

  private mutating func cell(_ key: Key) -> Int {
    if (keys.count + 1) * 2 > slots.count { grow() }
    let place = place(of: key)
    if slots[place] >= 0 { return Int(slots[place]) }
    slots[place] = Int32(keys.count)
    keys.append(key)
    months.append(cell: keys.count - 1)
    seen.append(0)
    return keys.count - 1
  }

  private func place(of key: Key) -> Int {
    let mask = slots.count - 1
    // The top bits of the product depend on every bit of the key; the lower ones do not.
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    var place = Int(truncatingIfNeeded: (key.word &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[place] >= 0, keys[Int(slots[place])] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (index, key) in keys.enumerated() { slots[place(of: key)] = Int32(index) }
  }
}

/// Twelve sums for each cell, in blocks, so that none of them moves when there are more.
private struct MonthSums {
  private var blocks: [[Int64]] = []
  private static let cells = 128

  mutating func append(cell: Int) {
    if cell % MonthSums.cells == 0 {
      blocks.append([Int64](repeating: 0, count: 12 * MonthSums.cells))
    }
  }

  subscript(cell: Int, month: Int) -> Int64 {
    get { blocks[cell / MonthSums.cells][cell % MonthSums.cells * 12 + month] }
    set { blocks[cell / MonthSums.cells][cell % MonthSums.cells * 12 + month] = newValue }
  }
}
