public import TargetEngine

/// A standing list of like things, each at one stage of a lifecycle: declared once, in one file.
public protocol Register: Sendable, Equatable {
  associatedtype Stage: Lifecycle = Listed

  static var name: RegisterName { get }
  /// Counted up when fields are added to a released register: each version is a step of its table.
  static var version: Int { get }
  static var fields: [Field<Self>] { get }
  static var marks: [Mark<Self>] { get }
  static var needs: [Need<Self>] { get }
  static var signatures: [Signature<Self>] { get }
  static var limits: [Limit<Self>] { get }
  static var rules: [GroupRule<Self>] { get }
  static var measures: [Measure<Self>] { get }
  static var groups: [GroupMeasure<Self>] { get }
  static var obligations: [Obligation<Self>] { get }
  static var firsts: [First<Self>] { get }
  static var defaults: [Default<Self>] { get }

  var moves: Moves<Stage> { get set }
  init()

  /// What is wrong with a record by itself, beyond its limits. A rule that looks at other records is
  /// a `GroupRule`.
  func problems() -> [Problem]
}

extension Register {
  public static var version: Int { 1 }
  public static var marks: [Mark<Self>] { [] }
  public static var needs: [Need<Self>] { [] }
  public static var signatures: [Signature<Self>] { [] }
  public static var limits: [Limit<Self>] { [] }
  public static var rules: [GroupRule<Self>] { [] }
  public static var measures: [Measure<Self>] { [] }
  public static var groups: [GroupMeasure<Self>] { [] }
  public static var obligations: [Obligation<Self>] { [] }
  public static var firsts: [First<Self>] { [] }
  public static var defaults: [Default<Self>] { [] }

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
  public var title: Text

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
