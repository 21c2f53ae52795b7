internal import Storage

extension ImportSession {
  /// Imports files of targets, whose rows are one set; where one is large, they are read and hashed by a second
  /// thread, as entries are.
  func importTargets(_ paths: [String]) throws {
    let isAside = try paths.contains { try isLarge($0) }
    let directory = try Directory(desk.ledger, all: isAside)
    var earlier = EarlierTargets(revisions: try TargetRevisions(desk.ledger, all: isAside))
    for file in paths.indices {
      earlier = try importTargets(paths, file, directory, earlier, isAside: isAside)
    }
  }

  private func importTargets(
    _ paths: [String], _ file: Int, _ directory: Directory, _ earlier: EarlierTargets, isAside: Bool
  ) throws -> EarlierTargets {
    let preparation = transaction.targetPreparation
    let ledger = desk.ledger
    let today = desk.context.today
    @Sendable func read(
      asking ledger: Ledger?, emit: (TargetPart) -> Bool
    ) throws -> TargetOutcome {
      var reader = TargetReader(paths, file, directory, earlier, preparation, today: today)
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
    if let hash = outcome.hash { try remember(paths[file], hash) }
    if faults.isEmpty { transaction.finish(outcome.preparation) }
    return outcome.earlier
  }
}

/// All that is known when a file of targets has been read.
private struct TargetOutcome: Sendable {
  var faults: ImportFaults
  var counts: ImportedTargets
  var preparation: TargetPreparation
  var earlier: EarlierTargets
  /// Of the file's bytes; nil when not all of them were read.
  var hash: String?

  init(_ reader: TargetReader, _ hash: String?) {
    faults = reader.faults
    counts = reader.counts
    preparation = reader.preparation
    earlier = EarlierTargets(revisions: reader.revisions, waiting: reader.waiting)
    self.hash = hash
  }
}
