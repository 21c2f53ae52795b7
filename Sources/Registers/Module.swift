public import TargetEngine

/// One line of work of an office: a word for commands, a title, and what it declares.
public struct Module: Sendable {
  /// The word in commands and before the first dot of indicator codes.
  public var name: String
  public var title: Text
  public var registers: [RegisterSlot]
  public var questions: [Question]
  public var actions: [Action]
  public var indicators: [IndicatorDeclaration]
  /// Its rows of the rule table.
  public var rules: [Rule]
  public var recurrences: [UsualRecurrence]

  public init(
    name: String, title: Text, registers: [RegisterSlot] = [], questions: [Question] = [],
    actions: [Action] = [], indicators: [IndicatorDeclaration] = [], rules: [Rule] = [],
    recurrences: [UsualRecurrence] = []
  ) {
    self.name = name
    self.title = title
    self.registers = registers
    self.questions = questions
    self.actions = actions
    self.indicators = indicators
    self.rules = rules
    self.recurrences = recurrences
  }
}

/// An indicator as a module declares it, once: its handle is what measures post to, and what ratios,
/// default targets and paces name.
///
///     extension IndicatorDeclaration {
///       static let drillsPlanned = IndicatorDeclaration(
///         "emergency.drills-planned", zh: "计划演练", en: "Drills planned", .flow, "场", isPart: true)
///       static let drillsHeld = IndicatorDeclaration(
///         "emergency.drills-held", zh: "开展演练", en: "Drills held", .flow, "场",
///         defaultTarget: .flow(drillsPlanned.code), defaultPace: .planned)
///     }
public struct IndicatorDeclaration: Sendable {
  public enum Kind: Sendable, Hashable {
    case flow, stock
    /// Of two indicators, by their codes.
    case ratio(numerator: String, denominator: String)

    public static func ratio(
      _ numerator: IndicatorDeclaration, over denominator: IndicatorDeclaration
    ) -> Kind { .ratio(numerator: numerator.code, denominator: denominator.code) }
  }

  public var code: String
  public var name: Text
  public var kind: Kind
  public var measure: String
  public var decimals: Int
  public var direction: Direction
  /// The month in which its plan years begin.
  public var firstMonth: Int
  /// Whether it only feeds others: reports have a line of it only where a unit has a target for it.
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
  }

  public init(
    _ code: String, zh: String, en: String, _ kind: Kind, _ measure: String, decimals: Int = 0,
    direction: Direction = .more, firstMonth: Int = 1, isPart: Bool = false,
    defaultTarget: DefaultTarget? = nil, defaultPace: DefaultPace? = nil
  ) {
    self.code = code
    name = Text(zh, en)
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
