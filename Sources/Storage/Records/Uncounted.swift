internal import Database
public import Registers
public import TargetEngine

/// A record that does not count for an indicator, since its unit reports by number.
public struct UncountedRecord: Sendable, Hashable {
  /// The rule that says so.
  public var rule: Sourcing
  /// Where it would count.
  public var unit: UnitID
  /// The record.
  public var record: RecordID
  /// The plan year for which it would; nil for a stock.
  public var year: Int?
}

/// A place where what is called for is left to numbers, all of it.
struct LeftToNumbers: Hashable {
  var rule: Sourcing
  var unit: UnitID
  /// Nil for a stock.
  var year: Int?

  var line: CountedLine { CountedLine(indicator: rule.indicator, year: year) }
}

extension ListSources {
  private struct Place: Hashable {
    var indicator: IndicatorID
    var unit: UnitID
    var year: Int?
  }

  /// What is called for at one place.
  private struct Sums {
    var counted: Int64 = 0
    var left: Int64 = 0
    /// The first rule that leaves any of it to numbers.
    var rule: Sourcing?
  }

  /// The places where something is called for that is left to numbers, with the rules that say so. Where anything of
  /// it counts, as the beginning of what only ends under the rule, nothing is left out.
  ///
  /// - Parameter day: only what adds up to something by this day; nil for anything at all.
  mutating func leftToNumbers(
    _ wanted: [Wanted], through day: Day? = nil
  ) throws -> [LeftToNumbers] {
    guard hasNumberRules else { return [] }
    var places: [Place: Sums] = [:]
    for item in wanted where day.map({ item.posting.day <= $0 }) ?? true {
      guard let (key, rule) = try ruled(item) else { continue }
      let place = Place(
        indicator: key.indicator, unit: key.unit, year: isStock(key.indicator) ? nil : key.year)
      let amount = day == nil ? Int64(clamping: item.posting.amount.magnitude) : item.posting.amount
      var sums = places[place] ?? Sums()
      if let rule {
        sums.left = try sums.left.adding(amount)
        if sums.rule.map({ rule.since < $0.since }) ?? true { sums.rule = rule }
      } else {
        sums.counted = try sums.counted.adding(amount)
      }
      places[place] = sums
    }
    return places.compactMap { place, sums in
      guard let rule = sums.rule, sums.left != 0, sums.counted == 0 else { return nil }
      return LeftToNumbers(rule: rule, unit: place.unit, year: place.year)
    }
  }

  /// Whether what one of several records calls for by itself is left to numbers at the same place: of a group some
  /// may count for one plan year while others are left out of another.
  mutating func leave(
    _ wanted: [Wanted], at left: LeftToNumbers, through day: Day? = nil
  ) throws -> Bool {
    try leftToNumbers(wanted, through: day).contains {
      $0.unit == left.unit && $0.line == left.line
    }
  }
}

extension Ledger {
  /// The records that do not count by a day, since their units report by number. Only the records are read of
  /// units with such rules, and of registers that post to their indicators.
  ///
  /// ```swift
  /// let left = try ledger.uncounted(through: june, for: [indicator.id], below: township)
  /// ```
  ///
  /// - Parameters:
  ///   - indicators: those that are asked about.
  ///   - unit: only records of this unit and of those below it; nil for all.
  public func uncounted(
    through day: Day, for indicators: Set<IndicatorID>, below unit: UnitID? = nil
  ) throws -> [UncountedRecord] {
    let places = try placesByNumber(on: day, for: indicators, below: unit)
    if places.isEmpty { return [] }
    var sources = try ListSources(self)
    let reader = StoredRecords(self, isSettled: true)
    let unitGroups = UnitGroups(succession: try UnitSuccession(self))
    var found: Set<UncountedRecord> = []
    for slot in slots {
      let ruled = places.filter { slot.posted().contains($0.key) }
      guard !ruled.isEmpty, let shape = shape(slot.id) else { continue }
      var states: [RecordID: RecordState] = [:]
      for unit in Set(ruled.values.joined()).sorted() {
        var query = RecordQuery()
        query.unit = unit
        for state in try records(query, in: shape) { states[state.id] = state }
      }
      let note = { (left: LeftToNumbers, record: RecordID) in
        _ = found.insert(
          UncountedRecord(rule: left.rule, unit: left.unit, record: record, year: left.year))
      }
      if shape.measured.contains(where: { ruled[$0] != nil }) {
        for state in states.values {
          let wanted = try shape.wanted(state, reader).filter { ruled[$0.indicator] != nil }
          for left in try sources.leftToNumbers(wanted, through: day) { note(left, state.id) }
        }
      }
      for group in shape.groups where ruled[group.indicator] != nil {
        var members: [Datum: [RecordState]] = [:]
        for state in states.values {
          for key in group.keys(of: state) { members[key, default: []].append(state) }
        }
        for (key, members) in members {
          let wanted = try unitGroups.wanted(group, in: shape, key, reader) {
            try self.records(in: shape, where: group.field, is: $0)
          }
          for left in try sources.leftToNumbers(wanted, through: day) {
            for state in members {
              let alone = try unitGroups.wanted(group, in: shape, key, reader, of: state)
              if try sources.leave(alone, at: left, through: day) { note(left, state.id) }
            }
          }
        }
      }
    }
    return found.sorted { ($0.rule.indicator, $0.record) < ($1.rule.indicator, $1.record) }
  }

  /// The units that report some indicators by number on any day until one, by the indicators' codes: of a unit with
  /// all below it those below, or itself where a rule of its own or from above is in force.
  private func placesByNumber(
    on day: Day, for indicators: Set<IndicatorID>, below unit: UnitID?
  ) throws -> [String: Set<UnitID>] {
    let rules = try sourcings().filter {
      !$0.byList && $0.since <= day && indicators.contains($0.indicator)
    }
    if rules.isEmpty { return [:] }
    let codes = Dictionary(try self.indicators().map { ($0.id, $0.code) }) { first, _ in first }
    let above = try unit.map { Set(try ancestors(of: $0)).union([$0]) } ?? []
    var places: [String: Set<UnitID>] = [:]
    for rule in rules {
      guard let code = codes[rule.indicator] else { continue }
      if let unit, above.contains(rule.unit) {
        places[code, default: []].insert(unit)
      } else if try unit == nil || ancestors(of: rule.unit).contains(where: { $0 == unit }) {
        places[code, default: []].insert(rule.unit)
      }
    }
    return places
  }
}
