internal import Registers
internal import Storage
internal import TargetEngine

/// What records owe, within a unit and by some days. The database finds what is open among any
/// number of records, and counts those that are alike; how they stand is said by `Occurrence`.
struct Agenda {
  let ledger: Ledger
  let scope: DueScope
  /// With everything below it; nil for all.
  let unit: UnitID?
  /// Whether things are looked at as they stood on a day gone by, where stages were others.
  let isPast: Bool
  /// The names of the only module asked about; of a shared register its records are asked for.
  private let module: Set<String>?
  private let reader: StoredRecords
  private let within: Set<UnitID>?

  struct Item {
    var state: RecordState
    var duty: Duty
    var unit: UnitID?
  }

  /// What is found, and the years whose holidays would have to be known to find the rest.
  struct Findings {
    var items: [Item] = []
    /// How many there are in all, when only some were asked for.
    var count = 0
    var unknownYears: Set<Int> = []
  }

  init(
    _ ledger: Ledger, _ scope: DueScope, unit: Unit, today: Day, module: Set<String>? = nil
  ) throws {
    self.ledger = ledger
    self.module = module
    self.scope = scope
    self.unit = try ledger.choice(unit)
    isPast = scope.day < today
    reader = StoredRecords(ledger)
    within = try self.unit.map { try ledger.subtree(of: $0) }
  }

  /// What is due by the scope's end, and not done by its day.
  ///
  /// - Parameters:
  ///   - isWhole: also what was done, when it was due since the scope's start.
  ///   - limit: at most this many, the earliest due first.
  func items(
    _ obligation: ObligationShape, in shape: RegisterShape, isWhole: Bool = false,
    limit: Int? = nil
  ) throws -> Findings {
    var findings = Findings()
    let states = try candidates(obligation, shape, isWhole: isWhole, limit: limit, &findings.count)
    for item in try self.items(states, obligation, shape, &findings.unknownYears) {
      let occurrence = item.duty.occurrence
      guard occurrence.due <= scope.end else { continue }
      if occurrence.status(on: scope.day).isSettled {
        guard isWhole, occurrence.due >= scope.start else { continue }
      }
      findings.items.append(item)
    }
    findings.items.sort {
      ($0.duty.occurrence.due, $0.state.id, $0.unit ?? 0)
        < ($1.duty.occurrence.due, $1.state.id, $1.unit ?? 0)
    }
    findings.count = max(findings.count, findings.items.count)
    if let limit { findings.items = Array(findings.items.prefix(limit)) }
    return findings
  }

  /// How much of it was done in time, by what it is called.
  ///
  /// - Parameter unknown: takes in the years whose holidays would have to be known.
  func punctuality(
    _ obligation: ObligationShape, in shape: RegisterShape, _ unknown: inout Set<Int>
  ) throws -> [(title: Text, punctuality: Punctuality)] {
    if !isPast, let columns = obligation.columns, chooses(shape) == nil {
      let punctuality = try counted(columns, shape)
      return [(obligation.title, punctuality)]
    }
    var found: [String: Punctuality] = [:]
    var order: [String] = []
    for item in try items(try all(obligation, shape), obligation, shape, &unknown) {
      let title = item.duty.title ?? ""
      if found[title] == nil { order.append(title) }
      found[title, default: Punctuality()].add(
        item.duty.occurrence, from: scope.start, on: scope.day, through: scope.end,
        isRated: obligation.isRated)
    }
    return order.map { title in
      (title.isEmpty ? obligation.title : Text(title, title), found[title] ?? Punctuality())
    }
  }

  private func items(
    _ states: [RecordState], _ obligation: ObligationShape, _ shape: RegisterShape,
    _ unknownYears: inout Set<Int>
  ) throws -> [Item] {
    var states = states
    if let field = chooses(shape), let module {
      states.removeAll { state in
        if case .text(let name) = state.data[field] { !module.contains(name) } else { true }
      }
    }
    let places = try ledger.places(of: states, in: shape)
    var items: [Item] = []
    for state in states {
      do {
        for duty in try obligation.duties(of: state, in: shape, scope, reader) {
          if let year = duty.unknownYear {
            unknownYears.insert(year)
            continue
          }
          let unit = duty.unit ?? places[state.id]
          if let within, !(unit.map { within.contains($0) } ?? false) { continue }
          items.append(Item(state: state, duty: duty, unit: unit))
        }
      } catch CalendarFault.noHolidays(let year) {
        unknownYears.insert(year)
      }
    }
    return items
  }

  /// The field by which records of another module's register are chosen; nil for all of them.
  func chooses(_ shape: RegisterShape) -> Int? {
    guard let module, !module.contains(shape.name.module) else { return nil }
    return shape.moduleField
  }

  /// Every record that may have owed something by the scope's day: for a computed obligation all, since a
  /// record above may ask something of a unit below.
  func all(
    _ obligation: ObligationShape, _ shape: RegisterShape
  ) throws -> [RecordState] {
    guard let columns = obligation.columns else {
      return try ledger.records(RecordQuery(), in: shape)
    }
    return try ledger.records(arisen(columns), in: shape)
  }
}
