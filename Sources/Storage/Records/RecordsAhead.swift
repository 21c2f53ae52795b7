public import Database
public import Registers
public import TargetEngine

/// Stages and dated values that begin after a day. A record's columns say what holds in the end, which
/// nearly always holds today as well; the few records where it does not are given with the question.
extension RecordQuery.Subject {
  /// Whether a record's column may say what holds only from a later day on.
  public func mayLieAhead(in shape: RegisterShape) -> Bool {
    switch self {
    case .stage: !shape.stagesAhead.isEmpty
    case .place, .note: false
    case .field(let field): shape.datedFields.contains(field)
    }
  }
}

extension RecordState {
  /// What a record says of a subject. A dated value counts as its last.
  public func value(of subject: RecordQuery.Subject, in shape: RegisterShape) -> Datum {
    switch subject {
    case .stage: .text(shape.stage(of: self))
    case .place: .empty
    case .note: note.isEmpty ? .empty : .text(note)
    case .field(let field):
      if case .dated(let dated) = data[field] {
        dated.latest.map { .int($0) } ?? .empty
      } else {
        data[field]
      }
    }
  }
}

extension Ledger {
  /// The records in force whose columns of some subjects say what holds only after a day.
  ///
  /// What is kept beside such a column ends with the day and the value that it has:
  /// `20210101:120;20210801:130`.
  public func recordsAhead(
    of day: Day, _ subjects: Set<RecordQuery.Subject>, in shape: RegisterShape, limit: Int
  ) throws(StorageError) -> [RecordState] {
    let table = self.table(shape)
    var values: [Value] = [.text("\(day.rawValue)")]
    let tests = subjects.filter { $0.mayLieAhead(in: shape) }.map { subject in
      guard case .field(let field) = subject else {
        values += shape.stagesAhead.map { .text($0) }
        let stages = values.indices.suffix(shape.stagesAhead.count).map { "?\($0 + 1)" }
        return "stage IN (\(stages.joined(separator: ", "))) AND \(lastDay("moves", "stage")) > ?1"
      }
      let columns = RegisterTable.columns(shape.fields[field])
      return "\(lastDay(columns[1], "CAST(\(columns[0]) AS TEXT)")) > ?1"
    }
    if tests.isEmpty { return [] }
    values.append(Value(limit))
    return try connection.rows(
      "SELECT \(table.list) FROM \(table.name) WHERE removed = 0 AND (\(tests.joined(separator: " OR ")))"
        + " LIMIT ?\(values.count)", values
    ) { table.state($0) }
  }

  /// The day before the last value of a text, in SQL.
  private func lastDay(_ steps: String, _ value: String) -> String {
    "SUBSTR(\(steps), LENGTH(\(steps)) - LENGTH(\(value)) - 8, 8)"
  }
}
