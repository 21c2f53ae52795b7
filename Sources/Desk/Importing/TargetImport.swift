internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports files of targets, whose rows are one set. Where one is large, they are read and checked by a
  /// second thread while this one writes; of what the ledger has, everything is read before.
  func importTargets(_ tables: [any TableSource]) throws {
    let firstTarget = transaction.nextTarget
    let isAside = tables.contains { isLarge($0) }
    let (reader, digests) = try TargetReader(
      tables, try Directory(desk.ledger, all: isAside),
      try TargetRevisions(desk.ledger, all: isAside),
      transaction.targetPreparation, today: desk.context.today
    ).read(tables, asking: desk.ledger, aside: isAside ? 4 : nil) { batch, reached in
      try transaction.insert(batch)
      progress(reached)
    }
    let first = files.count
    files += reader.files
    faults.add(try reader.faults.mapped(reword))
    for (place, table) in tables.enumerated() {
      try note(table, digests[place], of: first + place)
      try noteLate(reader.earliest[place], of: first + place)
    }
    guard faults.isEmpty else { return }
    known.add(targets: reader.revisions.repeated)
    transaction.finish(reader.preparation)
    try place(reader.before, after: firstTarget)
  }

  /// Places mergers behind the targets that are from before them.
  private func place(
    _ rows: [UnitID: (count: Int, row: HeldTarget)], after first: Int64
  ) throws {
    let mergers = rows.map { TargetsBeforeMerger(unit: $0.key, count: $0.value.count) }
    for other in try transaction.place(mergers, after: first) {
      guard let row = rows[other.unit.id]?.row else { continue }
      faults.add(.rule(.mergerKnown(other.unit.name, into: row.unit.name)), at: row.withoutPlace)
    }
  }

  /// Notes the closed months in which targets take effect.
  private func noteLate(_ earliest: [IndicatorID: Day], of file: Int) throws {
    guard !earliest.isEmpty else { return }
    let targets = earliest.map { (indicator: $0.key, from: $0.value) }
    let notices = try ClosedMonths(desk.ledger)?.notices(targets: targets) ?? []
    files[file].closedMonths = Set(notices.flatMap(\.months)).sorted()
  }
}
