public import Registers
public import Storage
public import TargetEngine

/// One change of a record: who, when, and which fields from what to what.
public struct RecordChange: Sendable {
  public var row: JournalRow
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
      let state = try state.map { try shown([$0])[0] }
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
      let text = { (state: RecordState?) in
        try state.map { try names.steps($0.data[index], field.kind) } ?? ""
      }
      compare(field.title, try text(old), try text(new))
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
