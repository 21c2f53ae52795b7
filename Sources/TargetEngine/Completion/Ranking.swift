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
  /// The ranked come first, then a limit of 0, nothing reported, no data, no target.
  fileprivate var group: Int
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
      case .noTarget: 4
      case .noData: 3
      default: target == 0 ? 1 : 0
      }
  }

  /// The key of a unit that has not sent the forms it owed: whatever it has done, it is not ranked.
  public var notReported: RankingKey {
    var key = self
    key.group = 2
    return key
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

/// A key's group and about where it stands in it: enough to tell most keys apart.
private struct RoughKey {
  var group: Int
  var place: Double
  var index: Int

  init(_ key: RankingKey, at index: Int) {
    group = key.group
    self.index = index
    // Absent is last.
    place = (key.group == 0 ? key.rate : key.actual.map { .zero - $0 })?.approximate ?? .infinity
  }

  /// Nil when the two lie so close that only the exact values say.
  func precedes(_ other: RoughKey) -> Bool? {
    if group != other.group { return group < other.group }
    let margin = 1e-12 * (abs(place) + abs(other.place))
    if place + margin < other.place { return true }
    return other.place + margin < place ? false : nil
  }
}

/// Ranks by exact rate; equal rates share a rank (1, 2, 2, 4) and stand by actual, then code.
///
/// - Returns: the places from the first on, each as the index of its key.
public func ranked(_ keys: [RankingKey]) -> [Ranked] {
  var order = keys.indices.map { RoughKey(keys[$0], at: $0) }
  keys.withUnsafeBufferPointer { keys in
    order.sort { $0.precedes($1) ?? keys[$0.index].precedes(keys[$1.index]) }
  }
  var result: [Ranked] = []
  result.reserveCapacity(keys.count)
  for (place, key) in order.enumerated() {
    var rank: Int?
    if key.group == 0 {
      let isTied = place > 0 && keys[order[place - 1].index].rate == keys[key.index].rate
      rank = isTied ? result[place - 1].rank : place + 1
    }
    result.append(Ranked(rank: rank, index: key.index))
  }
  return result
}
