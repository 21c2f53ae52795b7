internal import Storage
internal import TargetEngine

extension Desk {
  /// What is to be said of a transaction that changes anything of closed months: of figures, of targets, and
  /// of where units belong.
  func lateNotices(_ transaction: Transaction) throws -> [LateNotice] {
    guard let closed = try ClosedMonths(ledger) else { return [] }
    let changes = try closed.changesOfWhatWasSaid(by: transaction)
    let told = try NextReport(self, closed).tells(of: transaction)
    // What units bring with them, and plan years of which closed reports had no line.
    let others = told.filter { id, _ in !changes.contains { $0.indicator == id } }
    let corrected = others.filter { $0.value == .correction }.keys.map(closed.late)
    return closed.notices(of: changes, told)
      + closed.notices(targets: try transaction.changedTargets())
      + closed.notices(.noted, others.filter { $0.value == .note }.keys.map(closed.late))
      + closed.notices(transaction.movesUnits ? .tree : .figures, corrected)
      + (transaction.movesUnits && told.isEmpty ? [closed.unchangedTree] : [])
  }
}

/// Which months are closed for which indicators.
struct ClosedMonths {
  /// The closed months that changes of an indicator are about, with the last closed one.
  typealias Late = (indicator: IndicatorID, months: [Month], last: Month?)

  /// The last closed month.
  let last: Month
  private let closings: [Closing]
  let indicators: [IndicatorID: Indicator]

  /// Nil where no month is closed.
  init?(_ ledger: Ledger) throws {
    closings = try ledger.closings()
    guard let last = closings.map(\.month).max() else { return nil }
    self.last = last
    indicators = try ledger.indicatorsByID()
  }

  /// The closed months of an indicator's module.
  func months(of indicator: IndicatorID) -> [Month] {
    closings.filter { $0.holds(indicators[indicator]?.module) }.map(\.month)
  }

  /// What a transaction changes of what closed reports said: not of plan years that had ended before the first of
  /// them, unless they are carried over.
  func changesOfWhatWasSaid(by transaction: Transaction) throws -> [LateChange] {
    let changes = try transaction.changes(through: last)
    let early = changes.filter { change in
      guard let year = change.year, let indicator = indicators[change.indicator],
        let first = months(of: change.indicator).min()
      else { return false }
      return year < indicator.planYear(of: first).label
    }
    guard !early.isEmpty else { return changes }
    let carried = try transaction.carriedYears(in: last)
    return changes.filter { change in
      !early.contains(change)
        || carried.contains(LineKey(indicator: change.indicator, year: change.year ?? 0))
    }
  }

  /// What is to be said of changed figures, by what the next report tells of them.
  func notices(
    of changes: [LateChange], _ told: [IndicatorID: NextReport.Telling]
  ) -> [LateNotice] {
    var late: [LateNotice.Change: [Late]] = [:]
    for (id, changes) in Dictionary(grouping: changes, by: \.indicator) {
      let isPart = indicators[id]?.isPart ?? false
      let lasts = isLasting(id, changes)
      // The same months whatever is told of them: those of an undo are those of what it undoes.
      let found =
        lasts
        ? changes.filter(\.isOfMonth).map { self.late(id, from: $0.month) }
        : [passing(id, changes)]
      switch told[id] {
      case .correction: late[.figures, default: []] += found
      case .note: late[.noted, default: []] += found
      // A part without a target has no line that could tell.
      case nil: if !isPart { late[lasts ? .settled : .passing, default: []] += found }
      }
    }
    return [.figures, .noted, .settled, .passing].flatMap { notices($0, late[$0] ?? []) }
  }

  /// Whether the last closed month has another figure to date by some changes.
  private func isLasting(_ id: IndicatorID, _ changes: [LateChange]) -> Bool {
    guard let last = months(of: id).max() else { return false }
    return changes.contains { $0.isToDate && $0.holds(in: last) }
  }

  /// The closed months that had another figure to date while a change held; where there are none, those whose own
  /// is another.
  private func passing(_ id: IndicatorID, _ changes: [LateChange]) -> Late {
    let closed = months(of: id)
    let toDate = closed.filter { month in
      changes.contains { $0.isToDate && $0.holds(in: month) }
    }
    let own = closed.filter { month in changes.contains { $0.isOfMonth && $0.month == month } }
    return (id, toDate.isEmpty ? own : toDate, closed.max())
  }

  /// The closed month that has what a month has, which is in its figures where it lies before all of them.
  private func late(_ id: IndicatorID, from month: Month) -> Late {
    let closed = months(of: id)
    return (id, closed.filter { $0 >= month }.min().map { [$0] } ?? [], closed.max())
  }

  /// The last closed month of an indicator, which has all that units bring with them.
  func late(_ id: IndicatorID) -> Late {
    let last = months(of: id).max()
    return (id, [last].compactMap { $0 }, last)
  }

  /// What is to be said of units that belong elsewhere where no figure is another by it.
  var unchangedTree: LateNotice {
    LateNotice(change: .tree, months: [last], next: last.next, indicators: [])
  }

  /// Indicators in the order of their numbers.
  private func named(_ ids: Set<IndicatorID>) -> [Indicator] {
    ids.sorted().compactMap { indicators[$0] }
  }

  /// The closed months that have figures of months.
  func months(with figures: [(indicator: IndicatorID, month: Month)]) -> [Month] {
    Set(figures.flatMap { late($0.indicator, from: $0.month).months }).sorted()
  }

  /// What is to be said of targets that hold from days on.
  func notices(targets: [(indicator: IndicatorID, from: Day)]) -> [LateNotice] {
    notices(
      .target,
      targets.map { indicator, day in
        let closed = months(of: indicator)
        return (indicator, closed.filter { day <= $0.lastDay }, closed.max())
      })
  }

  /// What is to be said of changes of one kind, for each report in which they show: modules close on days of their
  /// own.
  func notices(_ change: LateNotice.Change, _ found: [Late]) -> [LateNotice] {
    let late = Dictionary(grouping: found.filter { !$0.months.isEmpty }, by: \.last)
    return late.compactMap { last, late in
      last.map { last in
        LateNotice(
          change: change, months: Set(late.flatMap(\.months)).sorted(), next: last.next,
          indicators: named(Set(late.map(\.indicator))))
      }
    }.sorted { $0.next < $1.next }
  }
}

extension LateChange {
  /// Whether a month has it and none that follows it.
  fileprivate func holds(in month: Month) -> Bool {
    self.month <= month && until.map { month < $0 } ?? true
  }
}

extension Closing {
  /// Whether it froze a module's lines: those of its own, or of all.
  fileprivate func holds(_ module: String?) -> Bool {
    self.module.isEmpty || self.module == module
  }
}
