internal import Registers
internal import TargetEngine

/// Approved and in post, of one unit and one category on a day. 超编 and 空编 are two facts: they are
/// summed, never netted. Source: `registers.md`, "`staffing`".
struct Staffing: Equatable {
  var unit: UnitReference
  var category: Establishment.Category
  var approved: Int64 = 0
  var inPost: Int64 = 0
  /// Contract staff, who hold no establishment.
  var outside: Int64 = 0

  var vacant: Int64 { approved > inPost ? approved - inPost : 0 }
  var over: Int64 { max(0, inPost - max(0, approved)) }

  /// By unit and category, in the order of their first appearance.
  static func rows(
    _ establishments: [Establishment], _ staff: [Staff], on day: Day
  ) throws(OverflowFault) -> [Staffing] {
    var rows: [Staffing] = []
    func row(
      _ unit: UnitReference?, _ category: Establishment.Category?,
      add: (inout Staffing) throws(OverflowFault) -> Void
    ) throws(OverflowFault) {
      guard let unit, let category else { return }
      let place = rows.firstIndex { $0.unit == unit && $0.category == category }
      if place == nil { rows.append(Staffing(unit: unit, category: category)) }
      try add(&rows[place ?? rows.count - 1])
    }
    for item in establishments {
      let places = item.approved.value(on: day) ?? 0
      try row(item.unit, item.category) { row throws(OverflowFault) in
        row.approved = try row.approved.adding(places)
      }
    }
    for person in staff where person.isInPost(on: day) {
      try row(person.unit, person.category) { $0.inPost += 1 }
    }
    for person in staff where person.isOutside(on: day) {
      try row(person.unit, person.category) { $0.outside += 1 }
    }
    return rows
  }
}
