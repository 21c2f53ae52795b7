public import TargetEngine

/// What the records of a register have, whatever is declared about them: fields, and the stages that
/// they went through. The parts of a declaration (`Mark`, `Limit`, `Measure`, …) are about this, so
/// that a register is made of them and not they of it.
public protocol RegisterRecord: Sendable, Equatable {
  associatedtype Stage: Lifecycle = Listed

  /// The module and the word by which commands call the register, with its titles.
  static var name: RegisterName { get }
  /// The fields, in the order of forms and files.
  static var fields: [Field<Self>] { get }

  /// The stages that the record has entered.
  var moves: Moves<Stage> { get set }
  /// A record of which nothing is known.
  init()
}

extension RegisterRecord {
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
