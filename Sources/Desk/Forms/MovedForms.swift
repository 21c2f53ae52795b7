public import Forms
internal import Storage
public import TargetEngine

/// A form and period of which sums are others since units moved: what these sent is in the sums of the units that are
/// above them now. Source: `forms.md`, "Summary".
public struct MovedForm: Sendable {
  public var form: FormDefinition
  public var period: FormPeriod
  /// Those that moved and have sent it.
  public var units: [Unit]
  /// Units that have sent it too and that are above them no more, or are now. Their figures from sources have the
  /// others' in them as it was when they were sent: so lines of sources count twice, or not at all.
  public var others: [Unit]
}

extension Desk {
  /// The forms whose sums change where a unit moves, by form and period.
  ///
  /// - Parameter before: the units above it until now.
  func movedForms(by unit: UnitID, from before: [UnitID]) throws -> [MovedForm] {
    guard try ledger.hasForms() else { return [] }
    let (old, new) = (Set(before), Set(try ledger.ancestors(of: unit)))
    let changed = old.symmetricDifference(new)
    if changed.isEmpty { return [] }
    let moved = try ledger.subtree(of: unit)
    let sent = try ledger.sentForms(of: Set(moved).union(changed))
    let forms = Dictionary(try ledger.forms().map { ($0.id, $0.definition) }) { first, _ in first }
    let units = Dictionary(
      try UnitTitles(ledger).titled(
        try ledger.units().map(\.unit).filter { unit in sent.contains { $0.unit == unit.id } }
      ).map { ($0.id, $0) }
    ) { first, _ in first }
    return Dictionary(grouping: sent) { [String($0.form), $0.period] }.values.compactMap { sent in
      let (own, others) = (
        sent.filter { moved.contains($0.unit) }, sent.filter { changed.contains($0.unit) }
      )
      guard let first = own.first, let form = forms[first.form],
        let period = try? form.calendar.period(first.period)
      else { return nil }
      let isSourced =
        sent.contains(where: \.isListed)
        || form.version(of: period).lines.contains { $0.source.isFigure }
      return MovedForm(
        form: form, period: period, units: own.compactMap { units[$0.unit] }.inOrder,
        others: isSourced ? others.compactMap { units[$0.unit] }.inOrder : [])
    }.sorted { ($0.form.code, $0.period) < ($1.form.code, $1.period) }
  }
}

extension LineSource {
  /// Whether a unit's figure has those of the units below it.
  fileprivate var isFigure: Bool { self != .typed && formula == nil }
}

extension [Unit] {
  fileprivate var inOrder: [Unit] { sorted { $0.code < $1.code } }
}
