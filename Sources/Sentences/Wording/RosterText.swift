public import Registers
internal import TargetEngine

extension RosterNumbers {
  /// Both numbers of each part: `参训 30、名单 3；合格 28、名单 2`.
  public func text(_ w: Wording) -> String {
    parts.map { part in
      let own = part.own.map { "\($0)" } ?? w("未填", "none")
      return w(
        "\(part.title.zh) \(own)、名单 \(part.listed)",
        "\(part.title.en) \(own), listed \(part.listed)")
    }.joined(separator: w("；", "; "))
  }

  /// Which of them counts.
  public func counting(_ w: Wording) -> String {
    isByList
      ? w("按名单计", "the list counts")
      : w("名单未齐，按填报数计", "the numbers told count until the list is whole")
  }
}
