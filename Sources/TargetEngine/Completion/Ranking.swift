/// One unit's place among others. Source: `engine.md`, "Ranking".
public struct Ranked<Entry: Sendable>: Sendable {
  /// Nil for the groups that are listed after the ranks.
  public var rank: Int?
  public var entry: Entry
}

/// What a ranking looks at.
public struct RankingKey: Sendable {
  public var code: String
  public var completion: Completion
  public var direction: Direction
  public var target: Int64?

  public init(code: String, completion: Completion, direction: Direction, target: Int64?) {
    self.code = code
    self.completion = completion
    self.direction = direction
    self.target = target
  }

  /// The ranked come first, then a limit of 0, no data, no target.
  fileprivate var group: Int {
    switch completion.status {
    case .noTarget: 3
    case .noData: 2
    default: target == 0 ? 1 : 0
    }
  }
}

/// Ranks by exact rate; equal rates share a rank (1, 2, 2, 4) and stand by actual, then code.
public func ranked<Entry>(
  _ entries: [Entry], by key: (Entry) -> RankingKey
) -> [Ranked<Entry>] {
  let keyed = entries.map { (key: key($0), entry: $0) }.sorted { precedes($0.key, $1.key) }
  var result: [Ranked<Entry>] = []
  var rank = 0
  for (index, item) in keyed.enumerated() {
    guard item.key.group == 0 else {
      result.append(Ranked(rank: nil, entry: item.entry))
      continue
    }
    if index == 0 || keyed[index - 1].key.completion.rate != item.key.completion.rate {
      rank = index + 1
    }
    result.append(Ranked(rank: rank, entry: item.entry))
  }
  return result
}

private func precedes(_ a: RankingKey, _ b: RankingKey) -> Bool {
  if a.group != b.group { return a.group < b.group }
  if a.group == 0, let x = a.completion.rate, let y = b.completion.rate, x != y {
    return a.direction == .more ? x > y : x < y
  }
  switch (a.completion.actual, b.completion.actual) {
  case (let x?, let y?) where x != y: return x > y
  case (_?, nil): return true
  case (nil, _?): return false
  default: return a.code.utf8.lexicographicallyPrecedes(b.code.utf8)
  }
}
