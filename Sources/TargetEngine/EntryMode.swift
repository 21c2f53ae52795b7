/// How the amount of an entry is told. Source: `cli.md`, `entries.csv`.
public enum EntryMode: String, Sendable, CaseIterable {
  /// It comes to what there was before.
  case add
  /// It is what a stock comes to on that day.
  case level

  public var title: Text {
    switch self {
    case .add: Text("累加", "add")
    case .level: Text("时点", "level")
    }
  }

  /// Nil unless the word is one of the two in either language.
  public init?(_ word: String) {
    let word = word.lowercased()
    let mode = EntryMode.allCases.first { $0.rawValue == word || $0.title.zh == word }
    guard let mode else { return nil }
    self = mode
  }
}
