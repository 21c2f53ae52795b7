public import Database
public import Journal
public import TargetEngine

/// What became of an entry since it was written.
public enum EntryStanding: Sendable, Equatable {
  case stands
  /// A correction took its place; `instead` is the entry that stands now, nil after a correction to 0.
  case corrected(by: Int64, instead: Entry?)
  /// Its transaction was undone.
  case undone(by: Int64)
  /// It only takes another back; `instead` is what stands in that one's place.
  case reversal(instead: Entry?)
  /// A list took its place; `to` is the transaction that posted it.
  case gaveWay(to: Int64)
  /// A register posted it, or let a number give way.
  case ofRegister
  /// It belongs to a statement of a level, and keeps other levels true.
  case ofLevel
  /// A form that was accepted posted it.
  case ofForm
}

extension Ledger {
  /// What became of an entry. An entry is corrected once: only one that stands may be.
  public func standing(of entry: Entry) throws -> EntryStanding {
    let standing = try own(standing: entry)
    guard standing == .stands, let list = try listThatTook(entry) else { return standing }
    return .gaveWay(to: list)
  }

  /// The list to which an entry gave way, tried out: the entry stands once its transaction is undone.
  ///
  /// - Parameter named: the one that its standing names.
  public func taker(
    of entry: Entry, named: Int64, by author: Author, today: Day
  ) throws -> Int64 {
    guard let row = try transaction(ofEntry: entry.seq) else { return named }
    let obstacles = try Obstacles(self, author: author, today: today, about: row) { [self] _ in
      if case .gaveWay(let list) = try standing(of: entry) { return .needs(list) }
      return .goes
    }
    return try obstacles.path(from: named)?.last ?? named
  }

  /// The same, whether or not it gave way to a list.
  func own(standing entry: Entry) throws(StorageError) -> EntryStanding {
    if EntrySource.isOfRegister(entry.source) { return .ofRegister }
    if EntrySource.isOfForm(entry.source) { return .ofForm }
    if entry.level != nil { return .ofLevel }
    if let undone = try self.entry(answeredBy: entry, EntrySource.undo) {
      return .reversal(instead: try replacement(of: undone))
    }
    if let original = try self.entry(answeredBy: entry, EntrySource.correction),
      try opposite(of: original, in: transaction(ofEntry: entry.seq))?.seq == entry.seq
    {
      return .reversal(instead: try replacement(of: original))
    }
    if let row = try transaction(ofEntry: entry.seq), let by = try reversal(of: row.transaction) {
      return .undone(by: by)
    }
    guard let correction = try correction(of: entry) else { return .stands }
    return .corrected(by: correction.transaction, instead: try replacement(of: entry))
  }

  /// The entry that counts in another's place: itself, what it was corrected to, or nil.
  private func replacement(of entry: Entry) throws(StorageError) -> Entry? {
    var entry = entry
    while let undone = try self.entry(answeredBy: entry, EntrySource.undo) { entry = undone }
    while true {
      guard let row = try transaction(ofEntry: entry.seq),
        try reversal(of: row.transaction) == nil
      else { return nil }
      guard let correction = try correction(of: entry) else { return entry }
      let opposite = try opposite(of: entry, in: correction)
      let source = try self.source(ofCorrecting: entry)
      let right = try entries(correction.entries).first {
        $0.source == source && $0.seq != opposite?.seq && $0.seq > entry.seq
      }
      guard let right else { return nil }
      entry = right
    }
  }

  /// The correction of an entry that is in force.
  private func correction(of entry: Entry) throws(StorageError) -> JournalRow? {
    let numbers = try connection.rows(
      """
      SELECT seq FROM entry WHERE source = ?1 AND source <> '' AND seq > ?2 ORDER BY seq
      """, [.text(try source(ofCorrecting: entry)), .int(entry.seq)]
    ) { $0.int(0) }
    for number in numbers {
      if let row = try transaction(ofEntry: number), try reversal(of: row.transaction) == nil {
        return row
      }
    }
    return nil
  }

  /// The entry of a correction that takes another back.
  private func opposite(
    of entry: Entry, in correction: JournalRow?
  ) throws(StorageError) -> Entry? {
    guard let correction else { return nil }
    let source = try source(ofCorrecting: entry)
    return try entries(correction.entries).first {
      $0.source == source && $0.unit == entry.unit && $0.day == entry.day && $0.year == entry.year
        && $0.amount == 0 &- entry.amount
    }
  }

  /// The source of both entries that correct an entry, `correct:1204.2`.
  public func source(ofCorrecting entry: Entry) throws(StorageError) -> String {
    let row = try transaction(ofEntry: entry.seq)
    return EntrySource.correction
      + "\(row?.transaction ?? 0).\(entry.seq &- (row?.entries.first ?? 1) &+ 1)"
  }

  /// The entry that another answers, as its source says: `undo:1204.2`, say. Nil for any other source,
  /// and for an entry that does not come before: a source that was tampered with leads to no circle.
  func entry(answeredBy entry: Entry, _ prefix: String) throws(StorageError) -> Entry? {
    guard let named = EntryPlace(entry.source, after: prefix), named.place > 0,
      let row = try transaction(named.transaction), named.place <= row.entries.count,
      case let seq = row.entries.first &+ named.place &- 1, seq < entry.seq
    else { return nil }
    return try self.entry(seq: seq)
  }
}
