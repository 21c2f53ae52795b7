internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports files of targets, whose rows are one set. Where one is large, they are read and checked by a
  /// second thread while this one writes; of what the ledger has, everything is read before.
  func importTargets(_ tables: [any TableSource]) throws {
    let isAside = tables.contains { isLarge($0) }
    let (reader, digests) = try TargetReader(
      try Directory(desk.ledger, all: isAside), try TargetRevisions(desk.ledger, all: isAside),
      transaction.targetPreparation, today: desk.context.today
    ).read(tables, asking: desk.ledger, aside: isAside ? 4 : nil) { batch, reached in
      try transaction.insert(batch)
      progress(reached)
    }
    imported.targets.add(reader.counts)
    faults.add(reader.faults.mapped(reword))
    for (table, digest) in zip(tables, digests) { try remember(table, digest) }
    guard faults.isEmpty else { return }
    transaction.finish(reader.preparation)
  }
}
