public import TargetEngine

extension LevelSource {
  /// The SQL condition of a level entry, as in the index `entry_level`.
  static func isLevel(_ entry: String) -> String {
    "\(entry).source >= 'level' AND \(entry).source < 'levem'"
  }

  /// The SQL condition of rows that people made: entries other than level entries, and of these the
  /// statement in force of its day.
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
  /// The parsed source of a level entry; nil for any other entry.
  public var level: LevelSource? { LevelSource(source) }

  /// Whether it is a statement.
  var isSaid: Bool { if case .said = level { true } else { false } }

  /// In the name of which line of a form it says a level; nil for what people say, brought back or not.
  var formTeller: String? {
    LevelSource.origin(in: source) == nil ? LevelSource.teller(in: source) : nil
  }

  /// Whether it makes or withdraws a statement of its own day, rather than compensating one of
  /// another day.
  var isOfOwnStatement: Bool { isSaid || level == .moved(from: day) }
}
