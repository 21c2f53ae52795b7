/// One unit's place among others. Source: `engine.md`, "Ranking".
public struct Ranked: Sendable {
  /// Nil for the groups that are listed after the ranks.
  public var rank: Int?
  /// Which of the keys stands here.
  public var index: Int
}

/// What a ranking looks at, and nothing more: sorting moves it about.
public struct RankingKey: Sendable {
  fileprivate let code: String
  /// The ranked come first, then a limit of 0, no data, no target.
  fileprivate let group: Int
  /// Better is smaller, so that both directions sort alike.
  fileprivate let rate: Fraction?
  fileprivate let actual: Fraction?

  public init(code: String, completion: Completion, direction: Direction, target: Int64?) {
    self.code = code
    actual = completion.actual
    rate =
      direction == .more ? completion.rate.map { Fraction.zero - $0 } : completion.rate
    group =
      switch completion.status {
      case .noTarget: 3
      case .noData: 2
      default: target == 0 ? 1 : 0
      }
  }

  fileprivate func precedes(_ other: RankingKey) -> Bool {
    if group != other.group { return group < other.group }
    if group == 0, let x = rate, let y = other.rate, x != y { return x < y }
    switch (actual, other.actual) {
    case (let x?, let y?) where x != y: return x > y
    case (_?, nil): return true
    case (nil, _?): return false
    default: return code.utf8.lexicographicallyPrecedes(other.code.utf8)
    }
  }
}

/// Ranks by exact rate; equal rates share a rank (1, 2, 2, 4) and stand by actual, then code.
///
/// - Returns: the places from the first on, each as the index of its key.
public func ranked(_ keys: [RankingKey]) -> [Ranked] {
  let order = keys.withUnsafeBufferPointer { keys in
    keys.indices.sorted { keys[$0].precedes(keys[$1]) }
  }
  var result: [Ranked] = []
  result.reserveCapacity(keys.count)
  for (place, index) in order.enumerated() {
    var rank: Int?
    if keys[index].group == 0 {
      let isTied = place > 0 && keys[order[place - 1]].rate == keys[index].rate
      rank = isTied ? result[place - 1].rank : place + 1
    }
    result.append(Ranked(rank: rank, index: index))
  }
  return result
}
