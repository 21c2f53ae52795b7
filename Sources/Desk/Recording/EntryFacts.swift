internal import TargetEngine

/// What the rules of entries ask of an indicator. It has no texts: each of them would be counted whenever one
/// of a file's million rows hands it about.
struct EntryIndicator: Sendable {
  let id: IndicatorID
  let kind: IndicatorKind
  let decimals: Int
  let firstMonth: Int

  init(_ indicator: Indicator) {
    id = indicator.id
    kind = indicator.kind
    decimals = indicator.decimals
    firstMonth = indicator.firstMonth
  }
}

/// What the rules of entries ask of a unit, without its texts either.
struct EntryUnit: Sendable {
  let id: UnitID
  let opened: Day?
  let closed: Day?

  init(_ unit: Unit) {
    id = unit.id
    opened = unit.opened
    closed = unit.closed
  }
}

/// Which rule of entries forbids one.
enum EntryFault: Error {
  case ratioIsDerived
  case unitClosed(on: Day)
  case unitNotOpen(until: Day)
  case reportsByList
  case dayOutOfRange(Day)
  case badYear(Int)
  case stockHasNoPlanYear
  case onlyStockIsSet
}

extension DeskError {
  /// - Parameter unit: of the entry; nil where the fault is none of the unit.
  init(_ fault: EntryFault, _ indicator: Indicator, _ unit: Unit? = nil) {
    self =
      switch fault {
      case .ratioIsDerived: .ratioIsDerived(indicator.code)
      case .unitClosed(let day): .unitClosed(unit?.name ?? "", on: day)
      case .unitNotOpen(let day): .unitNotOpen(unit?.name ?? "", until: day)
      case .reportsByList: .reportsByList(indicator: indicator.code, unit: unit?.name ?? "")
      case .dayOutOfRange(let day): .dayOutOfRange(day)
      case .badYear(let year): .badYear("\(year)")
      case .stockHasNoPlanYear: .stockHasNoPlanYear(indicator.code)
      case .onlyStockIsSet: .onlyStockIsSet(indicator.code)
      }
  }
}
