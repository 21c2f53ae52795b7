public import TargetEngine

/// The level of a unit with everything below it on a day, as somebody stated it.
public struct LevelStatement: Sendable, Hashable {
  public var place: ListedPlace
  public var day: Day
  /// In the indicator's smallest unit.
  public var level: Int64
  public var note: String
  /// In whose name it is said: see `LevelSource.teller(in:)`.
  var teller: String?

  public init(_ place: ListedPlace, on day: Day, level: Int64, note: String = "") {
    self.place = place
    self.day = day
    self.level = level
    self.note = note
  }
}

/// The result of a statement.
public struct SaidLevel: Sendable, Equatable {
  public var level: Int64
  /// Whether the same statement is in force and true, so that nothing is written.
  public var isKnown = true
  /// The entry that says so already.
  public var standing: Int64?
  /// The level that its day had until then, where another statement of that day ends by this one.
  public var replaced: Int64?
  /// The difference that is posted on its day.
  public var missing: Int64 = 0
  /// The day of the next statement, on which the opposite is posted.
  public var until: Day?
}

extension Transaction {
  /// Makes statements, whatever order they come in: by day, and on one day those of lower units
  /// first. All of them include what the transaction has posted before. The caller has checked
  /// them.
  ///
  /// Each place costs the same few queries, however many statements it has.
  ///
  ///     let staff = ListedPlace(indicator: indicator.id, unit: unit.id)
  ///     let said = try transaction.say([LevelStatement(staff, on: day, level: 120)])
  ///     said[0].missing  // 20 where the level was 100
  public func say(_ statements: [LevelStatement]) throws -> [SaidLevel] {
    var places = try LevelPlaces(self, statements)
    var said = statements.map { SaidLevel(level: $0.level) }
    for index in places.order(of: statements) {
      said[index] = try places.say(statements[index])
    }
    try post(places.posted)
    return said
  }
}

/// The places of statements while these are made one by one.
private struct LevelPlaces {
  private let transaction: Transaction
  private var levels: [ListedPlace: SubtreeLevel] = [:]
  private var histories: [ListedPlace: LevelHistory] = [:]
  private(set) var posted: [Entry] = []

  init(_ transaction: Transaction, _ statements: [LevelStatement]) throws {
    self.transaction = transaction
    let units = Set(statements.map(\.place.unit)).sorted()
    try transaction.tree.learn(units) { try transaction.connection.parents(of: $0) }
    for (place, statements) in Dictionary(grouping: statements, by: \.place) {
      levels[place] = try SubtreeLevel(transaction.ledger, place, days: statements.map(\.day))
      histories[place] = try transaction.ledger.levels(at: place)
    }
  }

  func order(of statements: [LevelStatement]) -> [Int] {
    let depths = statements.map { transaction.tree.depth(of: $0.place.unit) }
    return statements.indices.sorted {
      let (a, b) = (statements[$0], statements[$1])
      return (a.day, depths[$1], a.place, $0) < (b.day, depths[$0], b.place, $1)
    }
  }

  mutating func say(_ statement: LevelStatement) throws -> SaidLevel {
    let (place, day) = (statement.place, statement.day)
    var said = SaidLevel(level: statement.level)
    let level = try levels[place]?.level(on: day) ?? 0
    if let standing = histories[place]?.statement(on: day) {
      let teller = LevelSource.teller(in: standing.source)
      if level == said.level, statement.teller.map({ $0 == teller }) ?? true {
        said.standing = standing.seq
        return said
      }
      said.replaced = level
    }
    (said.isKnown, said.missing) = (false, try said.level.subtracting(level))
    let entries =
      try histories[place]?.say(
        said.level, on: day, missing: said.missing, note: statement.note, by: statement.teller)
      ?? []
    posted += entries
    for entry in entries { try add(entry) }
    said.until = entries.dropFirst().first?.day
    return said
  }

  /// Adds an entry to the levels of its unit and of the units above.
  private mutating func add(_ entry: Entry) throws {
    for unit in transaction.tree.path(from: entry.unit) {
      let place = ListedPlace(indicator: entry.indicator, unit: unit)
      try levels[place]?.add(entry.amount, on: entry.day)
    }
  }
}
