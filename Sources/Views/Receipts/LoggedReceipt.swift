public import Desk
internal import Reports
internal import Sentences
public import TargetEngine

extension Desk.Logged {
  /// What is said of a number, or of a level, that was logged.
  public func receipt(_ language: Language) -> Receipt {
    Receipt(sentence(Wording(language)), members)
  }

  private func sentence(_ w: Wording) -> String {
    let name = "\(unit.title) \(line.name(w.language))"
    let amount = line.indicator.amount(entry.amount)
    let measure = line.indicator.measure
    guard let level else {
      return w(
        "已记账 \(id)：\(name) \(entry.day) \(amount)\(measure)；累计 \(toDate)",
        "Logged \(id): \(name), \(entry.day), \(amount); to date \(toDate)")
    }
    let said = line.indicator.amount(level.level)
    guard !level.isKnown else {
      return w(
        "时点数未变，没有写入：\(name) \(entry.day) \(said)\(measure)",
        "The level is unchanged and nothing was written: \(name), \(entry.day), \(said)")
    }
    let until = level.until.map { w("，\($0) 冲回", ", taken back on \($0)") } ?? ""
    return w(
      "已登记时点数 \(id)：\(name) \(entry.day) \(said)\(measure)（差数 \(amount)\(until)）；累计 \(toDate)",
      "Logged \(id): the level of \(name) on \(entry.day) is \(said) (posted \(amount)\(until)); to date \(toDate)"
    )
  }

  /// Where the unit stands at the month's end.
  private var toDate: String {
    let actual = line.actualDecimal?.description ?? "—"
    let target = line.target.map { "/\($0)" } ?? ""
    let rate = line.completion.percent(decimals: 0).map { " \($0)%" } ?? ""
    return actual + target + rate
  }

  private var members: [(String, JSONValue)] {
    let level: [(String, JSONValue)] =
      level.map {
        [
          ("level", .number(line.indicator.amount($0.level))), ("unchanged", .bool($0.isKnown)),
          ("until", JSONValue($0.until?.description)),
        ]
      } ?? []
    return [
      ("entry", level.isEmpty || self.level?.isKnown == false ? .string(id) : .null),
      ("amount", .number(line.indicator.amount(entry.amount))), ("line", line.json),
    ] + level
  }
}
