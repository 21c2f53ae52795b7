internal import Registers
internal import Storage

/// The keys by which a transaction names records that may lack a part of theirs. Two of them that may
/// mean one thing have to mean one record, so that neither the order of rows nor that of files decides.
struct KeyUses {
  /// A key as it was given, and the record that it was taken for.
  struct Use {
    var state: RecordState
    var record: RecordID
    var place: RowPlace?
    /// Whether it is all of the key that the record had before the transaction.
    var isSure: Bool
  }

  private struct Group {
    var lacking: [Use] = []
    var whole: [Use] = []
  }

  private var groups: [FirmKey: Group] = [:]

  /// Notes a key.
  ///
  /// - Returns: an earlier one that may mean the same thing, and was taken for another record.
  mutating func note(_ use: Use, in shape: RegisterShape) -> Use? {
    let lacks = shape.laterKeyFields.contains { use.state.data[$0].isEmpty }
    let key = FirmKey(use.state, shape)
    // Taken out, so that it is not copied when it grows.
    var group = groups.removeValue(forKey: key) ?? Group()
    let contradicts = { (other: Use) in
      other.record != use.record && !(other.isSure && use.isSure)
        && shape.couldBe(other.state, use.state)
    }
    // Whole keys that differ are of two things.
    let other =
      group.lacking.first(where: contradicts)
      ?? (lacks ? group.whole.first(where: contradicts) : nil)
    if lacks { group.lacking.append(use) } else { group.whole.append(use) }
    groups[key] = group
    return other
  }
}
