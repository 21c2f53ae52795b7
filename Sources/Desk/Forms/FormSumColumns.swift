public import Forms
internal import Storage
public import TargetEngine

/// A column of a sum by kind: the units at and below one, added up.
public struct FormSumColumn: Sendable {
  /// The uppermost unit of the kind; nil for the column of those that are not below any.
  public var unit: Unit?
  /// What these come to.
  public var sum: FormSum
  /// Who owes the form in it, by code.
  public var units: [Unit]
}

/// Puts units under the uppermost ones of a kind, as the tree is now: a unit that was merged lies below the one that it
/// was merged into, so that each stands in one column and columns add up to the total.
struct UnitKindGroups {
  private let parents: UnitParents
  private let units: [UnitID: Unit]
  private let kind: UnitKind
  /// The unit within which is looked; nil for all.
  private let top: UnitID?

  init(_ units: [Unit], _ kind: UnitKind, within top: UnitID?) {
    parents = UnitParents(units)
    self.units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
    (self.kind, self.top) = (kind, top)
  }

  /// The uppermost unit of the kind at or above one; nil where there is none.
  func head(of unit: UnitID) -> Unit? {
    let path = parents.path(from: unit)
    let inside = top.flatMap { path.firstIndex(of: $0) }.map { path[...$0] } ?? path[...]
    return inside.reversed().lazy.compactMap { units[$0] }.first { $0.kind == kind }
  }
}

extension FormAdding {
  /// The parts of a sum in columns, those of units of a kind by code, then the rest.
  func columns(
    _ parts: [FormSum.Part], of units: [UnitID: Unit], under groups: UnitKindGroups
  ) -> [FormSumColumn] {
    let heads = Dictionary(grouping: parts) { groups.head(of: $0.unit) }
    return heads.sorted { a, b in
      (a.key == nil ? 1 : 0, a.key?.code ?? "") < (b.key == nil ? 1 : 0, b.key?.code ?? "")
    }.map { head, parts in
      FormSumColumn(
        unit: head,
        sum: sum(of: parts).sum,
        units: parts.compactMap { units[$0.unit] })
    }
  }
}
