public import Desk
internal import Reports
internal import Sentences
public import TargetEngine

extension SetSourcing {
  /// Who reports by list or by number from now on, and which numbers count no more or again.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let sentence =
      sourcing.byList
      ? w("自 \(sourcing.since) 起按清单统计", "By list from \(sourcing.since) on")
      : w("自 \(sourcing.since) 起按数字填报", "By number from \(sourcing.since) on")
    return Receipt(
      sentence
        + replaced.listed(w) {
          told($0.unit, $0.amount, w)
        } more: { count in
          w("共有 \(count) 个单位的数因此改变。", "In all, the figures of \(count) units change by it.")
        }, replaced.isEmpty ? [] : [("replaced", .array(replaced.map(json)))])
  }

  private func told(_ unit: Unit, _ amount: Int64, _ w: Wording) -> String {
    if amount > 0 {
      let told = indicator.amount(amount)
      return w(
        "注意：\(unit.title) \(indicator.name)按数字填报的 \(told)\(indicator.measure)改由台账计数，不再计入。",
        "Note: \(indicator.title(.en)), \(unit.title): \(told) reported by number gives way to the registers."
      )
    }
    let told = indicator.amount(Int64(clamping: amount.magnitude))
    return w(
      "注意：\(unit.title) \(indicator.name)按数字填报的 \(told)\(indicator.measure)重新计入。",
      "Note: \(indicator.title(.en)), \(unit.title): \(told) reported by number counts again.")
  }

  private func json(_ unit: Unit, _ amount: Int64) -> JSONValue {
    .object([("unit", unit.json), ("amount", .number(indicator.amount(amount)))])
  }
}
