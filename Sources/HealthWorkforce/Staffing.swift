internal import Registers
internal import TargetEngine

/// Approved and in post, of one unit and one category on a day. 超编 and 空编 are two facts: they are
/// summed, never netted. Source: `registers.md`, "`staffing`".
struct Staffing: Equatable {
  var unit: UnitReference
  var category: Establishment.Category
  var approved: Int64 = 0
  var inPost: Int64 = 0

  var vacant: Int64 { max(0, approved - inPost) }
  var over: Int64 { max(0, inPost - approved) }

  /// By unit and category, in the order of their first appearance.
  static func rows(
    _ establishments: [Establishment], _ staff: [Staff], on day: Day
  ) -> [Staffing] {
    var rows: [Staffing] = []
    func row(
      _ unit: UnitReference?, _ category: Establishment.Category?, add: (inout Staffing) -> Void
    ) {
      guard let unit, let category else { return }
      let place = rows.firstIndex { $0.unit == unit && $0.category == category }
      if place == nil { rows.append(Staffing(unit: unit, category: category)) }
      add(&rows[place ?? rows.count - 1])
    }
    for item in establishments {
      row(item.unit, item.category) { $0.approved += item.approved.value(on: day) ?? 0 }
    }
    for person in staff where person.isInPost(on: day) {
      row(person.unit, person.category) { $0.inPost += 1 }
    }
    return rows
  }
}
