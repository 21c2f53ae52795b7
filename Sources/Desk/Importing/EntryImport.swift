internal import Database
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports entry files. A large one is read, hashed and added up by a second thread while this
  /// one writes; both the time and the memory of an import are bounded by that.
  func importEntries(_ tables: [any TableSource]) throws {
    let isAside = tables.contains { isLarge($0) }
    let (reader, digests) = try EntryReader(
      try Directory(desk.ledger, all: isAside), try EntryRules(desk.ledger), transaction.preparation
    ).read(tables, asking: desk.ledger, aside: isAside ? 2 : nil) { batch, reached in
      try transaction.insert(batch)
      progress(reached)
    }
    imported.entries += reader.rows
    // The second thread has no ledger to ask for near names.
    faults.add(reader.faults.mapped(reword))
    guard faults.isEmpty else { return }
    for (table, digest) in zip(tables, digests) { try remember(table, digest) }
    let levels = reader.levels
    try transaction.finish((consume reader).finish())
    try say(levels)
  }
}
