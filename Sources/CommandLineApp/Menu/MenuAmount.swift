internal import Desk
internal import TargetEngine

/// How much is logged: what a stock comes to, or what is added.
extension MenuQuestion {
  /// What is added.
  static var change: MenuQuestion {
    MenuQuestion("数量（减少写负数）", "Amount (negative to take away)", .amount)
  }

  /// Whether the number of a stock is its level, as most reports have it, or a change.
  static var mode: MenuQuestion {
    let level = MenuAnswer.Choice(
      word: "--set",
      title: say("时点数：那天连同下级一共多少", "The level: how many there are on the day, in all"))
    let change = MenuAnswer.Choice(
      word: "--add", title: say("增减：多了或少了多少", "A change: how many more or less"))
    return MenuQuestion("报的是（填编号）", "The number is", .one(of: [level, change])).then { word, _ in
      word == level.word
        ? [MenuQuestion("那天一共多少", "How many there are on the day", .amount)] : [.change]
    }
  }
}

extension MenuPlace {
  /// Whether an indicator is one of levels.
  func isStock(_ indicator: String) -> Bool { (try? desk().indicator(indicator).kind) == .stock }
}
