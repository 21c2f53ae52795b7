public import Forms
internal import Storage
public import TargetEngine

/// A form that other units owe since a transaction, which defined it anew or moved units. Source: `forms.md`, "Owed by".
public struct OwedAnew: Sendable {
  /// The form as it is now.
  public var form: FormDefinition
  /// The first period of which it is so: that of today, or a later one with which the form or its change begins.
  public var period: FormPeriod
  /// Those that owe it no more.
  public var gone: [Unit]
  /// Those that owe it now.
  public var added: [Unit]
}

extension Desk {
  /// The forms that were there before and that others owe now. Of units that are new, or no more, nothing is told.
  func owedAnew(since before: FormsBefore) throws -> [OwedAnew] {
    if before.owing.isEmpty { return [] }
    let titles = UnitTitles(ledger)
    return try owedForms().sorted { $0.key < $1.key }.compactMap { code, now in
      guard let former = before.owing[code] else { return nil }
      for period in now.periods(from: context.today) {
        let there = Set(now.units.filter { $0.exists(on: period.lastDay) }.map(\.id))
          .intersection(former.units.filter { $0.exists(on: period.lastDay) }.map(\.id))
        let (old, new) = (former.units(for: period), now.units(for: period))
        let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
        let gone = old.filter { there.contains($0.id) && !newIDs.contains($0.id) }
        let added = new.filter { there.contains($0.id) && !oldIDs.contains($0.id) }
        if gone.isEmpty, added.isEmpty { continue }
        return OwedAnew(
          form: now.form, period: period, gone: try titles.titled(gone),
          added: try titles.titled(added))
      }
      return nil
    }
  }
}
