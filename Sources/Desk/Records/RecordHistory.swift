public import Journal
public import Registers
internal import Storage
public import TargetEngine

/// One change of a record: who, when, and which fields from what to what.
public struct RecordChange: Sendable {
  /// The transaction that changed the record.
  public var row: JournalRow
  /// The fields that it changed.
  public var fields: [ChangedField]
}

/// A field of a record before and after a change.
public struct ChangedField: Sendable {
  /// The stable name for machines.
  public var name: String
  /// What people call it.
  public var title: Text
  /// As it is shown.
  public var before, after: String
  /// What it says, without a language.
  public var values: (before: Value, after: Value)

  /// What a field says.
  public enum Value: Sendable {
    /// The value of one of the register's fields.
    case datum(Datum, FieldKind)
    /// The moves that the other state does not have.
    case moves([StageMove])
    /// A text that every record may have; empty for none.
    case text(String)
    /// Whether something is so.
    case flag(Bool)
  }
}

extension Desk {
  /// What became of a record, oldest first, and who found it by a secret.
  public func history(
    of record: RecordState, in shape: RegisterShape, _ names: RecordNames, _ language: Language
  ) throws -> [RecordChange] {
    let changes = try changes(of: record.id, in: shape, names, language)
    return (changes + (try searches(finding: record, in: shape, language)))
      .sorted { $0.row.transaction < $1.row.transaction }
  }

  /// What became of a record, oldest first.
  func changes(
    of record: RecordID, in shape: RegisterShape, _ names: RecordNames, _ language: Language
  ) throws -> [RecordChange] {
    let erasure = try ledger.erasure(of: record)
    var before = PastRecord(shape: shape, state: nil)
    return try ledger.history(of: record, in: shape).map { row, shape, state in
      let now = PastRecord(shape: shape, state: try state.map { try shown([$0], in: shape)[0] })
      defer { before = now }
      var fields = try differences(before, now, names, language)
      if let erasure, erasure.transaction == row.transaction {
        let done = Text("内容已销毁（\(erasure.document)）", "erased (\(erasure.document))")
        fields.append(
          ChangedField(
            name: "erased", title: Text("状态", "State"), before: "", after: done(language),
            values: (.text(""), .text(erasure.document))))
      }
      return RecordChange(row: row, fields: fields)
    }
  }

  private func differences(
    _ past: PastRecord, _ now: PastRecord, _ names: RecordNames, _ language: Language
  ) throws -> [ChangedField] {
    var found: [ChangedField] = []
    func compare(
      _ name: String, _ title: Text, _ before: String, _ after: String,
      _ values: (ChangedField.Value, ChangedField.Value)
    ) {
      if before == after { return }
      found.append(
        ChangedField(name: name, title: title, before: before, after: after, values: values))
    }
    for field in now.fields(beside: past) {
      let (was, value) = (past.value(of: field), now.value(of: field))
      let (before, after) = try names.change(from: was, to: value, field.kind)
      compare(
        field.name, field.title, before, after, (.datum(was, field.kind), .datum(value, field.kind))
      )
    }
    let (shape, old, new) = (now.shape, past.state, now.state)
    let (before, after) = RecordHistoryMoves.parted(old?.moves ?? [], new?.moves ?? [])
    let moves = { (moves: [StageMove]) in
      moves.map { "\(shape.title(ofStage: $0.stage)(language)) \($0.day)" }
        .joined(separator: " → ")
    }
    let (stage, note) = (SystemColumn.stage, SystemColumn.note)
    compare(
      stage.rawValue, stage.title, moves(before), moves(after), (.moves(before), .moves(after)))
    let (was, now) = (old?.note ?? "", new?.note ?? "")
    compare(note.rawValue, note.title, was, now, (.text(was), .text(now)))
    let removed = { (state: RecordState?) in
      state?.isRemoved == true ? Text("已作废", "removed")(language) : ""
    }
    compare(
      "removed", Text("状态", "State"), removed(old), removed(new),
      (.flag(old?.isRemoved == true), .flag(new?.isRemoved == true)))
    return found
  }
}

extension RecordNames {
  /// What a change of a value is told as: the value before and after with its days, of a list only the
  /// members that it lost and gained.
  fileprivate func change(
    from old: Datum, to new: Datum, _ kind: FieldKind
  ) throws -> (before: String, after: String) {
    guard case (.list(let before), .list(let after)) = (old, new) else {
      return (try steps(old, kind), try steps(new, kind))
    }
    let (lost, gained) = (Set(before).subtracting(after), Set(after).subtracting(before))
    let signed = { (sign: String, members: [Datum.Member]) in
      try members.map {
        sign + ListText.text($0, try self.text($0.value, kind.element))
      }.joined(separator: ListText.separator)
    }
    if lost.isEmpty, gained.isEmpty { return (try steps(old, kind), try steps(new, kind)) }
    return (
      try signed("−", before.filter(lost.contains)), try signed("+", after.filter(gained.contains))
    )
  }

  /// A value with its days, where it has them.
  func steps(_ datum: Datum, _ kind: FieldKind) throws -> String {
    guard case .dated(let dated) = datum, dated.steps.count > 1 else {
      return try text(datum, kind)
    }
    return dated.steps.map { "\($0.from): \(kind.number($0.value))" }.joined(separator: "; ")
  }
}

private enum RecordHistoryMoves {
  /// What two sequences of moves do not begin with together.
  static func parted(
    _ old: [StageMove], _ new: [StageMove]
  ) -> (old: [StageMove], new: [StageMove]) {
    let common = zip(old, new).prefix { $0 == $1 }.count
    return (Array(old.dropFirst(common)), Array(new.dropFirst(common)))
  }
}
