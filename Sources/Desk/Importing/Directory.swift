internal import Storage
internal import TargetEngine

/// Units and indicators by the texts that files name them with.
struct Directory: Sendable {
  private var unitTable = ByteTable()
  private(set) var units: [Unit] = []
  /// The same as the rules of entries see them.
  private(set) var entryUnits: [EntryUnit] = []
  private var parents: [UnitID: UnitID] = [:]
  /// Nil where the ledger is asked.
  private var paths: UnitPaths?
  /// What the ledger was asked for in vain.
  private var unknown: Set<String> = []
  private var indicatorTable = ByteTable()
  let indicators: [Indicator]
  let entryIndicators: [EntryIndicator]

  /// With every unit there is, for a large file; a small one asks for those that it names.
  init(_ ledger: Ledger, all: Bool) throws {
    indicators = try ledger.indicators()
    entryIndicators = indicators.map { EntryIndicator($0) }
    for (index, indicator) in indicators.enumerated() {
      for name in indicator.names { indicatorTable.add(name: name, Int32(index)) }
    }
    for (index, indicator) in indicators.enumerated() {
      indicatorTable.set(indicator.code, Int32(index))
    }
    guard all else { return }
    let stored = try ledger.units()
    let standing = stored.filter { $0.merged == nil }
    var listed = UnitPaths.Listed()
    for item in standing + stored.filter({ $0.merged != nil }) {
      for name in [item.unit.name] + item.aliases {
        unitTable.add(
          name: name, Int32(units.count),
          yieldingBelow: item.merged == nil ? 0 : Int32(standing.count))
      }
      append(item.unit)
      if let parent = item.unit.parent { parents[item.unit.id] = parent }
      listed.add(item)
    }
    paths = UnitPaths(listed)
    for (index, unit) in units.enumerated() { unitTable.set(unit.code, Int32(index)) }
  }

  private mutating func append(_ unit: Unit) {
    units.append(unit)
    entryUnits.append(EntryUnit(unit))
  }

  /// The place among `indicators` of the one that a text names; nil for none.
  func indicator(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    Directory.place(indicatorTable.value(named: text))
  }

  /// The fault of a text that names no indicator.
  ///
  /// - Parameter suggests: whether it will be listed, so that near names are worth looking for.
  func unknownIndicator(_ text: String, suggests: Bool) -> ImportFault.Kind {
    let words = suggests ? indicators.flatMap { [$0.code, $0.name] } : []
    return .rule(.unknownIndicator(text, suggestions: Suggestions.nearest(to: text, in: words)))
  }

  /// The place among `units` of the one that a text names alone; nil for none. Where there is a ledger, it
  /// is asked for a text that was not met before; once it was asked for many, all are read.
  mutating func unit(
    _ text: UnsafeBufferPointer<UInt8>, asking ledger: Ledger?
  ) throws -> Int? {
    if let known = known(text) { return Directory.place(known) }
    guard let ledger, paths == nil else { return nil }
    let name = String(decoding: text, as: UTF8.self)
    if unknown.contains(name) { return nil }
    if units.count >= Directory.few {
      self = try Directory(ledger, all: true)
      return Directory.place(known(text))
    }
    let found = try ledger.units(called: name)
    guard !found.isEmpty else {
      unknown.insert(name)
      return nil
    }
    let value = found.count == 1 ? Int32(units.count) : ByteTable.ambiguous
    unitTable.set(text, value)
    if found.count == 1 { append(found[0].unit) }
    return Directory.place(value)
  }

  private func known(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    unitTable.value(named: text) ?? paths?.place(text)
  }

  private static func place(_ value: Int32?) -> Int? { value.flatMap { $0 < 0 ? nil : Int($0) } }

  private static let few = 32

  /// A unit's ancestors, nearest first, when every unit is here.
  func ancestors(of unit: UnitID) -> [UnitID] {
    var (ancestors, seen): ([UnitID], Set<UnitID>) = ([], [])
    var next = parents[unit]
    while let id = next, seen.insert(id).inserted {
      ancestors.append(id)
      next = parents[id]
    }
    return ancestors
  }
}
