public import Database
public import Journal

/// What `verify` found wrong. No finding means that history is as it was written.
public enum Tampering: Sendable, Hashable {
  /// The transaction's rows or header are not what its hash was made from.
  case content(transaction: Int64)
  /// Transactions of these numbers are missing.
  case missing(ClosedRange<Int64>)
  /// Rows that no transaction wrote, in the named table.
  case stray(table: String)
  /// A unit, indicator, setting and so on differs from what a transaction made it.
  case state(subject: Change.Subject, transaction: Int64)
  /// The expected head is not part of this history: its tail was cut or it was rewritten.
  case unexpected(Head)
}

extension Ledger {
  /// Proves the chain from its first transaction to its last.
  ///
  /// - Parameters:
  ///   - expected: a head from a printed report or backup that the history must contain.
  ///   - progress: told the number of entries proved so far.
  public func verify(
    expecting expected: Head? = nil, progress: (Int64) -> Void = { _ in }
  ) throws(StorageError) -> [Tampering] {
    let prover = try Prover(connection)
    var findings = try prover.chain(progress)
    for subject in Change.Subject.allCases where subject.isState {
      findings += try states(subject)
    }
    if let expected, try !contains(expected) { findings.append(.unexpected(expected)) }
    return findings
  }

  private func contains(_ head: Head) throws(StorageError) -> Bool {
    guard head.transaction > 0 else { return head.matches(Head.none.hash) }
    return try transaction(head.transaction).map { head.matches($0.hash) } ?? false
  }

  private func states(_ subject: Change.Subject) throws(StorageError) -> [Tampering] {
    var recorded = try State.recorded(subject, self)
    var wrong: [Int64] = []
    var findings: Set<Tampering> = []
    for (object, state) in try State.current(subject, self) {
      let last = recorded.removeValue(forKey: object)
      guard try !isRecorded(subject, state, last, object) else { continue }
      if last == nil, subject == .target {
        // Nobody withdrew it: the transaction that set it is the one tampered with.
        findings.insert(.content(transaction: try transaction(ofTarget: object)))
      } else {
        wrong.append(last?.seq ?? 0)
      }
    }
    // What is left is recorded but has no row: right only for what is no more.
    for last in recorded.values where !isAbsence(subject, last.state) {
      wrong.append(last.seq)
    }
    for seq in wrong {
      findings.insert(.state(subject: subject, transaction: try transaction(ofChange: seq)))
    }
    return Array(findings)
  }

  /// Whether a thing is as its last change says, and, for a closing, who made it.
  private func isRecorded(
    _ subject: Change.Subject, _ state: FieldList, _ last: (seq: Int64, state: FieldList?)?,
    _ object: Int64
  ) throws(StorageError) -> Bool {
    guard let last else { return false }
    switch subject {
    case .key:
      return last.state.map { MasterKey.isRecorded(state, as: $0) } ?? false
    case .closing:
      let transaction = try connection.first(
        "SELECT tx FROM closing WHERE id = ?1", [.int(object)]
      ) { $0.int(0) }
      let recorded = try self.transaction(ofChange: last.seq)
      return last.state == state && transaction == recorded
    default: return last.state == state
    }
  }

  private func isAbsence(_ subject: Change.Subject, _ state: FieldList?) -> Bool {
    state == nil || (subject == .target && state == StoredTarget.fields(withdrawn: false))
  }

  private func transaction(ofTarget seq: Int64) throws(StorageError) -> Int64 {
    try connection.first(
      "SELECT MAX(tx) FROM journal WHERE targets > 0 AND first_target <= ?1", [.int(seq)]
    ) { $0.int(0) } ?? 0
  }

  func transaction(ofChange seq: Int64) throws(StorageError) -> Int64 {
    // In the order of the index `journal_change`, of which one row is read.
    try connection.first(
      """
      SELECT tx FROM journal WHERE changes > 0 AND first_change <= ?1
      ORDER BY first_change DESC LIMIT 1
      """, [.int(seq)]
    ) { $0.int(0) } ?? 0
  }
}
