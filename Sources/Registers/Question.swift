public import TargetEngine

/// A question that an office asks of its registers again and again, as a command of its module:
/// which villages have no doctor, who is over and who is under establishment.
public struct Question: Sendable {
  /// The word in commands, `blank-villages`.
  public let name: String
  public let title: Text
  public let answer: @Sendable (QuestionScope, any QuestionReader) throws -> Answer

  public init(
    _ name: String, zh: String, en: String,
    _ answer: @escaping @Sendable (QuestionScope, any QuestionReader) throws -> Answer
  ) {
    self.name = name
    title = Text(zh, en)
    self.answer = answer
  }
}

/// What a question is about.
public struct QuestionScope: Sendable {
  public var day: Day
  public var year: Int

  public init(day: Day, year: Int) {
    self.day = day
    self.year = year
  }
}

/// How a question looks at the registers and at the units.
public protocol QuestionReader: RecordReader {
  /// Every record in force of a register.
  func states(of register: String) throws -> [RecordState]
  /// The units of a kind that exist on a day, in the order of their codes.
  func units(of kind: UnitKind, on day: Day) throws -> [UnitID]
}

extension QuestionReader {
  public func records<Target: Register>(
    _ type: Target.Type
  ) throws -> [(id: RecordID, record: Target)] {
    try states(of: Target.id).map { ($0.id, Target($0)) }
  }
}

/// An answer as a table of values.
public struct Answer: Sendable {
  public struct Column: Sendable {
    public enum Content: Sendable {
      case value(FieldKind)
      /// The records that the answer is about, by their numbers.
      case record
    }

    public var name: String
    public var title: Text
    public var content: Content

    public init(_ name: String, zh: String, en: String, _ kind: FieldKind) {
      self.init(name, zh: zh, en: en, .value(kind))
    }

    public init(_ name: String, zh: String, en: String, _ content: Content) {
      self.name = name
      title = Text(zh, en)
      self.content = content
    }
  }

  public var columns: [Column]
  public var rows: [[Datum]]
  public var notes: [Text]

  public init(columns: [Column], rows: [[Datum]], notes: [Text] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
