internal import Database
internal import Forms
internal import Journal
internal import TargetEngine

/// The things that the journal keeps states of, as their tables have them now.
enum State {
  /// Of a row that the program cannot have written, since it reads more into it than is there.
  private static let foreign = FieldList()

  /// The present state of everything of one kind, by object.
  static func current(
    _ subject: Change.Subject, _ ledger: Ledger
  ) throws(StorageError) -> [(object: Int64, state: FieldList)] {
    let connection = ledger.connection
    switch subject {
    case .record:
      var states: [(object: Int64, state: FieldList)] = []
      for shape in ledger.allShapes() {
        let table = ledger.table(shape)
        states += try connection.rows("SELECT \(table.list) FROM \(table.name)") { row in
          let state = table.state(row)
          let isAsWritten = table.isAsWritten(row, state)
          return (state.id, isAsWritten ? table.form.fields(of: state) : State.foreign)
        }
      }
      return states
    case .unit:
      return try connection.rows("SELECT \(StoredUnit.columns) FROM unit", []) {
        let unit = StoredUnit($0)
        return (unit.unit.id, unit.isAsWritten($0) ? unit.fields : State.foreign)
      }
    case .indicator:
      return try connection.rows("SELECT \(Indicator.columns) FROM indicator", []) {
        let isAsWritten = Indicator($0).isAsWritten($0)
        return ($0.int(0), isAsWritten ? Indicator.fields($0) : State.foreign)
      }
    case .setting: return try named(.setting, connection)
    case .imported: return try named(.imported, connection)
    case .sourcing:
      return try connection.rows("SELECT id, \(Sourcing.columns) FROM sourcing", []) {
        let isAsWritten = (0...1).contains($0.int(4))
        return (
          $0.int(0), isAsWritten ? Sourcing($0, at: 1)?.fields ?? State.foreign : State.foreign
        )
      }
    case .target:
      return try connection.rows("SELECT seq FROM target WHERE withdrawn <> 0", []) {
        ($0.int(0), StoredTarget.fields(withdrawn: true))
      }
    case .key:
      return try connection.rows("SELECT \(MasterKey.columns), id FROM master_key", []) {
        ($0.int(4), MasterKey($0)?.fields ?? State.foreign)
      }
    case .form:
      return try connection.rows("SELECT id, code, body FROM form", []) {
        let state = FieldList(parsing: $0.text(2))
        return ($0.int(0), state["code"] == $0.text(1) ? state : State.foreign)
      }
    case .exemption:
      return try connection.rows("SELECT id, \(FormExemption.columns) FROM exemption", []) {
        ($0.int(0), FormExemption($0, at: 1)?.fields(of: $0.int(1)) ?? State.foreign)
      }
    case .asking:
      return try connection.rows("SELECT id, form, period, body FROM asking", []) {
        let state = FieldList(parsing: $0.text(3))
        let isAsWritten = state["form"] == "\($0.int(1))" && state["period"] == $0.text(2)
        return ($0.int(0), isAsWritten ? state : State.foreign)
      }
    case .submission: return try submissions(ledger)
    case .reveal, .erasure, .merger, .passedOver, .list: return []
    case .closing:
      return try connection.rows("SELECT \(Closing.columns) FROM closing", []) {
        let closing = Closing($0)
        let isAsWritten = closing.map { Int64($0.form.rawValue) } == $0.int(7)
        return ($0.int(0), isAsWritten ? closing?.fields ?? State.foreign : State.foreign)
      }
    }
  }

  private static func submissions(
    _ ledger: Ledger
  ) throws(StorageError) -> [(object: Int64, state: FieldList)] {
    let columns = SubmissionRow.columns.joined(separator: ", ")
    return try ledger.connection.rows("SELECT \(columns) FROM submission", []) { row in
      let state = FieldList(parsing: row.text(6))
      let isAsWritten = SubmissionRow(row) == SubmissionRow(id: row.int(0), state)
      return (row.int(0), isAsWritten ? state : State.foreign)
    }
  }

  private static func named(
    _ kind: NamedValue, _ connection: any Connection
  ) throws(StorageError) -> [(object: Int64, state: FieldList)] {
    try connection.rows("SELECT id, \(kind.key), \(kind.value) FROM \(kind.table)", []) {
      ($0.int(0), kind.fields($0.text(1), $0.text(2)))
    }
  }

  /// The state that the journal says each thing of one kind has, with the change's number; nil for
  /// one that is no more.
  static func recorded(
    _ subject: Change.Subject, _ ledger: Ledger
  ) throws(StorageError) -> [Int64: (seq: Int64, state: FieldList?)] {
    let connection = ledger.connection
    let rows = try connection.rows(
      """
      SELECT c.object, c.seq, c.body, t.body FROM change c JOIN (
        SELECT object, MAX(seq) AS last FROM change WHERE subject = ?1 GROUP BY object
      ) l ON l.last = c.seq LEFT JOIN change_text t ON t.seq = c.seq
      """, [.text(subject.rawValue)]
    ) { ($0.int(0), (seq: $0.int(1), state: ledger.state($0.text(2), hidden: $0.text(3)))) }
    let last = Dictionary(rows) { first, _ in first }
    return subject == .record ? try listed(ledger).merging(last) { $1 } : last
  }

  /// The states with which records came that a list told of.
  private static func listed(
    _ ledger: Ledger
  ) throws(StorageError) -> [Int64: (seq: Int64, state: FieldList?)] {
    let connection = ledger.connection
    var states: [Int64: (seq: Int64, state: FieldList?)] = [:]
    let lists = try connection.statement(
      "SELECT seq, object, body FROM change WHERE subject = 'list' ORDER BY seq")
    while try lists.step() {
      let (first, object, list) = (lists.int(0), lists.int(1), ListBody(lists.text(2)))
      let rows = try connection.rows(
        "SELECT seq, body FROM change_text WHERE seq >= ?1 AND seq < ?2",
        [.int(first), .int(first &+ Int64(list.count))]
      ) { ($0.int(0), $0.text(1)) }
      let hidden = Dictionary(rows) { first, _ in first }
      for line in 0..<list.count {
        let seq = first &+ Int64(line)
        states[object &+ Int64(line)] = (
          seq, list[line].flatMap { ledger.state($0, hidden: hidden[seq] ?? "") }
        )
      }
    }
    return states
  }
}
