internal import Storage
internal import TargetEngine

/// Which transactions hold a month's frozen lines, module by module.
struct ClosedMonth {
  let month: Month
  private let closings: [Closing]

  init(_ month: Month, _ ledger: Ledger) throws {
    self.init(month, try ledger.closings(of: month))
  }

  /// - Parameter closings: those of the month, in the order in which they were made.
  init(_ month: Month, _ closings: [Closing]) {
    self.month = month
    self.closings = closings
  }

  /// The month as it stood when a transaction was written: editions made later are left out.
  init(_ month: Month, _ ledger: Ledger, before transaction: Int64) throws {
    self.month = month
    closings = try ledger.closings(of: month).filter { $0.transaction < transaction }
  }

  /// The month in an earlier edition: of each module the one of that number, or its last before it.
  ///
  /// - Throws: `DeskError.noEdition`.
  init(_ month: Month, _ ledger: Ledger, edition: Int) throws {
    let all = try ledger.closings(of: month)
    let last = all.map(\.edition).max() ?? 0
    guard (1...max(last, 1)).contains(edition), last > 0 else {
      throw DeskError.noEdition(month, edition, count: last)
    }
    self.month = month
    closings = all.filter { $0.edition <= edition }
  }

  /// The latest edition that a module's lines are in: its own, or that of a closing of all.
  func edition(of module: String) -> Closing? {
    closings.last { $0.module == module } ?? closings.last { $0.module.isEmpty }
  }

  /// Whether a closing of all was made, so that nothing of the month is open.
  var isWhole: Bool { closings.contains { $0.module.isEmpty } }

  /// The last transaction that froze lines of some indicators.
  func last(of catalogue: [Indicator]) -> Closing? {
    let editions = Set(catalogue.map(\.module)).compactMap { edition(of: $0) }
    return editions.max { $0.transaction < $1.transaction } ?? closings.last { $0.module.isEmpty }
  }

  /// The modules among `catalogue` that are closed.
  func modules(of catalogue: [Indicator]) -> Set<String> {
    Set(catalogue.map(\.module).filter { edition(of: $0) != nil })
  }

  /// The transactions that froze the lines of indicators, each with those that are to be read from it.
  func transactions(of catalogue: [Indicator]) -> [(transaction: Int64, indicators: [Indicator])] {
    Dictionary(grouping: catalogue) { edition(of: $0.module)?.transaction }
      .compactMap { transaction, indicators in transaction.map { ($0, indicators) } }
      .sorted { $0.transaction < $1.transaction }
  }

  func isClosed(_ catalogue: [Indicator]) -> Bool {
    isWhole || (!catalogue.isEmpty && catalogue.allSatisfy { edition(of: $0.module) != nil })
  }
}

extension Desk {
  /// A unit's frozen lines of the modules in `catalogue` that closed the month.
  func frozenLines(
    of unit: UnitID, in closed: ClosedMonth, _ catalogue: [Indicator],
    parts: Set<FrozenLine.Part> = [.main, .carried]
  ) throws -> [FrozenLine] {
    let all = try ledger.indicatorsByID()
    let wanted = Set(catalogue.map(\.id))
    var editions: [Int64: Closing] = [:]
    for module in Set(catalogue.map(\.module)) {
      if let edition = closed.edition(of: module) { editions[edition.transaction] = edition }
    }
    var lines: [FrozenLine] = []
    for transaction in editions.keys.sorted() {
      lines += try ledger.frozenLines(
        transaction: transaction, unit: unit, parts: parts, catalogue: all,
        day: parts == [.before] ? closed.month.previous.lastDay : closed.month.lastDay,
        tolerance: Setting.share(editions[transaction]?.tolerance),
        form: editions[transaction]?.form ?? .current
      ).filter { frozen in
        wanted.contains(frozen.line.indicator.id)
          && closed.edition(of: frozen.line.indicator.module)?.transaction == transaction
      }
    }
    return lines
  }

  /// What a closed month said of a unit, to reconcile today's figures with.
  func reported(
    of unit: UnitID, in closed: ClosedMonth, _ catalogue: [Indicator]
  ) throws -> UnitFigures.Reported? {
    let modules = closed.modules(of: catalogue)
    guard !modules.isEmpty else { return nil }
    var reported = UnitFigures.Reported(month: closed.month, modules: modules, actuals: [:])
    // A part that is asked for by name has a line of its own, which it had not when the month was closed.
    let named = Set(catalogue.filter { !$0.isPart }.map(\.id))
    for frozen in try frozenLines(
      of: unit, in: closed, catalogue, parts: [.main, .carried, .unlisted])
    {
      let line = frozen.line
      let isNamedPart = line.indicator.isPart && named.contains(line.indicator.id)
      guard frozen.part != .unlisted || isNamedPart, case .amount(let amount) = line.actual else {
        continue
      }
      reported.actuals[line.key] = amount
      reported.amounts[line.key] = line.month
    }
    return reported
  }
}
