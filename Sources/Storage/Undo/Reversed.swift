/// What an undo came to.
public struct Reversed {
  /// The records with what they were and are.
  let records: [RestoredRecord]
  /// What records begin to count, or count no more, since other rules say who reports by number.
  public let shifts: [CountShift]
}
