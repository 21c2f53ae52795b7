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

/// Records that touch a group.
struct GroupTouch {
  /// Those that belong to it now.
  var members: [RecordID] = []
  /// Those that belong to it or did before.
  var all: [RecordID] = []

  static func += (a: inout GroupTouch, b: GroupTouch) {
    a.members += b.members
    a.all += b.all
  }
}

/// The groups that changes of records touch.
struct TouchedGroups {
  private var touches: [TouchedGroup: GroupTouch] = [:]

  /// Whether any of them is a unit.
  var hasUnits: Bool {
    touches.keys.contains { if case .unit = $0.key { true } else { false } }
  }

  mutating func insert(_ group: TouchedGroup, _ touch: GroupTouch = GroupTouch()) {
    touches[group, default: GroupTouch()] += touch
  }

  /// All groups whose postings may differ, in order.
  func all(in groups: UnitGroups) -> [(group: TouchedGroup, touch: GroupTouch)] {
    var all: [TouchedGroup: GroupTouch] = [:]
    for (group, touch) in touches {
      for group in group.all(in: groups) { all[group, default: GroupTouch()] += touch }
    }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
