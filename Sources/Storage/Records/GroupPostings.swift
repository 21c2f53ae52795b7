internal import Registers
internal import TargetEngine

/// The amounts in the ledger with the source of a group, and with the source that versions before
/// 0.3 gave it.
struct GroupPostings {
  let source: String
  private var former: (source: String, amounts: [PostingKey: Int64])?
  /// The amounts of both sources.
  let amounts: [PostingKey: Int64]

  init(_ ledger: Ledger, _ measure: GroupShape, _ key: Datum) throws {
    source = EntrySource.group(measure, key)
    let own = try ledger.posted(inTheNameOf: source)
    if let name = EntrySource.formerGroup(measure, key) {
      let told = try ledger.posted(inTheNameOf: name)
      former = (name, told)
      amounts = try own.merging(told) { try $0.adding($1) }
    } else {
      amounts = own
    }
  }

  /// The source with which a difference is posted: an amount under the former source is taken back
  /// under that source, so that nothing is left there once nothing is called for.
  func parts(_ part: PostingPart) throws(OverflowFault) -> [(part: PostingPart, source: String)] {
    guard let former, let standing = former.amounts[part.key], standing != 0,
      (standing > 0) != (part.amount > 0)
    else { return [(part, source)] }
    let opposite = try Int64(0).subtracting(standing)
    let back = standing > 0 ? max(part.amount, opposite) : min(part.amount, opposite)
    let rest = try part.amount.subtracting(back)
    return [(PostingPart(key: part.key, amount: back), former.source)]
      + (rest == 0 ? [] : [(PostingPart(key: part.key, amount: rest), source)])
  }
}
