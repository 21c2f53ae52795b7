internal import Registers
internal import Storage

/// The keys by which a transaction told of records that may lack a part of theirs. Two of them that may
/// mean one thing have to mean one record, so that neither the order of rows nor that of files decides.
struct ToldKeys {
  /// A key as it was told, and the record that it was taken for.
  struct Telling {
    var state: RecordState
    var record: RecordID
    var place: RowPlace?
    /// Whether it is all of the key that the record had before the transaction.
    var isSure: Bool
  }

  private struct Group {
    var lacking: [Telling] = []
    var whole: [Telling] = []
  }

  private var groups: [FirmKey: Group] = [:]

  /// Notes a key.
  ///
  /// - Returns: an earlier one that may mean the same thing, and was taken for another record.
  mutating func note(_ told: Telling, in shape: RegisterShape) -> Telling? {
    let lacks = shape.laterKeyFields.contains { told.state.data[$0].isEmpty }
    let key = FirmKey(told.state, shape)
    // Taken out, so that it is not copied when it grows.
    var group = groups.removeValue(forKey: key) ?? Group()
    let contradicts = { (other: Telling) in
      other.record != told.record && !(other.isSure && told.isSure)
        && shape.couldBe(other.state, told.state)
    }
    // Whole keys that differ are of two things.
    let other =
      group.lacking.first(where: contradicts)
      ?? (lacks ? group.whole.first(where: contradicts) : nil)
    if lacks { group.lacking.append(told) } else { group.whole.append(told) }
    groups[key] = group
    return other
  }
}
