internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports a file of targets. A large one is read and checked by a second thread while this one
  /// writes; of what the ledger has, everything is read before.
  func importTargets(_ table: any TableSource) throws {
    let isAside = isLarge(table)
    let (reader, digests) = try TargetReader(
      try Directory(desk.ledger, all: isAside), try TargetRevisions(desk.ledger, all: isAside),
      transaction.targetPreparation, today: desk.context.today
    ).read([table], asking: desk.ledger, aside: isAside ? 4 : nil) { batch, reached in
      try transaction.insert(batch)
      progress(reached)
    }
    imported.targets.add(reader.counts)
    faults.add(reader.faults.mapped(reword))
    try remember(table, digests[0])
    guard faults.isEmpty else { return }
    transaction.finish(reader.preparation)
  }
}
