public import Database
public import TargetEngine

extension Ledger {
  /// The units that were merged into others, by those, each with the number that the next target revision had
  /// then: a revision from that number on contains the merged unit's target.
  ///
  /// - Parameter unit: only those that were merged into it; nil for all.
  public func mergers(
    into unit: UnitID? = nil
  ) throws(StorageError) -> [UnitID: [UnitID: Int64]] {
    let place = unit.map { _ in "parent = ?1 AND " } ?? ""
    let rows = try connection.rows(
      "SELECT parent, id, merged FROM unit WHERE \(place)merged IS NOT NULL AND parent IS NOT NULL",
      unit.map { [.int($0)] } ?? []
    ) { (into: $0.int(0), unit: $0.int(1), number: $0.int(2)) }
    return Dictionary(grouping: rows, by: \.into).mapValues { rows in
      Dictionary(rows.map { ($0.unit, $0.number) }) { first, _ in first }
    }
  }
}

/// That the targets which an import has set up to some place do not contain that of a unit merged into theirs.
public struct TargetsBeforeMerger: Sendable {
  /// The unit that was merged.
  public var unit: UnitID
  /// How many targets the import had set then.
  public var count: Int

  public init(unit: UnitID, count: Int) { (self.unit, self.count) = (unit, count) }
}

extension Transaction {
  /// Places mergers behind targets of this transaction that are from before them.
  ///
  /// - Parameter first: the number of the import's first target.
  /// - Returns: those of which other targets are known already that contain the merged unit's.
  public func place(
    _ mergers: [TargetsBeforeMerger], after first: Int64
  ) throws -> [StoredUnit] {
    var refused: [StoredUnit] = []
    for merger in mergers {
      guard var stored = try ledger.unit(id: merger.unit), let number = stored.merged,
        let into = stored.unit.parent
      else { continue }
      if number < first, try hasRevision(of: into, in: number..<first) {
        refused.append(stored)
        continue
      }
      stored.merged = first + Int64(merger.count)
      try update(stored)
    }
    return refused
  }
}
