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

/// An indicator as a module declares it, once: its handle is what measures post to.
///
///     extension IndicatorDeclaration {
///       static let drillsHeld = IndicatorDeclaration(
///         "emergency.drills-held", zh: "完成演练", en: "Drills held", .flow, "场")
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
  /// The flow whose figure of a plan year is the target where none is set, by code.
  public var defaultTarget: String?

  public init(
    _ code: String, zh: String, en: String, _ kind: Kind, _ measure: String, decimals: Int = 0,
    direction: Direction = .more, defaultTarget: IndicatorDeclaration? = nil
  ) {
    self.code = code
    name = Text(zh, en)
    self.kind = kind
    self.measure = measure
    self.decimals = decimals
    self.direction = direction
    self.defaultTarget = defaultTarget?.code
  }
}
