internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// The levels that entry files say, in the order of their rows.
struct LevelRows: Sendable {
  private(set) var statements: [LevelStatement] = []
  private var places: [Key: (file: String, line: Int, level: Int64)] = [:]

  private struct Key: Hashable {
    var place: ListedPlace
    var day: Day
  }

  /// Adds what a row says.
  ///
  /// - Returns: the row that says another level of the same unit and day; nil when there is none.
  mutating func add(
    _ statement: LevelStatement, at place: TablePlace
  ) -> (file: String, line: Int)? {
    let key = Key(place: statement.place, day: statement.day)
    if let first = places[key] {
      return first.level == statement.level ? nil : (first.file, first.line)
    }
    places[key] = (place.file, place.line, statement.level)
    statements.append(statement)
    return nil
  }
}

extension ImportSession {
  /// Says the levels of entry files, when all that they add is posted.
  func say(_ levels: LevelRows) throws {
    guard !levels.statements.isEmpty else { return }
    let known = try transaction.say(levels.statements).count(where: \.isKnown)
    imported.entries -= known
    imported.unchangedLevels += known
  }
}
