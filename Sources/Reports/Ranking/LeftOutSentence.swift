internal import TargetEngine

extension ReportNote {
  /// What a total has beside the rows of its table.
  ///
  /// - Parameters:
  ///   - amount: what was done to date; less than 0 where a unit reported less than those below it.
  ///   - month: how much of it in the month; nil in a printed form that does not say it.
  static func leftOutSentence(
    _ indicator: Indicator, amount: Int64, month share: Int64?, target: Int64
  ) -> Text {
    let month = share ?? 0
    let number = { (units: Int64) in "\(indicator.amount(units))" }
    let measured = { (units: Int64) in number(units) + indicator.measure }
    var zh: [String] = []
    var en: [String] = []
    if amount > 0 {
      zh.append("累计 \(measured(amount))" + (month == 0 ? "" : "（其中本月 \(measured(month))）"))
      en.append("\(number(amount)) to date" + (month == 0 ? "" : " (\(number(month)) this month)"))
    } else if amount == 0, month != 0 {
      zh.append("本月 \(measured(month))")
      en.append("\(number(month)) this month")
    }
    if target != 0 {
      zh.append("任务数 \(measured(target))")
      en.append("a target of \(number(target))")
    }
    var sentences: [Text] = []
    if !zh.isEmpty {
      sentences.append(
        Text(
          "合计中另有\(zh.joined(separator: "、"))不在表内各单位名下（本级登记的，或已停用、未列入的单位）。",
          "The total has \(en.joined(separator: " and ")) that no unit in the table has: told by the unit above"
            + " itself, or of units closed or not listed."))
    }
    if amount < 0 {
      let own = month == 0 ? "" : "（本月差 \(measured(month))）"
      sentences.append(
        Text(
          "合计的累计比表内各单位之和少 \(measured(0 &- amount))\(own)：本级登记的数小于下级之和，请核对。",
          "The total to date is \(number(0 &- amount)) less than the units in the table have together"
            + (month == 0 ? "" : " (\(number(month)) this month)")
            + ": the unit above told less than they did. Look at its own entries."))
    }
    // The form without the share has no blank between two sentences.
    return Text(
      sentences.map(\.zh).joined(),
      sentences.map(\.en).joined(separator: share == nil ? "" : " "))
  }
}
