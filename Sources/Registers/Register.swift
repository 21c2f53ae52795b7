/// A standing list of like things, each at one stage of a lifecycle. It is declared once, in one
/// file.
///
///     struct Studio: Register {
///       static let name = RegisterName("clinics", "studio", zh: "名医工作室", en: "Expert studio")
///
///       var hospital: UnitReference?
///       var openedOn: Day?
///       var moves = Moves<Stage>()
///
///       static let fields: [Field<Studio>] = [
///         Field("hospital", \.hospital, zh: "医院", en: "Hospital", [.required, .key, .place]),
///         Field("opened-on", \.openedOn, zh: "挂牌日期", en: "Opened on"),
///       ]
///
///       static let marks: [Mark<Studio>] = [Mark(.opened, \.openedOn)]
///
///       static let measures: [Measure<Studio>] = [
///         Measure(.studios) { studio in .each(studio.moves.days(into: .opened)) }
///       ]
///
///       enum Stage: String, Lifecycle {
///         case drafted, opened
///
///         var entry: StageEntry<Stage> {
///           switch self {
///           case .drafted: StageEntry("筹备", "Drafted", to: .opened)
///           case .opened: StageEntry("挂牌", "Opened")
///           }
///         }
///       }
///     }
///
/// Put `RegisterSlot(Studio.self)` into the module's registers: add, set, advance, redate, list,
/// history, import, export, the template and the page of documentation follow from the declaration.
/// A released register keeps its fields; a new one is added with `since:` and the next `version`.
public protocol Register: RegisterRecord {
  /// Raised when fields are added to a released register: each version is a step of its table.
  static var version: Int { get }
  /// The day fields that hold the day of a move.
  static var marks: [Mark<Self>] { get }
  /// The fields that a move requires.
  static var needs: [Need<Self>] { get }
  /// The moves that other records make when one enters a stage.
  static var consequences: [Consequence<Self>] { get }
  /// Who must sign a stage.
  static var signatures: [Signature<Self>] { get }
  /// The values that its fields may have.
  static var limits: [Limit<Self>] { get }
  /// The rules over several records.
  static var rules: [GroupRule<Self>] { get }
  /// What each record posts.
  static var measures: [Measure<Self>] { get }
  /// What records post together.
  static var groups: [GroupMeasure<Self>] { get }
  /// What each record owes by a day.
  static var obligations: [Obligation<Self>] { get }
  /// The list of other records beside which its numbers are shown.
  static var roster: Roster<Self>? { get }
  /// The fields that keep the first day of another.
  static var firsts: [First<Self>] { get }
  /// The fields that are filled in where they are empty.
  static var defaults: [Default<Self>] { get }

  /// What is wrong with a record by itself, beyond its limits. A rule that looks at other records
  /// is a `GroupRule`.
  func problems() -> [Problem]
}

extension Register {
  /// A register begins with version 1.
  public static var version: Int { 1 }
  /// None.
  public static var marks: [Mark<Self>] { [] }
  /// None.
  public static var needs: [Need<Self>] { [] }
  /// None.
  public static var consequences: [Consequence<Self>] { [] }
  /// None.
  public static var signatures: [Signature<Self>] { [] }
  /// None.
  public static var limits: [Limit<Self>] { [] }
  /// None.
  public static var rules: [GroupRule<Self>] { [] }
  /// None.
  public static var measures: [Measure<Self>] { [] }
  /// None.
  public static var groups: [GroupMeasure<Self>] { [] }
  /// None.
  public static var obligations: [Obligation<Self>] { [] }
  /// None.
  public static var roster: Roster<Self>? { nil }
  /// None.
  public static var firsts: [First<Self>] { [] }
  /// None.
  public static var defaults: [Default<Self>] { [] }

  /// Nothing.
  public func problems() -> [Problem] { [] }
}
