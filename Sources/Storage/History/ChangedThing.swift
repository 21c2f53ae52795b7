public import Database
public import Forms
public import Journal
public import TargetEngine

/// A thing beside records that a transaction changed: what it was, and what it is after it. Nil where it was not there.
public enum ChangedThing: Sendable {
  case unit(before: StoredUnit?, now: StoredUnit?)
  case indicator(before: Indicator?, now: Indicator?)
  case sourcing(before: Sourcing?, now: Sourcing?)
  case setting(name: String, before: String?, now: String?)
  /// A file that is known as imported, or not any more.
  case file(name: String, isKnown: Bool)
  /// A target revision that was taken back, or that holds again.
  case target(StoredTarget, isWithdrawn: Bool)
  case closing(Closing)
  /// A record that another one stands for; nil where it stands for itself again.
  case merger(Int64, into: Int64?)
  /// A record whose texts were destroyed, on the ground of a document.
  case erasure(Int64, document: String)
  /// Rows of an import that were left out, since something says the same.
  case passedOver(rows: Int64)
  /// A record whose secrets were looked at, or that was found by them; 0 for none.
  case reveal(Int64)
  /// A form, by its code; nil for a version where it was not there.
  case form(code: String, before: FormDefinition?, now: FormDefinition?)
  /// That a unit does not owe a form.
  case exemption(form: String, before: FormExemption?, now: FormExemption?)
  /// A period for which a form was asked once.
  case asking(form: String, period: String, before: FieldList?, now: FieldList?)
  /// What a unit sends for a form and a period.
  case submission(SubmissionChange)
  /// The key of the secrets, of which nothing is told.
  case key

  /// Whether people see anything of it: not of a merger that was only placed after later targets.
  public var isShown: Bool {
    guard case .unit(var before?, var now?) = self, before.merged != nil, now.merged != nil else {
      return true
    }
    (before.merged, now.merged) = (nil, nil)
    return before != now
  }
}

extension Ledger {
  /// The things beside records, entries and new targets that a transaction changed, in the order of their kinds.
  public func things(changedBy row: JournalRow) throws -> [ChangedThing] {
    try changedThings(row).others.sorted { ($0.0.rawValue, $0.1) < ($1.0.rawValue, $1.1) }
      .compactMap { subject, object in
        let before = try state(of: subject, object, before: row.changes.first)
        return try thing(
          subject, object, before: before, now: state(of: subject, object, before: row.changes.end),
          row)
      }
  }

  /// What a transaction changed beside entries and targets, the newest of a kind first.
  public func changedThings(
    _ row: JournalRow
  ) throws(StorageError) -> (records: [Int64], others: [(Change.Subject, Int64)]) {
    let changes = try connection.rows(
      """
      SELECT DISTINCT subject, object, extent FROM change WHERE seq >= ?1 AND seq < ?2
      ORDER BY object DESC
      """, [.int(row.changes.first), .int(row.changes.end)]
    ) { (subject: Change.Subject(rawValue: $0.text(0)), object: $0.int(1), extent: $0.int(2)) }
    var records: Set<Int64> = []
    var others: [(Change.Subject, Int64)] = []
    for (subject, object, extent) in changes {
      switch subject {
      case .record, .list: records.formUnion(ListBody.objects(from: object, extent))
      case let subject?: others.append((subject, object))
      case nil: break
      }
    }
    return (records.sorted(by: >), others)
  }

  func state(
    of subject: Change.Subject, _ object: Int64, before change: Int64
  ) throws(StorageError) -> FieldList? {
    try connection.first(
      """
      SELECT c.body, t.body FROM change c LEFT JOIN change_text t ON t.seq = c.seq
      WHERE c.subject = ?1 AND c.object = ?2 AND c.seq < ?3 ORDER BY c.seq DESC LIMIT 1
      """, [.text(subject.rawValue), .int(object), .int(change)]
    ) { state($0.text(0), hidden: $0.text(1)) } ?? nil
  }

  private func thing(
    _ subject: Change.Subject, _ object: Int64, before: FieldList?, now: FieldList?,
    _ row: JournalRow
  ) throws(StorageError) -> ChangedThing? {
    switch subject {
    case .unit:
      let unit = { (state: FieldList) in StoredUnit(id: object, fields: state) }
      return .unit(before: before.map(unit), now: now.map(unit))
    case .indicator:
      let indicator = { (state: FieldList) in Indicator(id: object, fields: state) }
      return .indicator(before: before.map(indicator), now: now.map(indicator))
    case .sourcing:
      return .sourcing(
        before: before.flatMap { Sourcing(fields: $0) }, now: now.flatMap { Sourcing(fields: $0) })
    case .setting:
      let (name, value) = (NamedValue.setting.key, NamedValue.setting.value)
      return .setting(
        name: now?[name] ?? before?[name] ?? "", before: before?[value], now: now?[value])
    case .imported:
      let name = NamedValue.imported.value
      return .file(name: now?[name] ?? before?[name] ?? "", isKnown: now != nil)
    case .target:
      guard let target = try target(object) else { return nil }
      return .target(target, isWithdrawn: now?["withdrawn"] == "1")
    case .closing:
      return try closings().first { $0.id == object }.map { .closing($0) }
    case .merger: return .merger(object, into: now?["into"].flatMap { Int64($0) })
    case .erasure: return .erasure(object, document: now?["document"] ?? "")
    case .reveal: return .reveal(object)
    case .key: return .key
    case .passedOver: return now.map { .passedOver(rows: KnownRows($0).count) }
    case .form:
      return .form(
        code: now?["code"] ?? before?["code"] ?? "", before: before.flatMap { FormDefinition($0) },
        now: now.flatMap { FormDefinition($0) })
    case .exemption:
      return .exemption(
        form: try formCode(in: now ?? before), before: before.flatMap { FormExemption(fields: $0) },
        now: now.flatMap { FormExemption(fields: $0) })
    case .asking:
      return .asking(
        form: try formCode(in: now ?? before), period: (now ?? before)?["period"] ?? "",
        before: before, now: now)
    case .submission:
      return .submission(
        SubmissionChange(form: try formCode(in: now ?? before), before: before, now: now))
    case .record, .list: return nil
    }
  }

  /// The code of the form that a state names, also of one that an undo took away.
  private func formCode(in state: FieldList?) throws(StorageError) -> String {
    guard let id = state?["form"].flatMap({ Int64($0) }) else { return "" }
    return try lastKnown(form: id)?.code ?? ""
  }

  private func target(_ seq: Int64) throws(StorageError) -> StoredTarget? {
    try connection.first(
      "SELECT \(StoredTarget.columns) FROM target WHERE seq = ?1", [.int(seq)]
    ) { StoredTarget($0) } ?? nil
  }

  /// The target revisions that a transaction added.
  public func targets(addedBy row: JournalRow) throws(StorageError) -> [StoredTarget] {
    try connection.rows(
      "SELECT \(StoredTarget.columns) FROM target WHERE seq >= ?1 AND seq < ?2 ORDER BY seq",
      [.int(row.targets.first), .int(row.targets.end)]
    ) { StoredTarget($0) }.compactMap { $0 }
  }
}
