public import Journal
public import Registers
internal import Storage
public import TargetEngine

/// One change of a record: who, when, and which fields from what to what.
public struct RecordChange: Sendable {
  /// The transaction that changed the record.
  public var row: JournalRow
  /// The fields that it changed, as they are shown.
  public var fields: [(title: Text, before: String, after: String)]
}

extension Desk {
  /// What became of a record, oldest first.
  public func history(
    of record: RecordState, in shape: RegisterShape, _ names: RecordNames, _ language: Language
  ) throws -> [RecordChange] {
    let erasure = try ledger.erasure(of: record.id)
    var before: RecordState?
    return try ledger.history(of: record.id, in: shape).map { row, state in
      let state = try state.map { try shown([$0], in: shape)[0] }
      defer { before = state }
      var fields = try differences(before, state, shape, names, language)
      if let erasure, erasure.transaction == row.transaction {
        let done = Text("内容已销毁（\(erasure.document)）", "erased (\(erasure.document))")
        fields.append((Text("状态", "State"), "", done(language)))
      }
      return RecordChange(row: row, fields: fields)
    }
  }

  private func differences(
    _ old: RecordState?, _ new: RecordState?, _ shape: RegisterShape, _ names: RecordNames,
    _ language: Language
  ) throws -> [(title: Text, before: String, after: String)] {
    var found: [(title: Text, before: String, after: String)] = []
    func compare(_ title: Text, _ before: String, _ after: String) {
      if before != after { found.append((title, before, after)) }
    }
    for (index, field) in shape.fields.enumerated() {
      let (before, after) = try names.change(
        from: old?.data[index] ?? .empty, to: new?.data[index] ?? .empty, field.kind)
      compare(field.title, before, after)
    }
    let (before, after) = RecordHistoryMoves.parted(old?.moves ?? [], new?.moves ?? [])
    let moves = { (moves: [StageMove]) in
      moves.map { "\(shape.title(ofStage: $0.stage)(language)) \($0.day)" }
        .joined(separator: " → ")
    }
    compare(SystemColumn.stage.title, moves(before), moves(after))
    compare(SystemColumn.note.title, old?.note ?? "", new?.note ?? "")
    let removed = { (state: RecordState?) in
      state?.isRemoved == true ? Text("已作废", "removed")(language) : ""
    }
    compare(Text("状态", "State"), removed(old), removed(new))
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
    return dated.steps.map { "\($0.from): \($0.value)" }.joined(separator: "; ")
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
