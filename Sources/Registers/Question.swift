public import TargetEngine

/// A question that an office asks of its registers again and again, as a command of its module:
/// which villages have no doctor, who is over and who is under establishment.
public struct Question: Sendable {
  /// The word in commands, `blank-villages`.
  public let name: String
  public let title: Text
  /// The indicator whose plan years it is about; nil when it is about a day alone.
  public let yearOf: IndicatorDeclaration?
  public let answer: @Sendable (QuestionScope, any QuestionReader) throws -> Answer

  public init(
    _ name: String, zh: String, en: String, yearOf: IndicatorDeclaration? = nil,
    _ answer: @escaping @Sendable (QuestionScope, any QuestionReader) throws -> Answer
  ) {
    self.name = name
    self.yearOf = yearOf
    title = Text(zh, en)
    self.answer = answer
  }
}

/// What a question is about.
public struct QuestionScope: Sendable {
  public var day: Day
  /// The plan year of the question's indicator; without one the day's calendar year.
  public var year: Int
  /// A unit with everything below it; nil for all.
  public var unit: UnitID?
  /// The unit whose targets figures are compared with: that one, else the office's own; nil when it
  /// has told none.
  public var office: UnitID?

  public init(day: Day, year: Int, unit: UnitID? = nil, office: UnitID? = nil) {
    self.office = unit ?? office
    self.day = day
    self.year = year
    self.unit = unit
  }
}

/// How a question looks at the registers and at the units.
public protocol QuestionReader: RecordReader {
  /// The records in force of a register that belong to a unit or to one below it, or all.
  func states(of register: String, below unit: UnitID?) throws -> [RecordState]
  /// The units of a kind that exist on a day, in the order of their codes.
  func units(of kind: UnitKind, on day: Day, below unit: UnitID?) throws -> [UnitID]
  /// A unit's targets of an indicator by year, as they are on a day; none without a unit.
  func targets(of indicator: String, for unit: UnitID?, on day: Day) throws -> [Int: Int64]
}

extension QuestionReader {
  public func records<Target: Register>(
    _ type: Target.Type, below unit: UnitID?
  ) throws -> [(id: RecordID, record: Target)] {
    try states(of: Target.id, below: unit).map { ($0.id, Target($0)) }
  }
}

/// An answer as a table of values.
public struct Answer: Sendable {
  public struct Column: Sendable {
    public enum Content: Sendable {
      case value(FieldKind)
      /// The records that the answer is about, by their numbers.
      case record
      /// A share of a whole in millionths.
      case share
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

  /// A share of a whole in millionths, of which an unfinished one never prints as all of it. Empty
  /// where there is no whole.
  public static func share(_ part: Int64, of whole: Int64?) -> Datum {
    guard let whole, let share = Fraction(part, over: whole),
      let millionths = share.rounded(places: 6)?.units
    else { return .empty }
    return .int(part < whole ? min(millionths, 999_499) : millionths)
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
