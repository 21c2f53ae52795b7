internal import Database
internal import Journal
internal import TargetEngine

/// What an undo must not do to an indicator, since commands refuse it too. Source: `engine.md`, "Indicators".
extension Transaction {
  /// Throws where an indicator that came back is called as another one has been since: a command or file that names
  /// the one would mean the other. Two that stood beside each other when it went may do so again.
  func forbidNamesakes(after row: JournalRow) throws {
    let changed = Set(try ledger.changedThings(row).others.filter { $0.0 == .indicator }.map(\.1))
    if changed.isEmpty { return }
    let all = try ledger.indicators()
    let words = Set(all.filter { changed.contains($0.id) }.flatMap(\.words))
    if words.isEmpty { return }
    for other in all where !changed.contains(other.id) && !words.isDisjoint(with: other.words) {
      let isCalledSo = { (state: FieldList) in
        !words.isDisjoint(with: Indicator(id: other.id, fields: state).words)
      }
      guard let since = try turn(of: .indicator, other.id, isCalledSo), since > row.transaction
      else { continue }
      throw UndoFault.neededBy(transaction: try giver(of: .indicator, other.id, isCalledSo))
    }
  }
}
