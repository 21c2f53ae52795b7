public typealias IndicatorID = Int64

/// A quantity that is to reach a target, or to keep below one.
public struct Indicator: Sendable, Hashable {
  /// The row in the database; 0 before it has one. Never shown to people.
  public var id: IndicatorID
  /// The name in commands and files, `clinics.accepted`; its module stands before the first dot.
  public var code: String
  public var name: String
  /// Its English name; empty where it has none.
  public var nameEn = ""
  public var measure: String
  public var kind: IndicatorKind
  public var direction: Direction
  /// Decimal places of its amounts; of the percentage for a ratio.
  public var decimals: Int
  /// How many there may be.
  public static let allowedDecimals = 0...4
  /// The calendar month in which its plan years begin.
  public var firstMonth = 1
  /// Whether it only feeds others: it has no line of its own unless the unit has a target for it.
  public var isPart = false
  /// What its target is where none is set.
  public var defaultTarget: DefaultTarget?
  /// The pace of its targets where none is given; nil for that of its kind.
  public var defaultPace: DefaultPace?

  public init(
    id: IndicatorID = 0, code: String, name: String, kind: IndicatorKind, measure: String,
    decimals: Int = 0, direction: Direction = .more
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.kind = kind
    self.measure = measure
    self.decimals = decimals
    self.direction = direction
  }

  /// The plan year that contains a day.
  public func planYear(of day: Day) -> PlanYear { planYear(of: day.month) }

  /// The plan year that contains a month.
  public func planYear(of month: Month) -> PlanYear {
    PlanYear(containing: month, firstMonth: firstMonth)
  }

  /// The plan year of a label; nil where the calendar does not reach.
  public func planYear(_ label: Int) -> PlanYear? { PlanYear(label, firstMonth: firstMonth) }

  /// Its names in both languages, each once.
  public var names: [String] { nameEn.isEmpty || nameEn == name ? [name] : [name, nameEn] }

  /// Its code and its names in the form of comparison: what commands and files may call it.
  public var words: [String] { ([code] + names).map(\.compared) }

  /// Its name in a language, or the one that it has.
  public func title(_ language: Language) -> String {
    language == .en && !nameEn.isEmpty ? nameEn : name
  }

  public var module: String { String(code.prefix { $0 != "." }) }

  /// The indicators from whose entries its line is made.
  public var sources: [IndicatorID] {
    switch kind {
    case .flow, .stock: [id] + [defaultTarget?.flow].compactMap { $0 }
    case .ratio(let numerator, let denominator): [numerator, denominator]
    }
  }
}

/// How an indicator's actual comes from entries. Source: `engine.md`, "Indicators".
public enum IndicatorKind: Sendable, Hashable {
  /// The sum of a plan year's entries.
  case flow
  /// A level: the sum of all entries.
  case stock
  /// Numerator ÷ denominator × 100, derived and never entered.
  case ratio(numerator: IndicatorID, denominator: IndicatorID)

  public var title: Text {
    switch self {
    case .flow: Text("累计", "flow")
    case .stock: Text("时点", "stock")
    case .ratio: Text("比率", "ratio")
    }
  }

  /// The word of files and JSON.
  public var name: String {
    switch self {
    case .flow: "flow"
    case .stock: "stock"
    case .ratio: "ratio"
    }
  }
}

public enum Direction: String, Sendable, CaseIterable {
  case more, less

  public var title: Text {
    switch self {
    case .more: Text("越多越好", "more")
    case .less: Text("越少越好", "less")
    }
  }
}
