internal import Storage
internal import TargetEngine

/// Units and indicators by the texts that files name them with.
struct Directory: Sendable {
  private var unitTable = ByteTable()
  private var unitList: [Unit] = []
  private var parents: [UnitID: UnitID] = [:]
  /// Nil where the ledger is asked.
  private var paths: UnitPaths?
  /// What the ledger was asked for in vain.
  private var unknown: Set<String> = []
  private var indicatorTable = ByteTable()
  let indicators: [Indicator]

  enum UnitResult {
    case found(Unit)
    case unknown
    case ambiguous

    var unit: Unit? {
      if case .found(let unit) = self { unit } else { nil }
    }
  }

  /// With every unit there is, for a large file; a small one asks for those that it names.
  init(_ ledger: Ledger, all: Bool) throws {
    indicators = try ledger.indicators()
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
          name: name, Int32(unitList.count),
          yieldingBelow: item.merged == nil ? 0 : Int32(standing.count))
      }
      unitList.append(item.unit)
      if let parent = item.unit.parent { parents[item.unit.id] = parent }
      listed.add(item)
    }
    paths = UnitPaths(listed)
    for (index, unit) in unitList.enumerated() { unitTable.set(unit.code, Int32(index)) }
  }

  func indicator(_ text: UnsafeBufferPointer<UInt8>) -> Indicator? {
    guard let index = indicatorTable.value(named: text), index >= 0 else { return nil }
    return indicators[Int(index)]
  }

  /// The fault of a text that names no indicator.
  ///
  /// - Parameter suggests: whether it will be listed, so that near names are worth looking for.
  func unknownIndicator(_ text: String, suggests: Bool) -> ImportFault.Kind {
    let words = suggests ? indicators.flatMap { [$0.code, $0.name] } : []
    return .rule(.unknownIndicator(text, suggestions: Suggestions.nearest(to: text, in: words)))
  }

  func unit(_ text: UnsafeBufferPointer<UInt8>) -> UnitResult {
    guard let index = unitTable.value(named: text) ?? paths?.place(text) else { return .unknown }
    return index >= 0 ? .found(unitList[Int(index)]) : .ambiguous
  }

  /// As `unit`, and asks the ledger, where there is one, for a text not met before. Once it was
  /// asked for many, all are read.
  mutating func unit(
    _ text: UnsafeBufferPointer<UInt8>, asking ledger: Ledger?
  ) throws -> UnitResult {
    if let ledger, case .unknown = unit(text) {
      let name = String(decoding: text, as: UTF8.self)
      if paths != nil || unknown.contains(name) { return .unknown }
      if unitList.count >= Directory.few {
        self = try Directory(ledger, all: true)
        return unit(text)
      }
      let found = try ledger.units(called: name)
      guard !found.isEmpty else {
        unknown.insert(name)
        return .unknown
      }
      unitTable.set(text, found.count == 1 ? Int32(unitList.count) : ByteTable.ambiguous)
      if found.count == 1 { unitList.append(found[0].unit) }
    }
    return unit(text)
  }

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
