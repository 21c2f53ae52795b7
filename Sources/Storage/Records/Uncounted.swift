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
  /// The plan year for which it would.
  public var year: Int
}

extension ListSources {
  /// The places where something is called for that is left to numbers, with the rules that say so.
  ///
  /// - Parameter day: only what adds up to something by this day; nil for anything at all.
  mutating func leftToNumbers(
    _ wanted: [Wanted], through day: Day? = nil
  ) throws -> [PostingKey: Sourcing] {
    guard hasNumberRules else { return [:] }
    var sums: [PostingKey: (rule: Sourcing, amount: Int64)] = [:]
    for item in wanted where day.map({ item.posting.day <= $0 }) ?? true {
      guard let (place, rule) = try leftToNumbers(item) else { continue }
      var key = place
      // What begins and ends is one thing.
      key.day = rule.since
      let amount = day == nil ? Int64(clamping: item.posting.amount.magnitude) : item.posting.amount
      sums[key] = (rule, try (sums[key]?.amount ?? 0).adding(amount))
    }
    return sums.filter { $0.value.amount != 0 }.mapValues(\.rule)
  }
}

extension Ledger {
  /// The records that do not count by a day, since their units report by number. Only the records of such units
  /// are read.
  ///
  /// - Parameter day: nil for whatever day they would count on.
  public func uncounted(through day: Day? = nil) throws -> [UncountedRecord] {
    let rules = try sourcings().filter { !$0.byList }
    if rules.isEmpty { return [] }
    let catalogue = Dictionary(try indicators().map { ($0.id, $0.code) }) { first, _ in first }
    var sources = try ListSources(self)
    let reader = StoredRecords(self, isSettled: true)
    let unitGroups = UnitGroups(succession: try UnitSuccession(self))
    var found: Set<UncountedRecord> = []
    for shape in allShapes() {
      let posted = Set(shape.measured + shape.groups.map(\.indicator))
      let ruled = rules.filter { rule in catalogue[rule.indicator].map(posted.contains) ?? false }
      var states: [RecordID: RecordState] = [:]
      for unit in Set(ruled.map(\.unit)).sorted() {
        var query = RecordQuery()
        query.unit = unit
        for state in try records(query, in: shape) { states[state.id] = state }
      }
      let note = { (left: [PostingKey: Sourcing], records: [RecordID]) in
        for (key, rule) in left {
          found.formUnion(
            records.map { UncountedRecord(rule: rule, unit: key.unit, record: $0, year: key.year) })
        }
      }
      for state in states.values {
        note(try sources.leftToNumbers(try shape.wanted(state, reader), through: day), [state.id])
      }
      for group in shape.groups {
        var members: [Datum: [RecordID]] = [:]
        for state in states.values {
          for key in group.keys(of: state) { members[key, default: []].append(state.id) }
        }
        for (key, records) in members {
          let wanted = try unitGroups.wanted(group, in: shape, key, reader) {
            try self.records(in: shape, where: group.field, is: $0)
          }
          note(try sources.leftToNumbers(wanted, through: day), records)
        }
      }
    }
    return found.sorted { ($0.rule.indicator, $0.record) < ($1.rule.indicator, $1.record) }
  }
}
