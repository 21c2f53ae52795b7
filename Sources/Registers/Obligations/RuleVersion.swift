public import TargetEngine

/// What a rule says from a day on, with its source and how certain that is.
public struct RuleVersion: Sendable, Hashable {
  /// How many of the measure.
  public var count: Int
  /// The numbers that a rule may have.
  public static let counts = 0...9999
  /// What is counted.
  public var measure: RuleMeasure
  /// The first day on which it is in force.
  public var since: Day
  /// Where it is written.
  public var citation: String
  /// How sure it is.
  public var certainty: Certainty

  /// A version as an office sets it.
  public init(
    _ count: Int, _ measure: RuleMeasure, since: Day, citation: String,
    _ certainty: Certainty = .office
  ) {
    self.count = count
    self.measure = measure
    self.since = since
    self.citation = citation
    self.certainty = certainty
  }

  /// One that a module declares.
  ///
  /// - Parameter since: year, month and day.
  public init(
    _ count: Int, _ measure: RuleMeasure, since: (Int, Int, Int), citation: String,
    _ certainty: Certainty
  ) {
    self.init(
      count, measure, since: Day(year: since.0, month: since.1, day: since.2) ?? .first,
      citation: citation, certainty)
  }

  /// The rule as a length of time; nil for a number of anything else.
  public var term: Term? { measure.term.map { Term(count, $0) } }
}

/// What a rule counts.
public enum RuleMeasure: String, Sendable, CaseIterable {
  case days, workingDays, months, years, people

  /// What people read.
  public var title: Text {
    switch self {
    case .days: Text("日", "days")
    case .workingDays: Text("个工作日", "working days")
    case .months: Text("个月", "months")
    case .years: Text("年", "years")
    case .people: Text("人", "people")
    }
  }

  fileprivate var term: Term.Measure? { Term.Measure(rawValue: rawValue) }

  /// A measure by its name or its title in either language.
  public init?(named text: String) {
    let word = text.lowercased()
    guard
      let measure = RuleMeasure.allCases.first(where: { measure in
        let zh = measure.title.zh
        let words = [measure.rawValue, zh, measure.title.en, zh.replacing("个", with: "")]
        return words.contains { $0.lowercased() == word }
      })
    else { return nil }
    self = measure
  }
}

/// How sure a rule is.
public enum Certainty: String, Sendable, CaseIterable {
  /// Checked against the published text.
  case checked
  /// Common knowledge of the field, not checked.
  case common
  /// Unsure, or different from place to place.
  case unsure
  /// Set by the office.
  case office

  /// What people read.
  public var title: Text {
    switch self {
    case .checked: Text("已核对条文", "checked")
    case .common: Text("通行做法，未核对", "common practice, not checked")
    case .unsure: Text("各地不一，请核实", "varies, please verify")
    case .office: Text("本单位设定", "set by the office")
    }
  }
}

extension [RuleVersion] {
  /// The version in force on a day; before the first one, that one.
  public func inForce(on day: Day) -> RuleVersion? { last { $0.since <= day } ?? first }
}
