internal import OfficeFiles
internal import Storage
internal import TargetEngine

/// The levels that entry files say, in the order of their rows.
struct LevelRows: Sendable {
  private(set) var statements: [LevelStatement] = []
  /// The rows of the statements, each with the number of its file.
  private(set) var rows: [(file: Int, line: Int)] = []
  private var places: [Key: (file: String, line: Int, level: Int64)] = [:]

  private struct Key: Hashable {
    var place: ListedPlace
    var day: Day
  }

  /// What a row comes to beside those before.
  enum Outcome {
    case new
    /// An earlier row says the same.
    case repeated
    /// An earlier row says another level of the same unit and day.
    case contradicts((file: String, line: Int))
  }

  /// Adds what a row says.
  mutating func add(
    _ statement: LevelStatement, at place: TablePlace, file: Int
  ) -> Outcome {
    let key = Key(place: statement.place, day: statement.day)
    if let first = places[key] {
      return first.level == statement.level ? .repeated : .contradicts((first.file, first.line))
    }
    places[key] = (place.file, place.line, statement.level)
    statements.append(statement)
    rows.append((file, place.line))
    return .new
  }
}

extension ImportSession {
  /// Says the levels of entry files, when all that they add is posted.
  ///
  /// - Parameter passed: the places of statements that are passed over.
  /// - Returns: the months whose figures they change, each with the number of its file.
  func say(
    _ levels: LevelRows, without passed: Set<Int>, first: Int
  ) throws -> [(file: Int, month: ClosedPlace)] {
    let taken = levels.statements.indices.filter { !passed.contains($0) }
    guard !taken.isEmpty else { return [] }
    let said = try transaction.say(taken.map { levels.statements[$0] })
    try desk.ledger.note(standing: said.compactMap(\.standing), in: &known)
    for (index, said) in zip(taken, said) where said.isKnown || said.replaced != nil {
      let (file, line) = levels.rows[index]
      files[first + file].new -= 1
      if let before = said.replaced {
        try noteChange(levels.statements[index], from: before, in: first + file, line)
      } else {
        files[first + file].unchanged += 1
      }
    }
    return zip(taken, said).filter { $0.1.missing != 0 }.map { index, _ in
      let statement = levels.statements[index]
      return (
        levels.rows[index].file,
        ClosedPlace(indicator: statement.place.indicator, month: statement.day.month)
      )
    }
  }

  /// Counts a row whose level takes the place of another of the same day.
  private func noteChange(
    _ statement: LevelStatement, from before: Int64, in file: Int, _ line: Int
  ) throws {
    files[file].changed += 1
    guard files[file].changes.count < ChangedRow.mostListed else { return }
    let moved = MovedLevel(
      place: statement.place, day: statement.day, before: before, now: statement.level)
    guard let level = try desk.ledger.notices(of: [moved]).first else { return }
    files[file].changes.append(ChangedRow(row: line, name: "", fields: [], level: level))
  }

  /// The statements that equal one of a file which another has replaced since: what is in force is known.
  ///
  /// - Returns: the places of those that are passed over.
  func equalLevels(_ levels: LevelRows, _ equal: inout EqualRows, first: Int) throws -> Set<Int> {
    var passed: Set<Int> = []
    for (index, said) in try desk.ledger.replacedLevels(like: levels.statements).enumerated() {
      let file = first + levels.rows[index].file
      if try !said.isEmpty && equal.take(said, of: file, levels.rows[index].line) {
        passed.insert(index)
      }
    }
    return passed
  }
}
