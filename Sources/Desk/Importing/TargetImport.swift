internal import Storage

extension ImportSession {
  /// Imports a file of targets; a large one is read and hashed by a second thread, as entries are.
  func importTargets(_ path: String) throws {
    let isAside = try isLarge(path)
    let directory = try Directory(desk.ledger, all: isAside)
    let revisions = try TargetRevisions(desk.ledger, all: isAside)
    let preparation = transaction.targetPreparation
    let ledger = desk.ledger
    let today = desk.context.today
    @Sendable func read(
      asking ledger: Ledger?, emit: (TargetPart) -> Bool
    ) throws -> TargetOutcome {
      var reader = TargetReader(path, directory, revisions, preparation, today: today)
      let hash = try reader.read(asking: ledger, emit: emit)
      return TargetOutcome(reader, hash)
    }
    func take(_ part: TargetPart) throws {
      try transaction.insert(part.batch)
      progress(part.reached)
    }
    let outcome =
      try isAside
      ? Handing.aside(ahead: 4, { try read(asking: nil, emit: $0) }, take: take)
      : Handing.here({ try read(asking: ledger, emit: $0) }, take: take)
    imported.targets.add(outcome.counts)
    faults.add(outcome.faults.mapped(reword))
    if let hash = outcome.hash { try remember(path, hash) }
    guard faults.isEmpty else { return }
    transaction.finish(outcome.preparation)
  }
}

/// All that is known when a file of targets has been read.
private struct TargetOutcome: Sendable {
  var faults: ImportFaults
  var counts: ImportedTargets
  var preparation: TargetPreparation
  /// Of the file's bytes; nil when not all of them were read.
  var hash: String?

  init(_ reader: TargetReader, _ hash: String?) {
    faults = reader.faults
    counts = reader.counts
    preparation = reader.preparation
    self.hash = hash
  }
}
