/// The holidays of one year as the State Council arranges them: the days off, and the weekend days
/// that are worked for them.
public struct HolidayYear: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case off, work

    public var title: Text {
      switch self {
      case .off: Text("放假", "off")
      case .work: Text("上班", "work")
      }
    }

    /// A kind by its name or its title in either language.
    public init?(named text: String) {
      guard
        let kind = Kind.allCases.first(where: {
          [$0.rawValue, $0.title.zh].contains(text.lowercased())
        })
      else { return nil }
      self = kind
    }
  }

  public struct Entry: Sendable, Hashable {
    public var day: Day
    public var kind: Kind
    /// The holiday for which the day is off or worked.
    public var name: String

    public init(_ day: Day, _ kind: Kind, _ name: String) {
      self.day = day
      self.kind = kind
      self.name = name
    }
  }

  public let year: Int
  /// By day.
  public let entries: [Entry]
  private let byDay: [Day: Entry]

  /// - Parameter entries: those of other years are left out.
  public init(_ year: Int, _ entries: [Entry]) {
    self.year = year
    self.entries = entries.filter { $0.day.year == year }.sorted { $0.day < $1.day }
    byDay = Dictionary(self.entries.map { ($0.day, $0) }) { _, last in last }
  }

  /// What it says of a day; nil for an ordinary one.
  public func entry(on day: Day) -> Entry? { byDay[day] }

  /// Whether these can be all holidays of a year: each has New Year's Day and National Day.
  public var isWhole: Bool {
    [(1, 1), (10, 1)].allSatisfy { month, day in
      entries.contains { $0.kind == .off && $0.day == Day(year: year, month: month, day: day) }
    }
  }

  /// `2021-01-01,off,元旦` for each day.
  public var text: String {
    entries.map { "\($0.day),\($0.kind.rawValue),\($0.name)" }.joined(separator: "\n")
  }

  /// The years of a text in that form; what is not a day in it is passed over.
  public static func years(of text: String) -> [HolidayYear] {
    let comma = UInt8(ascii: ",")
    let entries = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line -> Entry? in
      let cells = line.split(separator: comma, maxSplits: 2, omittingEmptySubsequences: false)
      guard cells.count == 3, let day = Day(Substring(cells[0])),
        let kind = Kind(rawValue: String(Substring(cells[1])))
      else { return nil }
      return Entry(day, kind, String(Substring(cells[2])))
    }
    let years = Set(entries.map(\.day.year)).sorted()
    return years.map { year in HolidayYear(year, entries.filter { $0.day.year == year }) }
  }
}
