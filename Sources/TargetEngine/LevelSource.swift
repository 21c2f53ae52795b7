/// What the source of a level entry says. Source: `engine.md`, "level statement".
///
/// A statement and its undo post on the statement's own day, and the opposite on the day of the next
/// statement that stands, so that the level said for that day stays what it was.
public enum LevelSource: Sendable, Hashable {
  /// `level 120`: on the entry's day the level is this, in the indicator's smallest unit; the entry's
  /// amount is what was missing from it. Who says it in the name of something else adds that, as
  /// `level 120 form staff 2021 X01 3` does; what people said in entry 57 comes back as `level 120 entry 57`.
  case said(Int64)
  /// `level:20210331`: what the statement of that day moved to a later one; on that day itself, that
  /// the statement was taken back.
  case moved(from: Day)

  /// - Parameter source: an entry's; nil for one that is of no level entry.
  public init?(_ source: String) {
    if source.hasPrefix(LevelSource.saying),
      let level = Int64(source.dropFirst(6).prefix { $0 != " " })
    {
      self = .said(level)
    } else if source.hasPrefix(LevelSource.moving),
      let day = Int(source.dropFirst(6)).flatMap({ Day(rawValue: $0) })
    {
      self = .moved(from: day)
    } else {
      return nil
    }
  }

  /// As it stands in the ledger.
  public var text: String {
    switch self {
    case .said(let level): LevelSource.saying + "\(level)"
    case .moved(let day): LevelSource.moving + "\(day.rawValue)"
    }
  }

  /// In whose name a level was said, as its statement's source adds it; nil for one that people said.
  public static func teller(in source: String) -> String? {
    guard source.hasPrefix(saying), let end = source.dropFirst(6).firstIndex(of: " ") else {
      return nil
    }
    return String(source[source.index(after: end)...])
  }

  /// The entry in which people said what a statement brings back; nil for any other source.
  public static func origin(in source: String) -> Int64? {
    guard let teller = teller(in: source), teller.hasPrefix(origin) else { return nil }
    return Int64(teller.dropFirst(origin.count))
  }

  /// In whose name what people said in an entry is brought back.
  public static func teller(broughtBack entry: Int64) -> String { origin + "\(entry)" }

  private static let origin = "entry "
  private static let saying = "level "
  private static let moving = "level:"
}
