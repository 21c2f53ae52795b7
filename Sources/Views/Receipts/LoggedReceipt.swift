public import Desk
internal import Reports
internal import Sentences
public import TargetEngine

extension Desk.Logged {
  /// What is said of a number, or of a level, that was logged.
  ///
  /// - Parameter isChange: whether it was said that a number of a stock is added to it. Else it may have been
  ///   meant as a level.
  public func receipt(_ language: Language, isChange: Bool = false) -> Receipt {
    let w = Wording(language)
    let isDoubtful =
      !isChange && level == nil && line.indicator.kind == .stock && entry.amount >= 0
    return Receipt(
      sentence(w) + (equal.map { "\n" + repeated($0, w) } ?? "")
        + (isDoubtful ? "\n" + increase(w) : ""), members)
  }

  private func repeated(_ other: String, _ w: Wording) -> String {
    w(
      "注意：\(other) 与这笔完全相同（单位、指标、日期、数量、备注），两笔都计入。重复登记的请撤销一笔。",
      "Note: \(other) says the same (unit, indicator, day, amount, note), and both count. Undo one if it is the same"
        + " thing.")
  }

  private func increase(_ w: Wording) -> String {
    let amount = "\(line.indicator.amount(entry.amount))"
    let measured = amount + line.indicator.measure
    return w(
      "提示：\(line.name(.zh))是时点指标，\(measured)已按增减计入。如果 \(entry.day) 一共就是 \(measured)，请撤销这笔，加 --set 重新登记；登记增减时加 --add，不再提示。",
      "Note: \(line.name(.en)) is a stock, and \(amount) was added to it. If \(amount) is its level on"
        + " \(entry.day), undo this and log it with --set; with --add this is not said.")
  }

  private func sentence(_ w: Wording) -> String {
    let name = "\(unit.title) \(line.name(w.language))"
    let amount = line.indicator.amount(entry.amount)
    let measure = line.indicator.measure
    guard let level else {
      return w(
        "已记账 \(id)：\(name) \(entry.day) \(amount)\(measure)；\(toDate(w))",
        "Logged \(id): \(name), \(entry.day), \(amount); \(toDate(w))")
    }
    let said = line.indicator.amount(level.level)
    guard !level.isKnown else {
      return w(
        "时点数未变，没有写入：\(name) \(entry.day) \(said)\(measure)",
        "The level is unchanged and nothing was written: \(name), \(entry.day), \(said)")
    }
    let before =
      level.replaced.map { line.indicator.amount($0) }.map { w("，原为 \($0)", ", was \($0)") } ?? ""
    let until = level.until.map { w("，\($0) 冲回", ", taken back on \($0)") } ?? ""
    return w(
      "已登记时点数 \(id)：\(name) \(entry.day) \(said)\(measure)\(before)（差数 \(amount)\(until)）；\(toDate(w))",
      "Logged \(id): the level of \(name) on \(entry.day) is \(said)\(before) (posted \(amount)\(until));"
        + " \(toDate(w))"
    )
  }

  /// Where the unit stands at the month's end, with the day unless the entry is of today.
  private func toDate(_ w: Wording) -> String {
    let actual = line.actualDecimal?.description ?? "—"
    let target = line.target.map { "/\($0)" } ?? ""
    let rate = line.completion.percent(decimals: 0).map { " \($0)%" } ?? ""
    let figures = actual + target + rate
    guard let asOf else { return w("累计 \(figures)", "to date \(figures)") }
    return w("截至 \(asOf) 累计 \(figures)", "by \(asOf): \(figures)")
  }

  private var members: [(String, JSONValue)] {
    let level: [(String, JSONValue)] =
      level.map {
        [
          ("level", .number(line.indicator.amount($0.level))), ("unchanged", .bool($0.isKnown)),
          ("until", JSONValue($0.until?.description)),
          ("replaced", $0.replaced.map { .number(line.indicator.amount($0)) } ?? .null),
        ]
      } ?? []
    return [
      ("entry", level.isEmpty || self.level?.isKnown == false ? .string(id) : .null),
      ("amount", .number(line.indicator.amount(entry.amount))), ("line", line.json),
    ] + level + (equal.map { [("equal", .string($0))] } ?? [])
  }
}
