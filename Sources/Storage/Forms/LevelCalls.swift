internal import Database
internal import Journal
internal import TargetEngine

/// Somebody who calls for the level of a day.
enum LevelCall {
  /// What people said, in the entry that says so.
  case people(Int64, Entry)
  /// An accepted form, in whose name the level is said.
  case form(FormLevel, teller: String)

  var level: Int64 {
    switch self {
    case .people(let level, _): level
    case .form(let call, _): call.level
    }
  }

  /// Nil for people.
  var teller: String? {
    switch self {
    case .people: nil
    case .form(_, let teller): teller
    }
  }
}

/// Who calls for the levels of days. Of several the one counts who did so last, whatever was undone and brought back
/// since: so a level depends on what is in force, and not on the way there. Source: `forms.md`, "Accepting posts".
struct LevelCalls {
  private let ledger: Ledger
  private let forms: [LevelDay: [(teller: String, call: FormLevel)]]
  /// The transaction that is being undone.
  private let undone: JournalRow?
  /// The first numbers of the transaction that is being written.
  private let (firstChange, firstEntry): (Int64, Int64)
  private var acceptances: [Int64: Int64] = [:]

  /// - Parameters:
  ///   - forms: what accepted submissions call for.
  ///   - transaction: that is being written; nil for a proof.
  init(
    _ ledger: Ledger, _ forms: [FormLevel.Key: FormLevel], in transaction: JournalRow? = nil,
    undoing undone: JournalRow? = nil
  ) {
    (self.ledger, self.undone) = (ledger, undone)
    self.forms = Dictionary(grouping: forms, by: \.key.at).mapValues { calls in
      calls.map { ($0.key.teller, $0.value) }
    }
    firstChange = transaction?.changes.first ?? .max
    firstEntry = transaction?.entries.first ?? .max
  }

  /// The call that counts; nil where nobody calls for a level of the day.
  mutating func last(on day: LevelDay, _ history: LevelHistory) throws -> LevelCall? {
    var calls = (forms[day] ?? []).sorted { $0.teller < $1.teller }
      .map { LevelCall.form($0.call, teller: $0.teller) }
    if let said = history.saidByPeople(on: day.day), case .said(let level) = said.level {
      calls.append(.people(level, said))
    }
    // Nearly always there is one, and nobody need be asked since when.
    if calls.count < 2 { return calls.first }
    return try calls.map { (call: $0, since: try beginning(of: $0)) }
      .max { $0.since < $1.since }?.call
  }

  /// The statement by which a call was last made, to be brought back as it stood; nil where it was made by none.
  mutating func statement(
    of call: LevelCall, on day: LevelDay, _ history: LevelHistory
  ) throws -> Entry? {
    let said = history.entries.filter { $0.day == day.day && $0.says(call) }
    if said.count < 2 { return said.first }
    // The same may have been said or accepted at other times.
    let since = try beginning(of: call)
    return try said.last { entry in
      if entry.seq >= firstEntry { return true }
      guard let row = try ledger.transaction(ofEntry: entry.seq) else { return false }
      return try ledger.wasInForce(since, before: row.transaction + 1)
    }
  }

  /// The transaction that first made a call: said a level, or accepted a form.
  private mutating func beginning(of call: LevelCall) throws -> Int64 {
    switch call {
    case .people(_, let said): try root(of: said)
    case .form(let call, _): try acceptance(of: call.submission)
    }
  }

  /// The transaction in force that accepted a submission: the last that changed it and is no undo.
  private mutating func acceptance(of submission: Int64) throws -> Int64 {
    if let known = acceptances[submission] { return known }
    let rows = try ledger.rows(changing: .submission, submission, before: firstChange)
    let last = try rows.first { row in
      try row.reverses == 0
        && ledger.isInForce(row.transaction, onceUndone: undone?.transaction ?? 0)
    }
    // What is accepted just now has no earlier one.
    acceptances[submission] = last?.transaction ?? .max
    return last?.transaction ?? .max
  }

  /// The transaction in which people said a level.
  private func root(of said: Entry) throws -> Int64 {
    if let undone, said.seq >= firstEntry, LevelSource.origin(in: said.source) == nil {
      return try ledger.root(of: undone)
    }
    return try ledger.root(of: said) ?? 0
  }
}

extension Transaction {
  /// Says of days what is called for there last, as it stood before, and tells it where another level stood.
  ///
  /// - Parameter emptied: those whose levels this transaction took back.
  func settle(
    _ days: Set<LevelDay>, emptied: Set<LevelDay>, _ forms: [FormLevel.Key: FormLevel],
    undoing undone: JournalRow?
  ) throws {
    var calls = LevelCalls(ledger, forms, in: journal.row, undoing: undone)
    var (entries, statements): ([Entry], [LevelStatement]) = ([], [])
    for (place, days) in Dictionary(grouping: days, by: \.place).sorted(by: { $0.key < $1.key }) {
      var history = try ledger.levels(at: place)
      for day in days.sorted(by: { $0.day < $1.day }) {
        guard let call = try calls.last(on: day, history) else { continue }
        let standing = history.statement(on: day.day)
        if let standing, standing.says(call) { continue }
        if standing != nil || emptied.contains(day) { levelsReplaced.insert(day) }
        if let said = try calls.statement(of: call, on: day, history) {
          entries += try history.bringBack(said) ?? []
        } else {
          var statement = LevelStatement(place, on: day.day, level: call.level)
          statement.teller = call.teller
          statements.append(statement)
        }
      }
    }
    try post(entries)
    _ = try say(statements)
  }
}

extension Entry {
  /// Whether it is the statement of a call.
  func says(_ call: LevelCall) -> Bool { formTeller == call.teller && level == .said(call.level) }
}

extension Ledger {
  /// The transactions that changed a thing, the last first.
  ///
  /// - Parameter change: only earlier changes are looked at.
  fileprivate func rows(
    changing subject: Change.Subject, _ object: Int64, before change: Int64
  ) throws -> [JournalRow] {
    let numbers = try connection.rows(
      """
      SELECT (SELECT tx FROM journal WHERE changes > 0 AND first_change <= c.seq
        ORDER BY first_change DESC LIMIT 1)
      FROM change c WHERE c.subject = ?1 AND c.object = ?2 AND c.seq < ?3 ORDER BY c.seq DESC
      """, [.text(subject.rawValue), .int(object), .int(change)]
    ) { $0.int(0) }
    return try numbers.compactMap { try transaction($0) }
  }
}
