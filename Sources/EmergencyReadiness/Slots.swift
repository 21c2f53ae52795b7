internal import Registers
internal import TargetEngine

extension Action {
  /// The calls that units with equipment are to answer in a month and its quarter, each due on the last day of its
  /// week or quarter. Source: `emergency.md`, 4.
  static let slots = Action(
    "slots", zh: "生成调度", en: "Make calls",
    columns: [
      Answer.Column("unit", zh: "联网单位", en: "Unit", .unit),
      Answer.Column("cycle", zh: "调度方式", en: "Kind of call", Dispatch.Cycle.kind),
      Answer.Column("due", zh: "调度日期", en: "Due", .day),
    ],
    note: {
      if $0 == 0 { return Text("没有要生成的调度。", "No call is to be made.") }
      return Text(
        "共 \($0) 次调度，确认后（--yes）生成。", "Calls: \($0). With --yes they are put on the list.")
    }
  ) { scope, others in
    let units = try others.records(Equipment.self, below: scope.unit).compactMap(\.record.unit?.id)
    let known = Set(
      try others.records(Dispatch.self, below: scope.unit).compactMap { Slot($0.record) })
    var slots: Set<Slot> = []
    for (cycle, due) in dueDays(of: scope.day.month) {
      for unit in units where try others.unit(standingFor: unit, on: due) == unit {
        slots.insert(Slot(unit: unit, cycle: cycle, due: due))
      }
    }
    return slots.subtracting(known).sorted { $0.order < $1.order }.map { slot in
      .add(slot.call, showing: [.unit(slot.unit), slot.cycle.datum, .day(slot.due)])
    }
  }

  private static func dueDays(of month: Month) -> [(Dispatch.Cycle, Day)] {
    let first = month.firstDay
    let sunday = first.adding(days: 6 - first.weekday)
    let weeks = (0..<5).map { sunday.adding(days: 7 * $0) }.filter { $0 <= month.lastDay }
    let quarter = month.adding((3 - month.monthOfYear % 3) % 3).lastDay
    return weeks.map { (.weekly, $0) } + [(.quarterly, quarter)]
  }
}

/// What tells one call from another.
private struct Slot: Hashable {
  var unit: UnitID
  var cycle: Dispatch.Cycle
  var due: Day

  init(unit: UnitID, cycle: Dispatch.Cycle, due: Day) {
    (self.unit, self.cycle, self.due) = (unit, cycle, due)
  }

  init?(_ call: Dispatch) {
    guard let unit = call.unit?.id, let cycle = call.cycle, let due = call.due else { return nil }
    self.init(unit: unit, cycle: cycle, due: due)
  }

  var order: (Day, String, UnitID) { (due, cycle.rawValue, unit) }

  var call: Dispatch {
    var call = Dispatch()
    (call.unit, call.cycle, call.due) = (UnitReference(unit), cycle, due)
    return call
  }
}
