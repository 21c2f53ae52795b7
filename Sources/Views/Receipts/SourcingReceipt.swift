public import Desk
internal import Sentences
public import TargetEngine

extension SetSourcing {
  /// Who reports what by list or by number from now on.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    let what = w(
      "\(unit.title) \(indicator.name)：", "\(indicator.title(.en)), \(unit.title): ")
    return Receipt(
      what
        + (sourcing.byList
          ? w("自 \(sourcing.since) 起按清单统计", "by list from \(sourcing.since) on")
          : w("自 \(sourcing.since) 起按数字填报", "by number from \(sourcing.since) on")))
  }
}
