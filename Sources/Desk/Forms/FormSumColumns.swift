public import Forms
internal import Storage
public import TargetEngine

/// A column of a sum by kind: the units at and below one, added up.
public struct FormSumColumn: Sendable {
  /// The uppermost unit of the kind; nil for the column of those that are not below any.
  public var unit: Unit?
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

extension FormSummary {
  /// The parts of a sum in columns, those of units of a kind by code, then the rest.
  static func columns(
    _ version: FormVersion, _ parts: [FormSum.Part], _ scope: FormSum.Scope,
    of units: [UnitID: Unit], under groups: UnitKindGroups,
    last: ([UnitID]) throws -> FormAmounts
  ) throws -> [FormSumColumn] {
    let heads = Dictionary(grouping: parts) { groups.head(of: $0.unit) }
    return try heads.sorted { a, b in
      (a.key == nil ? 1 : 0, a.key?.code ?? "") < (b.key == nil ? 1 : 0, b.key?.code ?? "")
    }.map { head, parts in
      FormSumColumn(
        unit: head,
        sum: try FormSum.whole(version, parts, scope, last: try last(parts.map(\.unit))),
        units: parts.compactMap { units[$0.unit] })
    }
  }
}

extension FormSum {
  /// - Throws: `DeskError.form` where a line comes to more than an amount may be.
  static func whole(
    _ version: FormVersion, _ parts: [Part], _ scope: Scope, last: FormAmounts
  ) throws -> FormSum {
    do throws(FormOverflow) {
      return try FormSum(version, parts, scope, last: last)
    } catch {
      throw DeskError.form(.overflow(unit: "", error.line))
    }
  }
}
