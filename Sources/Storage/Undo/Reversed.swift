public import Registers

/// What an undo came to.
public struct Reversed {
  /// The records with what they were and are.
  let records: [RestoredRecord]
  /// What records begin to count, or count no more, since other rules say who reports by number.
  public let shifts: [CountShift]
  /// The records that call for something that does not count, by the rules that leave it to numbers; where the undo
  /// changes rules, by those of their indicators.
  public let uncounted: [Sourcing: [RecordID]]
  /// What is there no more beside records.
  let gone: GoneThings

  /// The records that have an earlier state again, with what they were; nil where they were not, or are no more.
  public var restored: [(shape: RegisterShape, old: RecordState?, new: RecordState?)] {
    records.map { ($0.shape, $0.old, $0.new) }
  }

  /// The records in force that have an earlier state again.
  public var standing: [(shape: RegisterShape, state: RecordState)] {
    records.compactMap { record in
      record.new.flatMap { $0.isRemoved ? nil : (record.shape, $0) }
    }
  }
}
