internal import Desk
internal import Forms
internal import Reports
internal import Sentences
internal import TargetEngine

extension OpenChecks {
  /// `洪林镇 没有核对：[4] <= [3]（[3] 没有数）`.
  func sentence(_ w: Wording) -> String {
    w("\(unit.title) ", "\(unit.title): ") + w.open(checks) + w("。", ".")
  }

  /// The unit's code, and what is left open.
  var json: JSONValue {
    .object([("unit", .string(unit.code)), ("checks", .array(checks.map(\.json)))])
  }
}

extension OpenCheck {
  /// With its three cells as files have them, and the lines that are empty.
  var json: JSONValue {
    let cells = check.rule.cells
    return .object([
      ("left", .string(cells[0])), ("relation", .string(cells[1])), ("right", .string(cells[2])),
      ("empty", empty.json), ("emptyLast", emptyLast.json),
    ])
  }
}
