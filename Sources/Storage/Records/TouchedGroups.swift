internal import Registers
internal import TargetEngine

/// A group that records of a register make together.
struct TouchedGroup: Hashable, Comparable {
  var register: String
  var measure: Int
  var key: Datum

  static func < (a: TouchedGroup, b: TouchedGroup) -> Bool {
    (a.register, a.measure, a.key.journalText) < (b.register, b.measure, b.key.journalText)
  }

  /// The group with those in which its records count, too.
  func all(in groups: UnitGroups) -> [TouchedGroup] {
    groups.keys(with: key).map { TouchedGroup(register: register, measure: measure, key: $0) }
  }
}

/// The groups that changes of records touch, each with those of the changed records that belong to it now.
struct TouchedGroups {
  private var members: [TouchedGroup: [RecordID]] = [:]

  /// Whether any of them is a unit.
  var hasUnits: Bool {
    members.keys.contains { if case .unit = $0.key { true } else { false } }
  }

  mutating func insert(_ group: TouchedGroup, _ records: [RecordID] = []) {
    members[group, default: []] += records
  }

  /// All groups whose postings may differ, in order.
  func all(in groups: UnitGroups) -> [(group: TouchedGroup, records: [RecordID])] {
    var all: [TouchedGroup: [RecordID]] = [:]
    for (group, records) in members {
      for group in group.all(in: groups) { all[group, default: []] += records }
    }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
