internal import Dispatch
internal import OfficeFiles
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
    let outcome =
      try isAside
      ? readAside(paths, directory, rules, preparation)
      : readHere(paths, directory, rules, preparation)
    imported.entries += outcome.rows
    // The second thread has no ledger to ask for near names.
    faults.add(outcome.faults.mapped(reword))
    guard faults.isEmpty else { return }
    for file in outcome.hashes { try remember(file.path, file.sha256) }
    try transaction.finish(outcome.entries)
    try say(outcome.levels)
  }

  private func readHere(
    _ paths: [String], _ directory: Directory, _ rules: EntryRules,
    _ preparation: EntryPreparation
  ) throws -> EntryOutcome {
    var reader = EntryReader(
      directory, rules, preparation, batchSize: EntryReading.batchSize)
    let help = EntryReader.Help(ledger: desk.ledger) {
      .rule(.unknownUnit($0, suggestions: []))
    }
    var failure: (any Error)?
    try reader.read(paths, help) { batch, reached in
      do {
        try transaction.insert(batch)
        progress(reached)
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return EntryOutcome(reader)
  }

  private func readAside(
    _ paths: [String], _ directory: Directory, _ rules: EntryRules,
    _ preparation: EntryPreparation
  ) throws -> EntryOutcome {
    let channel = Channel<EntryReading>(capacity: 2)
    DispatchQueue.global(qos: .userInitiated).async {
      var reader = EntryReader(
        directory, rules, preparation, batchSize: EntryReading.batchSize)
      let help = EntryReader.Help(ledger: nil) { .rule(.unknownUnit($0, suggestions: [])) }
      do {
        try reader.read(paths, help) { batch, reached in channel.send(.batch(batch, reached)) }
        _ = channel.send(.end(EntryOutcome(reader)))
      } catch {
        _ = channel.send(.failure(error))
      }
    }
    do {
      while true {
        switch channel.receive() {
        case .batch(let batch, let reached):
          try transaction.insert(batch)
          progress(reached)
        case .end(let outcome): return outcome
        case .failure(let error): throw error
        }
      }
    } catch {
      channel.cancel()
      throw error
    }
  }
}

/// What the reading of entries hands to the writing.
private enum EntryReading: Sendable {
  case batch(PreparedBatch, ImportProgress)
  case end(EntryOutcome)
  case failure(any Error)

  /// Measured: larger batches make fewer, longer stretches for each unit, but cost memory.
  static let batchSize = 250_000
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
