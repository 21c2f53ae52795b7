public import TargetEngine

/// Where the forms of a module stand, each counted for every unit that owes it.
public struct FormsStanding: Sendable, Equatable {
  /// Whose answers were returned and are to be sent again.
  public var returned = 0
  /// Whose answers wait to be accepted.
  public var submitted = 0
  /// Who has sent nothing yet, and how much came in time.
  public var punctuality = Punctuality()

  public init() {}

  /// Whether nothing is left to be done.
  public var isSettled: Bool {
    returned == 0 && submitted == 0 && punctuality.open == 0 && punctuality.missed == 0
  }

  /// 待报 3 · ■ 未报 2 · 退回待改 1 · 待审 4 · 按时率 80%（8/10）, part by part.
  func parts(_ language: Language, decimals: Int) -> [String] {
    let count = { (zh: String, en: String, count: Int) -> String? in
      count == 0 ? nil : "\(Text(zh, en)(language)) \(count)"
    }
    let missed = count("未报", "Not sent", punctuality.missed)
    let rate = punctuality.percent(decimals: decimals).map { percent in
      let counts = "\(punctuality.onTime)/\(punctuality.due)"
      return Text("按时率 \(percent)%（\(counts)）", "on time \(percent)% (\(counts))")(language)
    }
    return [
      count("待报", "To be sent", punctuality.open), missed.map { Cell.light($0, .red).printed },
      count("退回待改", "To be sent again", returned),
      count("待审", "To be accepted", submitted), rate,
    ].compactMap { $0 }
  }

  var json: JSONValue {
    .object([
      ("open", JSONValue(punctuality.open)), ("missed", JSONValue(punctuality.missed)),
      ("returned", JSONValue(returned)), ("submitted", JSONValue(submitted)),
      ("due", JSONValue(punctuality.due)), ("onTime", JSONValue(punctuality.onTime)),
      ("rate", JSONValue(punctuality.preciseRate)),
    ])
  }
}
