public import TargetEngine

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
public protocol Register: Sendable, Equatable {
  associatedtype Stage: Lifecycle = Listed

  /// The module and the word by which commands call it, with its titles.
  static var name: RegisterName { get }
  /// Raised when fields are added to a released register: each version is a step of its table.
  static var version: Int { get }
  /// Its fields, in the order of forms and files.
  static var fields: [Field<Self>] { get }
  /// The day fields that hold the day of a move.
  static var marks: [Mark<Self>] { get }
  /// The fields that a move requires.
  static var needs: [Need<Self>] { get }
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
  /// The fields that keep the first day of another.
  static var firsts: [First<Self>] { get }
  /// The fields that are filled in where they are empty.
  static var defaults: [Default<Self>] { get }

  /// The stages that the record has entered.
  var moves: Moves<Stage> { get set }
  /// A record of which nothing is known.
  init()

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
  public static var firsts: [First<Self>] { [] }
  /// None.
  public static var defaults: [Default<Self>] { [] }

  /// Nothing.
  public func problems() -> [Problem] { [] }

  /// `clinics.project`.
  public static var id: String { "\(name.module).\(name.word)" }

  /// The stage that the record is in.
  public var stage: Stage? { moves.all.last?.stage ?? Stage.allCases.first }

  /// The stage that the record was in on a day.
  public func stage(on day: Day) -> Stage? {
    moves.all.last { $0.day <= day }?.stage ?? Stage.allCases.first
  }
}

/// What a register is called.
public struct RegisterName: Sendable, Hashable {
  /// The module that it belongs to.
  public var module: String
  /// The word in commands, tables and files.
  public var word: String
  /// What people read.
  public var title: Text

  /// A name; a released word never changes, since it is the name of the table.
  public init(_ module: String, _ word: String, zh: String, en: String) {
    self.module = module
    self.word = word
    title = Text(zh, en)
  }

  /// Whether a word means this register: its word, its title in either language, or its id.
  public func isNamed(_ text: String) -> Bool {
    [word, title.zh, title.en, "\(module).\(word)"].contains(text)
  }
}
