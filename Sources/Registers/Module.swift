public import TargetEngine

/// One line of work of an office: a word for commands, a title, and what it declares.
///
///     static let emergency = Module(
///       name: "emergency", title: Text("应急管理", "Emergency management"),
///       registers: [RegisterSlot(Drill.self)], questions: [.unheld], actions: [.cancelLate],
///       indicators: [.drillsPlanned, .drillsHeld], rules: [.evaluation])
///
/// `Suite` lists the modules; nothing else has to be changed for a new one.
public struct Module: Sendable {
  /// The word in commands and before the first dot of indicator codes.
  public var name: String
  /// What people read.
  public var title: Text
  /// Its registers, in the order of menus.
  public var registers: [RegisterSlot]
  /// Its ready questions.
  public var questions: [Question]
  /// What it does to many records at once.
  public var actions: [Action]
  /// Its indicators, in the order of reports.
  public var indicators: [IndicatorDeclaration]
  /// Its rows of the rule table.
  public var rules: [Rule]
  /// What its offices usually have to do again and again.
  public var recurrences: [UsualRecurrence]

  /// A module; it need not declare anything but its name.
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
