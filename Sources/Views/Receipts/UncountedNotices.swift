internal import Desk
internal import Registers
internal import Reports
internal import Sentences
internal import Storage
internal import TargetEngine

extension UncountedNotice {
  func sentence(_ w: Wording) -> String {
    let (command, count) = (w.countByList(indicator, unit), records.count)
    let list = w.some(records, all: "taizhang check")
    return w(
      "注意：\(indicator.name)：\(unit.title)自 \(since) 起按数字填报，这次的 \(count) 条记录不计数（\(list)）。"
        + "要按台账计数，请运行 \(command)。",
      "Note: \(indicator.title(.en)): \(unit.title) reports by number from \(since) on, so that \(count)"
        + " \(count == 1 ? "record counts" : "records count") nowhere (\(list)). To count by"
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

extension LackingNotice {
  func sentence(_ w: Wording) -> String {
    let (count, list) = (records.count, w.some(records, all: "taizhang check"))
    let command =
      "taizhang \(register.module) \(register.word) set \(records.first ?? "") "
      + w("\(field.title.zh)=…", "\(field.name)=…")
    return w(
      "注意：\(register.title.zh)有 \(count) 条记录没有填\(field.title.zh)，不计数（\(list)）。请运行 \(command) 补填。",
      "Note: \(register.title.en): \(count) \(count == 1 ? "record lacks its" : "records lack their")"
        + " \(field.title.en.lowercased()) and \(count == 1 ? "counts" : "count") nowhere"
        + " (\(list)). Run '\(command)'.")
  }

  var json: JSONValue {
    .object([
      ("register", .string("\(register.module).\(register.word)")), ("field", .string(field.name)),
      ("records", .integer(Int64(records.count))), ("ids", .array(records.map { .string($0) })),
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
    let isStock = indicator.kind == .stock
    let change = w(
      "\(isStock ? "自 \(month) 起" : "\(month) ")的数\(rises ? "增加" : "减少") \(amount)\(indicator.measure)。",
      "\(isStock ? "the level from \(month) on" : month) \(rises ? "rises" : "falls") by \(amount)."
    )
    return w("注意：\(indicator.name)：", "Note: \(indicator.title(.en)): ") + turned(w, count) + change
  }

  private func turned(_ w: Wording, _ count: Int) -> String {
    let records = "\(count) " + (count == 1 ? "record" : "records")
    return switch shift.turn {
    case .begins:
      w("\(count) 条记录开始计数，", "\(records) \(count == 1 ? "begins" : "begin") to count, ")
    case .ends:
      w("\(count) 条记录不再计数，", "\(records) \(count == 1 ? "counts" : "count") no more, ")
    case .partly:
      w(
        "\(count) 条记录照常计数，但其中有的增减改变了是否计入，",
        "\(records) \(count == 1 ? "counts" : "count") as before, but not all that is added or taken back, "
      )
    }
  }

  var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("month", .string(shift.month.description)),
      ("year", JSONValue(shift.year.map { Int64($0) })),
      ("begins", shift.turn == .partly ? .null : .bool(shift.turn == .begins)),
      ("amount", .number(indicator.amount(shift.amount))),
      ("records", .integer(Int64(shift.records))),
    ])
  }
}
