public import TargetEngine

/// An indicator as a module declares it, once. The constant is what measures post to, and what
/// ratios, default targets and paces refer to.
///
///     static let drillsPlanned = IndicatorDeclaration(
///       "emergency.drills-planned", zh: "计划演练", en: "Drills planned", .flow, "场", isPart: true)
///     static let drillsHeld = IndicatorDeclaration(
///       "emergency.drills-held", zh: "开展演练", en: "Drills held", .flow, "场",
///       defaultTarget: .flow(drillsPlanned.code), defaultPace: .planned)
///     static let onTimeRate = IndicatorDeclaration(
///       "emergency.on-time-rate", zh: "按时演练率", en: "Drills in time",
///       .ratio(.drillsOnTime, over: .drillsHeld), "%", decimals: 1)
///
/// `init` adds the declared indicators to a new database, and `indicator adopt` to an existing one.
/// What an office has changed of its indicator stays.
public struct IndicatorDeclaration: Sendable {
  /// How its figures come about.
  public enum Kind: Sendable, Hashable {
    case flow, stock
    /// Of two indicators, by their codes.
    case ratio(numerator: String, denominator: String)

    /// A ratio of two declared indicators in percent. Flows must have the same first month.
    public static func ratio(
      _ numerator: IndicatorDeclaration, over denominator: IndicatorDeclaration
    ) -> Kind { .ratio(numerator: numerator.code, denominator: denominator.code) }
  }

  /// The module and a word, `clinics.accepted`.
  public var code: String
  /// What people read.
  public var name: Text
  /// The Chinese name that earlier versions gave it: a database that has it still shows the English
  /// one.
  public var formerName: String?
  /// How its figures come about.
  public var kind: Kind
  /// What is counted, 个; % for a ratio.
  public var measure: String
  /// The decimals of its amounts, 0 to 4.
  public var decimals: Int
  /// Whether more or less is better.
  public var direction: Direction
  /// The month in which its plan years begin.
  public var firstMonth: Int
  /// Whether it only feeds other indicators: reports show it only where the unit has a target for
  /// it.
  public var isPart: Bool
  /// What its target is where none is set.
  public var defaultTarget: DefaultTarget?
  /// The pace of its targets where none is given.
  public var defaultPace: DefaultPace?

  /// A default target before its indicator is found.
  public enum DefaultTarget: Sendable, Hashable {
    /// A flow by code: what it has for a plan year.
    case flow(String)
    /// The number of open units of a kind.
    case units(UnitKind)
    /// The same for every unit and year, in the indicator's smallest unit; 0 is a limit that is not to be passed.
    case amount(Int64)
  }

  /// - Parameters:
  ///   - former: the Chinese name in earlier versions.
  ///   - kind: a flow, a stock or a ratio.
  ///   - measure: what is counted.
  ///   - firstMonth: the month in which its plan years begin.
  ///   - isPart: see the property.
  ///   - defaultTarget: what its target is where a unit and those below it have none.
  ///   - defaultPace: the pace of its targets where none is given.
  public init(
    _ code: String, zh: String, en: String, formerly former: String? = nil, _ kind: Kind,
    _ measure: String, decimals: Int = 0,
    direction: Direction = .more, firstMonth: Int = 1, isPart: Bool = false,
    defaultTarget: DefaultTarget? = nil, defaultPace: DefaultPace? = nil
  ) {
    self.code = code
    name = Text(zh, en)
    formerName = former
    self.kind = kind
    self.measure = measure
    self.decimals = decimals
    self.direction = direction
    self.firstMonth = firstMonth
    self.isPart = isPart
    self.defaultTarget = defaultTarget
    self.defaultPace = defaultPace
  }
}
