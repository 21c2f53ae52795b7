public import TargetEngine

/// Something that an office does again and again to many records. It becomes a command of its
/// module.
///
///     static let cancelLate = Action(
///       "cancel-late", zh: "取消逾期演练", en: "Cancel late drills",
///       columns: [Answer.Column("id", zh: "记录号", en: "Record", .record)]
///     ) { scope, others in
///       try others.records(Drill.self, below: scope.unit).compactMap { id, drill in
///         guard drill.stage == .planned, let day = drill.plannedOn, day < scope.day else { return nil }
///         return .advance(id, drill, to: .cancelled, showing: [.record(id)])
///       }
///     }
///
/// The command shows what would be done, and does it in one transaction with `--yes`. Done twice,
/// it changes nothing more: a record with the same key is not added again, and one that is in the
/// stage already is left alone.
public struct Action: Sendable {
  /// The word in commands, `second-round`.
  public let name: String
  /// What people read; a command may also be called by it.
  public let title: Text
  /// The indicator whose plan years it is about; nil when it is about a day alone.
  public let yearOf: IndicatorDeclaration?
  /// What a number behind the year means; nil when it takes none.
  public let numbered: Text?
  /// Proposes what is to be done.
  public let propose: @Sendable (QuestionScope, any QuestionReader) throws -> [Proposal]
  private let columns: [Answer.Column]
  private let note: (@Sendable (Int) -> Text)?

  /// - Parameters:
  ///   - name: the word in commands.
  ///   - indicator: the one whose plan year the action is about; the command then takes a year.
  ///   - numbered: what a number behind the year means, such as a round; it is `scope.number`.
  ///   - columns: of the lines that the proposals show.
  ///   - note: said beneath the table, given the number of proposals.
  ///   - propose: a pure function of the scope and the registers.
  public init(
    _ name: String, zh: String, en: String, yearOf: IndicatorDeclaration? = nil,
    numbered: Text? = nil, columns: [Answer.Column], note: (@Sendable (Int) -> Text)? = nil,
    _ propose: @escaping @Sendable (QuestionScope, any QuestionReader) throws -> [Proposal]
  ) {
    (self.propose, self.columns, self.note) = (propose, columns, note)
    self.numbered = numbered
    (self.name, self.yearOf, title) = (name, yearOf, Text(zh, en))
  }

  /// The proposals as a table.
  public func answer(_ proposals: [Proposal]) -> Answer {
    Answer(
      columns: columns, rows: proposals.map(\.line),
      notes: note.map { [$0(proposals.count)] } ?? [])
  }
}

/// One record that an action would add or move.
public struct Proposal: Sendable {
  /// The id of the register.
  public let register: String
  /// What would become of it.
  public let change: Change
  /// What is shown of it, by the action's columns.
  public let line: [Datum]

  /// What may become of a record.
  public enum Change: Sendable {
    /// A new record; one with its natural key that is there already stays as it is.
    case add(RecordState)
    /// A move into a stage on the action's day, with fields that go with it; nothing where the
    /// record is in that stage.
    case advance(RecordID, to: String, edit: @Sendable (RecordState) -> RecordState)
  }

  /// A new record.
  ///
  ///     .add(drill, showing: [drill.plannedOn.datum])
  ///
  /// - Parameter line: what the table shows of it, by the action's columns.
  public static func add<Record: RegisterRecord>(_ record: Record, showing line: [Datum])
    -> Proposal
  {
    let moves = record.moves.all.map { StageMove(stage: $0.stage.rawValue, day: $0.day) }
    let state = RecordState(data: Record.fields.map { $0.read(record) }, moves: moves)
    return Proposal(register: Record.id, change: .add(state), line: line)
  }

  /// A move of a record into a stage on the action's day.
  ///
  /// - Parameters:
  ///   - record: the record as it was proposed.
  ///   - line: what the table shows of it, by the action's columns.
  ///   - edit: sets fields of the record as it is when the move is made.
  public static func advance<Record: RegisterRecord>(
    _ id: RecordID, _ record: Record, to stage: Record.Stage, showing line: [Datum],
    _ edit: @escaping @Sendable (inout Record) -> Void = { _ in }
  ) -> Proposal {
    Proposal(
      register: Record.id,
      change: .advance(id, to: stage.rawValue) { state in
        var record = Record(state)
        edit(&record)
        var state = state
        for (index, field) in Record.fields.enumerated() { state.data[index] = field.read(record) }
        return state
      }, line: line)
  }
}
