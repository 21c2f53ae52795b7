public import Desk
public import Registers
internal import Reports
internal import Sentences
public import TargetEngine

/// What is said of records that were written.
public struct RecordReceipts {
  private let desk: Desk
  private let names: RecordNames
  private let w: Wording

  /// - Parameters:
  ///   - names: in the same language.
  ///   - whole: the command that shows all that was written.
  public init(_ desk: Desk, _ names: RecordNames, _ language: Language, whole: String?) {
    self.desk = desk
    self.names = names
    w = Wording(language, whole: whole)
  }

  /// Records of one register, and where they stand now.
  ///
  /// - Parameter verb: what was done with them.
  public func changed(
    _ verb: Text, _ states: [RecordState], in shape: RegisterShape, isWritten: Bool = true
  ) throws -> Receipt {
    let records = RecordView(shape, names, w.language)
    let verb = isWritten ? verb(w.language) : w("未变（没有写入）", "Unchanged (nothing written)")
    var lines = try states.prefix(Wording.shown).map { "\(verb) \(try records.summary($0))" }
    let rest = states.count - Wording.shown
    if rest > 0 {
      lines.append(
        w("……另 \(rest) 条，共 \(states.count) 条。", "… and \(rest) more.") + w.way(to: w.whole))
    }
    return Receipt(
      lines.joined(separator: "\n"),
      [("records", .array(try desk.shown(states, in: shape).map { try records.json($0) }))])
  }

  /// Records that an action added or moved.
  public func done(
    _ done: [(shape: RegisterShape, state: RecordState, isNew: Bool)]
  ) throws -> Receipt {
    var lines: [String] = []
    var records: [JSONValue] = []
    for (shape, state, isNew) in done {
      let view = RecordView(shape, names, w.language)
      let verb = isNew ? w("已添加", "Added") : w("已推进", "Moved")
      lines.append("\(verb) \(try view.summary(state))")
      records += try desk.shown([state], in: shape).map { try view.json($0) }
    }
    if lines.isEmpty { lines = [w("没有要办的。", "There is nothing to do.")] }
    return Receipt(lines.joined(separator: "\n"), [("records", .array(records))])
  }

  /// Which record stands for both now, and which records name it instead of the other.
  public func merged(_ merged: MergedRecords, in shape: RegisterShape) throws -> Receipt {
    let records = RecordView(shape, names, w.language)
    let (kept, removed) = (try records.summary(merged.kept), names.id(merged.removed.id))
    var lines = [w("已合并 \(removed) → \(kept)", "Merged \(removed) into \(kept)")]
    for (other, state) in merged.referrers.prefix(Wording.shown) {
      let title = other.name.title(w.language)
      let name = "\(title) \(names.id(state.id)) \(try names.label(state, other))"
      lines.append(w("改指：\(name)", "Now names it: \(name)"))
    }
    let rest = merged.referrers.count - Wording.shown
    if rest > 0 {
      lines.append(w("……另 \(rest) 条。", "… and \(rest) more.") + w.way(to: w.whole))
    }
    let referrers = merged.referrers.map { other, state in
      JSONValue.object([("register", .string(other.id)), ("id", .string(names.id(state.id)))])
    }
    return Receipt(
      lines.joined(separator: "\n"),
      [
        ("record", try records.json(merged.kept)), ("removed", .string(removed)),
        ("referrers", .array(referrers)),
      ])
  }
}
