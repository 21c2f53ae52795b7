internal import Desk
internal import Reports
internal import Sentences
internal import TargetEngine

extension UncountedNotice {
  func sentence(_ w: Wording) -> String {
    let command = w.countByList(indicator, unit)
    return w(
      "注意：\(indicator.name)：\(unit.title)自 \(since) 起按数字填报，这次的 \(records) 条记录不计数。要按台账计数，请运行 \(command)。",
      "Note: \(indicator.title(.en)): \(unit.title) reports by number from \(since) on, so that \(records)"
        + " \(records == 1 ? "record counts" : "records count") nowhere. To count by list, run '\(command)'."
    )
  }

  var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("since", .string(since.description)), ("records", .integer(Int64(records))),
    ])
  }
}
