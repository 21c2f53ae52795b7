internal import Database
public import TargetEngine

extension Ledger {
  /// The indicators among some that a unit or one of its children has told by number while records
  /// of units below it post to them: perhaps the same things, counted twice.
  public func toldBesideLists(
    of unit: UnitID, among indicators: [Indicator]
  ) throws -> [ListedPlace] {
    // Which indicators registers post to is known by their declarations, which take longer to make.
    guard try hasLists() else { return [] }
    let posted = postedIndicators
    return try toldBesideLists(
      of: unit, among: indicators.filter { posted.contains($0.code) }.map(\.id))
  }

  private func hasLists() throws(StorageError) -> Bool {
    try connection.first("SELECT 1 FROM listed LIMIT 1", [], { _ in true }) ?? false
  }

  /// The same of indicators to which registers post.
  ///
  /// - Parameter unit: nil for all.
  func toldBesideLists(
    of unit: UnitID?, among ids: [IndicatorID]
  ) throws -> [ListedPlace] {
    guard try !ids.isEmpty && hasLists() else { return [] }
    let places =
      unit == nil
      ? "SELECT id FROM unit WHERE CAST(?1 AS BIGINT) = 0"
      : "SELECT CAST(?1 AS BIGINT) UNION SELECT id FROM unit WHERE parent = ?1"
    let among = Placeholders.among("t.indicator", ids, from: 2)
    // What a unit told itself is its total without its children's.
    let sum = "SUM(\(TotalColumns.sum))"
    let candidates = try connection.rows(
      """
      WITH place (id) AS (
        \(places)
      ), whole (unit, indicator, amount) AS (
        SELECT t.unit, t.indicator, \(sum) FROM place JOIN total t ON t.unit = place.id
        WHERE 1 = 1 \(among) GROUP BY t.unit, t.indicator
      ), parts (unit, indicator, amount) AS (
        SELECT u.parent, t.indicator, \(sum) FROM place JOIN unit u ON u.parent = place.id
        JOIN total t ON t.unit = u.id WHERE 1 = 1 \(among) GROUP BY u.parent, t.indicator
      )
      SELECT w.unit, w.indicator, l.unit FROM whole w
      JOIN parts p ON p.unit = w.unit AND p.indicator = w.indicator
      LEFT JOIN listed l ON l.unit = w.unit AND l.indicator = w.indicator
      WHERE w.amount <> p.amount AND (l.unit IS NULL
        OR w.indicator IN (SELECT indicator FROM sourcing)) ORDER BY w.indicator, w.unit
      """, [.int(unit ?? 0)] + ids.map { .int($0) }
    ) { (ListedPlace(indicator: $0.int(1), unit: $0.int(0)), isListed: !$0.isNull(2)) }
    var found: [ListedPlace] = []
    for (place, isListed) in candidates where try hasLists(below: place) {
      if try !isListed || hasNumbers(beside: place) { found.append(place) }
    }
    return found
  }

  /// The days from which on a place reports by list, as far as numbers of it stand there that no record of its own
  /// replaces.
  public func listsOverNumbers(of place: ListedPlace) throws -> [Day] {
    var sources = try ListSources(self)
    let rules = try told(at: place).keys.compactMap { try sources.rule(place, on: $0.day) }
    return Set(rules.filter(\.byList).map(\.since)).sorted()
  }

  /// Whether a place with a list of its own has numbers as well that have not given way, as on days that a rule
  /// leaves to them.
  func hasNumbers(beside place: ListedPlace) throws -> Bool {
    try told(at: place).values.reduce(0) { try $0.adding($1) } != 0
  }

  /// Whether records of units below count for the indicator, perhaps the same things as numbers of the unit: not
  /// lists that have become empty, nor, for a flow of a unit that has gone over to lists, those that post after its
  /// last number.
  func hasLists(below place: ListedPlace) throws -> Bool {
    let listed = try connection.rows(
      """
      WITH RECURSIVE below (id) AS (
        SELECT id FROM unit WHERE parent = ?1 UNION
        SELECT u.id FROM below b JOIN unit u ON u.parent = b.id
      )
      SELECT l.unit FROM below JOIN listed l ON l.unit = below.id AND l.indicator = ?2
      """, [.int(place.unit), .int(place.indicator)]
    ) { ListedPlace(indicator: place.indicator, unit: $0.int(0)) }
    if listed.isEmpty { return false }
    let last = try lastNumber(beforeListsOf: place)
    return try listed.contains { try isListStanding(at: $0, through: last) }
  }

  /// The day of the last number of a flow whose unit has gone over to lists; nil for any other.
  private func lastNumber(beforeListsOf place: ListedPlace) throws -> Day? {
    let rules = try sourcings().filter { $0.indicator == place.indicator }
    guard let end = rules.map(\.since).max() else { return nil }
    var sources = try ListSources(self)
    guard !sources.isStock(place.indicator), try sources.isByList(place, on: end) else {
      return nil
    }
    return try told(at: place).keys.map(\.day).max()
  }
}
