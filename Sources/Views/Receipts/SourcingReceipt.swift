public import Desk
internal import Sentences
public import TargetEngine

extension SetSourcing {
  /// Who reports by list or by number from now on.
  public func receipt(_ language: Language) -> Receipt {
    let w = Wording(language)
    return Receipt(
      sourcing.byList
        ? w("自 \(sourcing.since) 起按清单统计", "By list from \(sourcing.since) on")
        : w("自 \(sourcing.since) 起按数字填报", "By number from \(sourcing.since) on"))
  }
}
