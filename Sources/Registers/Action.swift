public import TargetEngine

/// Something that an office does again and again to many records, as a command of its module: it
/// proposes what is to be done, which is shown, confirmed, and done in one transaction. Done twice it
/// does nothing more.
///
///     Action("second-round", zh: "二轮招聘", en: "Second round", yearOf: .hired, columns: columns) {
///       scope, others in
///       try vacantPosts(scope, others).map { id, post in
///         .advance(id, post, to: .announced, showing: [.record(id), .text(post.code)]) {
///           $0.round += 1
///         }
///       }
///     }
public struct Action: Sendable {
  /// The word in commands, `second-round`.
  public let name: String
  public let title: Text
  /// The indicator whose plan years it is about; nil when it is about a day alone.
  public let yearOf: IndicatorDeclaration?
  public let propose: @Sendable (QuestionScope, any QuestionReader) throws -> [Proposal]
  private let columns: [Answer.Column]
  private let note: (@Sendable (Int) -> Text)?

  /// - Parameters:
  ///   - columns: of the lines that the proposals show.
  ///   - note: said beneath the table, of so many proposals.
  public init(
    _ name: String, zh: String, en: String, yearOf: IndicatorDeclaration? = nil,
    columns: [Answer.Column], note: (@Sendable (Int) -> Text)? = nil,
    _ propose: @escaping @Sendable (QuestionScope, any QuestionReader) throws -> [Proposal]
  ) {
    (self.propose, self.columns, self.note) = (propose, columns, note)
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
  public let change: Change
  /// What is shown of it, by the action's columns.
  public let line: [Datum]

  public enum Change: Sendable {
    /// A new record; one with its natural key that is there already stays as it is.
    case add(RecordState)
    /// A move into a stage on the action's day, with fields that go with it; nothing where the record
    /// is in that stage.
    case advance(RecordID, to: String, edit: @Sendable (RecordState) -> RecordState)
  }

  public static func add<Record: Register>(_ record: Record, showing line: [Datum]) -> Proposal {
    let moves = record.moves.all.map { StageMove(stage: $0.stage.rawValue, day: $0.day) }
    let state = RecordState(data: Record.fields.map { $0.read(record) }, moves: moves)
    return Proposal(register: Record.id, change: .add(state), line: line)
  }

  /// - Parameter edit: sets fields of the record as it is when the move is made.
  public static func advance<Record: Register>(
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
