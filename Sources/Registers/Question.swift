public import TargetEngine

/// A question that an office asks of its registers again and again. It becomes a command of its
/// module.
///
///     static let unheld = Question("unheld", zh: "未实施演练", en: "Drills not held") { scope, others in
///       let drills = try others.records(Drill.self, below: scope.unit).filter {
///         $0.record.stage(on: scope.day) == .planned
///       }
///       return Answer(
///         columns: [
///           Answer.Column("id", zh: "记录号", en: "Record", .record),
///           Answer.Column("planned-on", zh: "计划日期", en: "Planned on", .day),
///         ],
///         rows: drills.map { [.record($0.id), $0.record.plannedOn.datum] })
///     }
///
/// `taizhang emergency unheld --on 2021-06-30 --unit 洪林镇` answers it.
public struct Question: Sendable {
  /// The word in commands, `blank-villages`.
  public let name: String
  /// What people read; a command may also be called by it.
  public let title: Text
  /// The indicator whose plan years it is about; nil when it is about a day alone.
  public let yearOf: IndicatorDeclaration?
  /// A question takes no number behind the year.
  public var numbered: Text? { nil }
  /// Answers it from the registers.
  public let answer: @Sendable (QuestionScope, any QuestionReader) throws -> Answer

  /// - Parameters:
  ///   - name: the word in commands.
  ///   - indicator: the one whose plan year the question is about; the command then takes a year.
  ///   - answer: a pure function of the scope and the registers.
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
  /// The day as of which it is asked.
  public var day: Day
  /// The plan year of the question's indicator; without one the day's calendar year.
  public var year: Int
  /// The number behind the year, such as a round; nil where none was given.
  public var number: Int?
  /// A unit with everything below it; nil for all.
  public var unit: UnitID?
  /// The unit whose targets figures are compared with: the unit asked about, else the office's own;
  /// nil when neither is known.
  public var office: UnitID?

  /// The office is the unit, where one is given.
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
  /// A flow's figures of a unit with all below it by plan year, as its reports have them on a day.
  /// Without a unit those of all units together, which have no target.
  func figures(
    of indicator: IndicatorDeclaration, for unit: UnitID?, on day: Day
  ) throws -> [Int: YearFigure]
}

/// What a unit was to reach in a plan year, and what it reached.
public struct YearFigure: Sendable, Hashable {
  /// Nil where no target was set.
  public var target: Int64?
  /// What records posted and units told as numbers.
  public var actual: Int64

  /// Nothing wanted and nothing reached.
  public init(target: Int64? = nil, actual: Int64 = 0) {
    self.target = target
    self.actual = actual
  }
}

extension QuestionReader {
  /// The records in force of a register that belong to a unit or to one below it, or all.
  public func records<Target: RegisterRecord>(
    _ type: Target.Type, below unit: UnitID?
  ) throws -> [(id: RecordID, record: Target)] {
    try states(of: Target.id, below: unit).map { ($0.id, Target($0)) }
  }
}

/// An answer as a table of values: renderers, JSON and CSV make of it what they need. See
/// `Question`.
public struct Answer: Sendable {
  /// A column with its title.
  public struct Column: Sendable {
    /// What its values are.
    public enum Content: Sendable {
      /// Values as a field of that kind has them.
      case value(FieldKind)
      /// The records that the answer is about, by their numbers.
      case record
      /// A share of a whole in millionths.
      case share
    }

    /// The key in JSON and CSV.
    public var name: String
    /// What people read.
    public var title: Text
    /// What its values are.
    public var content: Content

    /// A column of values of a kind.
    public init(_ name: String, zh: String, en: String, _ kind: FieldKind) {
      self.init(name, zh: zh, en: en, .value(kind))
    }

    /// A column of records or of shares.
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

  /// Its columns.
  public var columns: [Column]
  /// Its rows, each with a value for each column.
  public var rows: [[Datum]]
  /// What is said beneath the table.
  public var notes: [Text]

  /// Rows have as many values as there are columns.
  public init(columns: [Column], rows: [[Datum]], notes: [Text] = []) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
