/// "Did you mean": the nearest of some words to a mistyped one.
public enum Suggestions {
  /// Nobody mistypes longer ones, and to compare two takes the product of their lengths.
  private static let longest = 100

  /// At most three words that differ from `word` in few characters or contain it, nearest first.
  public static func nearest(to word: String, in words: some Sequence<String>) -> [String] {
    let target = Array(word.lowercased())
    guard !target.isEmpty, target.count <= longest else { return [] }
    let limit = max(1, target.count / 3)
    var found: [(distance: Int, word: String)] = []
    for candidate in words where candidate.utf8.count <= 8 * longest {
      let other = Array(candidate.lowercased())
      if abs(other.count - target.count) <= limit,
        let distance = distance(target, other, limit: limit)
      {
        found.append((distance, candidate))
      } else if target.count >= 2, contains(other, target) {
        found.append((limit + other.count - target.count, candidate))
      }
    }
    return Array(found.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3))
      .map(\.word)
  }

  private static func contains(_ word: [Character], _ part: [Character]) -> Bool {
    guard word.count >= part.count else { return false }
    return (0...(word.count - part.count)).contains { start in
      word[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// Insertions, deletions, changes and swaps of neighbours between two words; nil beyond limit.
  private static func distance(_ a: [Character], _ b: [Character], limit: Int) -> Int? {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      if row.min() ?? 0 > limit { return nil }
      (before, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
