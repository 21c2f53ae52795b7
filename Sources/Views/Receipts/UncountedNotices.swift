internal import Desk
internal import Reports
internal import Sentences
internal import Storage
internal import TargetEngine

extension UncountedNotice {
  func sentence(_ w: Wording) -> String {
    let (command, count) = (w.countByList(indicator, unit), records.count)
    let list = w.list(records.prefix(5))
    return w(
      "注意：\(indicator.name)：\(unit.title)自 \(since) 起按数字填报，这次的 \(count) 条记录不计数（\(list)\(count > 5 ? " 等" : "")）。"
        + "要按台账计数，请运行 \(command)。",
      "Note: \(indicator.title(.en)): \(unit.title) reports by number from \(since) on, so that \(count)"
        + " \(count == 1 ? "record counts" : "records count") nowhere (\(list)\(count > 5 ? ", …" : "")). To count by"
        + " list, run '\(command)'.")
  }

  var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("since", .string(since.description)), ("records", .integer(Int64(records.count))),
      ("ids", .array(records.map { .string($0) })),
    ])
  }
}

extension CountedNotice {
  func sentence(_ w: Wording) -> String {
    let count = shift.records
    let amount = indicator.amount(Int64(clamping: shift.amount.magnitude))
    let year = shift.year.flatMap { $0 == shift.month.year ? nil : $0 }
    let month =
      "\(shift.month)" + (year.map { w("（\($0) 年度）", " (plan year \($0))") } ?? "")
    let rises = shift.amount > 0
    return w(
      "注意：\(indicator.name)：\(count) 条记录\(shift.begins ? "开始" : "不再")计数，\(month) 的数"
        + "\(rises ? "增加" : "减少") \(amount)\(indicator.measure)。",
      "Note: \(indicator.title(.en)): \(count) "
        + (count == 1
          ? shift.begins ? "record begins to count" : "record counts no more"
          : shift.begins ? "records begin to count" : "records count no more")
        + ", \(month) \(rises ? "rises" : "falls") by \(amount).")
  }

  var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("month", .string(shift.month.description)),
      ("year", JSONValue(shift.year.map { Int64($0) })), ("begins", .bool(shift.begins)),
      ("amount", .number(indicator.amount(shift.amount))),
      ("records", .integer(Int64(shift.records))),
    ])
  }
}
