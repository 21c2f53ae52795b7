public import TargetEngine

extension LevelSource {
  /// Whether a row is a level entry, in the words of the index `entry_level`.
  static func isLevel(_ entry: String) -> String {
    "\(entry).source >= 'level' AND \(entry).source < 'levem'"
  }

  /// Whether a row counts as one that was told: any other than a level entry, and of these the
  /// statement that stands on its day.
  static func isTold(_ entry: String) -> String {
    """
    (NOT (\(isLevel(entry))) OR (\(entry).source LIKE 'level %' AND NOT EXISTS (
      SELECT 1 FROM entry l WHERE l.unit = \(entry).unit AND l.indicator = \(entry).indicator
        AND \(isLevel("l")) AND l.seq > \(entry).seq AND l.day = \(entry).day
        AND (l.source LIKE 'level %' OR l.source = 'level:' || CAST(l.day AS TEXT)))))
    """
  }
}

extension Entry {
  /// What a level entry's source says; nil for any other entry.
  public var level: LevelSource? { LevelSource(source) }

  /// Whether it says its day's level.
  var isSaid: Bool { if case .said = level { true } else { false } }

  /// Whether it says or takes back its day's level, rather than keeping a later one true.
  var isOfOwnStatement: Bool { isSaid || level == .moved(from: day) }
}
