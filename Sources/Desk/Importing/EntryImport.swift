internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports entry files. A large one is read, hashed and added up by a second thread while this
  /// one writes; both the time and the memory of an import are bounded by that.
  func importEntries(_ paths: [String]) throws {
    let isAside = try paths.contains { try isLarge($0) }
    let directory = try Directory(desk.ledger, all: isAside)
    let rules = try EntryRules(desk.ledger)
    let preparation = transaction.preparation
    let ledger = desk.ledger
    @Sendable func read(
      asking ledger: Ledger?, emit: (EntryPart) -> Bool
    ) throws -> EntryOutcome {
      // Measured: larger batches make fewer, longer stretches for each unit, but cost memory.
      var reader = EntryReader(directory, rules, preparation, batchSize: 250_000)
      try reader.read(paths, asking: ledger) { emit(EntryPart(batch: $0, reached: $1)) }
      return EntryOutcome(reader)
    }
    func take(_ part: EntryPart) throws {
      try transaction.insert(part.batch)
      progress(part.reached)
    }
    let outcome =
      try isAside
      ? Handing.aside(ahead: 2, { try read(asking: nil, emit: $0) }, take: take)
      : Handing.here({ try read(asking: ledger, emit: $0) }, take: take)
    imported.entries += outcome.rows
    // The second thread has no ledger to ask for near names.
    faults.add(outcome.faults.mapped(reword))
    guard faults.isEmpty else { return }
    for file in outcome.hashes { try remember(file.path, file.sha256) }
    try transaction.finish(outcome.entries)
    try say(outcome.levels)
  }
}

/// What the reading of entries hands to the writing.
private struct EntryPart: Sendable {
  var batch: PreparedBatch
  var reached: ImportProgress
}

/// All that is known when entry files have been read.
private struct EntryOutcome: Sendable {
  var faults: ImportFaults
  var rows: Int
  var hashes: [(path: String, sha256: String)]
  var entries: PreparedEntries
  var levels: LevelRows

  init(_ reader: consuming EntryReader) {
    faults = reader.faults
    rows = reader.rows
    hashes = reader.hashes
    levels = reader.levels
    entries = reader.finish()
  }
}
