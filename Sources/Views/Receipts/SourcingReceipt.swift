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
          told($0, w)
        } more: { count in
          w("共有 \(count) 个单位的数因此改变。", "In all, the figures of \(count) units change by it.")
        }, replaced.isEmpty ? [] : [("replaced", .array(replaced.map(json)))])
  }

  private func told(_ replaced: Replaced, _ w: Wording) -> String {
    let amount = indicator.amount(replaced.amount)
    let told = w(
      "注意：\(replaced.unit.title) \(indicator.name)按数字填报的 \(amount)\(indicator.measure)",
      "Note: \(indicator.title(.en)), \(replaced.unit.title): \(amount) reported by number ")
    if !replaced.returns {
      return told + w("改由台账计数，不再计入。", "gives way to the registers.")
    }
    // A difference that was taken off makes nothing more of the total.
    return told
      + (replaced.amount > 0
        ? w("重新计入。", "counts again.") : w("恢复，合计相应减少。", "is taken off again."))
  }

  private func json(_ replaced: Replaced) -> JSONValue {
    let amount = replaced.returns ? 0 &- replaced.amount : replaced.amount
    return .object(
      [("unit", replaced.unit.json), ("amount", .number(indicator.amount(amount)))]
        + (replaced.returns ? [("again", .bool(true))] : []))
  }
}
