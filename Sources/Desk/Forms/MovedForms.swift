public import Forms
internal import Storage
public import TargetEngine

/// A form and period of which sums are others since units moved: what these sent is in the sums of the units that are
/// above them now. Source: `forms.md`, "Summary".
public struct MovedForm: Sendable {
  /// The form that was sent.
  public var form: FormDefinition
  /// The period of which sums are others.
  public var period: FormPeriod
  /// Those that moved and have sent it.
  public var units: [Unit]
  /// Units that have sent it too and that are above them no more, or are now. Their levels, and their figures from
  /// sources, have the others' in them as it was when they were sent: so these count twice, or not at all.
  public var others: [Unit]
  /// Whether they moved since they were merged into another within the period or before it.
  public var isMerger: Bool
}

extension Desk {
  /// The forms whose sums change since units moved.
  func movedForms(since before: FormsBefore) throws -> [MovedForm] {
    guard let former = before.units else { return [] }
    let now = try ledger.units()
    // A transaction moves one unit; of those that an undo takes away or brings back nothing was sent.
    let moved = now.filter { stored in
      former.units[stored.unit.id].map { $0.unit.parent != stored.unit.parent } ?? false
    }
    return try moved.flatMap { stored in
      let id = stored.unit.id
      let wasMerged = former.units[id]?.merged != nil
      return try movedForms(
        by: id, from: Array(former.parents.path(from: id).dropFirst()),
        mergedOn: stored.merged == nil || wasMerged ? nil : stored.unit.closed)
    }
  }

  /// The forms whose sums change where a unit moves, by form and period.
  ///
  /// - Parameters:
  ///   - before: the units above it until now.
  ///   - day: the last day of a unit that is merged: only periods that end on it or later have the other in its place.
  private func movedForms(
    by unit: UnitID, from before: [UnitID], mergedOn day: Day? = nil
  ) throws -> [MovedForm] {
    guard try ledger.hasForms() else { return [] }
    let (old, new) = (Set(before), Set(try ledger.ancestors(of: unit)))
    let changed = old.symmetricDifference(new)
    if changed.isEmpty { return [] }
    let moved = try ledger.subtree(of: unit)
    let sent = try ledger.sentForms(of: Set(moved).union(changed))
    let forms = Dictionary(try ledger.forms().map { ($0.id, $0.definition) }) { first, _ in first }
    let units = try sentUnits(sent)
    return Dictionary(grouping: sent) { [String($0.form), $0.period] }.values.compactMap { sent in
      guard let first = sent.first, let form = forms[first.form],
        let period = try? form.calendar.period(first.period),
        day.map({ $0 <= period.lastDay }) ?? true
      else { return nil }
      let own = sent.filter { moved.contains($0.unit) }
      if own.isEmpty, day == nil { return nil }
      let others = sent.filter { changed.contains($0.unit) }
      let hasFigures =
        day != nil || sent.contains(where: \.isListed)
        || form.version(of: period).lines.contains { $0.source.isFigure }
      return MovedForm(
        form: form, period: period, units: own.compactMap { units[$0.unit] }.inOrder,
        others: hasFigures ? others.compactMap { units[$0.unit] }.inOrder : [],
        isMerger: day != nil)
    }.sorted { ($0.form.code, $0.period) < ($1.form.code, $1.period) }
  }

  private func sentUnits(_ sent: [SentForm]) throws -> [UnitID: Unit] {
    let wanted = Set(sent.map(\.unit))
    let units = try ledger.units().map(\.unit).filter { wanted.contains($0.id) }
    return Dictionary(try UnitTitles(ledger).titled(units).map { ($0.id, $0) }) { first, _ in first
    }
  }
}

extension LineSource {
  /// Whether a unit's figure has those of the units below it.
  fileprivate var isFigure: Bool { self != .typed && formula == nil }
}

extension [Unit] {
  fileprivate var inOrder: [Unit] { sorted { $0.code < $1.code } }
}
