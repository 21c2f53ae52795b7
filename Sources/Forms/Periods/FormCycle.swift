public import TargetEngine

/// How often a form is asked for. Its raw value is the word of files: `cycle` in forms.csv.
public enum FormCycle: String, Sendable, CaseIterable {
  case once, day, week, month, quarter, half, year

  /// Its name in lists and files.
  public var title: Text {
    switch self {
    case .once: Text("一次", "Once")
    case .day: Text("每日", "Daily")
    case .week: Text("每周", "Weekly")
    case .month: Text("每月", "Monthly")
    case .quarter: Text("每季度", "Quarterly")
    case .half: Text("每半年", "Half-yearly")
    case .year: Text("每年", "Yearly")
    }
  }

  /// The cycle by its word or its title: `quarter`, `Quarterly`, `每季度`, `季度`, `季报`. Nil for anything
  /// else.
  public init?(named text: some StringProtocol) {
    let word = text.lowercased()
    let bare = word.filter { !"每度报".contains($0) }
    let cycle = FormCycle.allCases.first {
      word == $0.rawValue || word == $0.title.en.lowercased()
        || !bare.isEmpty && bare == $0.title.zh.filter { !"每度".contains($0) }
    }
    guard let cycle else { return nil }
    self = cycle
  }

  /// How many months its periods have; nil where they are not counted in months.
  var length: Period.Length? {
    switch self {
    case .once, .day, .week: nil
    case .month: .month
    case .quarter: .quarter
    case .half: .halfYear
    case .year: .year
    }
  }

  /// The cycle of periods of so many months.
  init(_ length: Period.Length) {
    switch length {
    case .month: self = .month
    case .quarter: self = .quarter
    case .halfYear: self = .half
    case .year: self = .year
    }
  }
}
