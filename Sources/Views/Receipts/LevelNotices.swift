public import Desk
public import Reports
internal import Sentences
public import TargetEngine

extension [LevelNotice] {
  /// Each level on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    listed(w, all: command) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 个以前登记的时点数因此改变。", "\(count) levels said before are now others.")
    }
  }

  /// The command that lists every level of those days with what it is now.
  private var command: String {
    let codes = Set(map(\.indicator.code))
    let days = map(\.moved.day)
    let words = [
      "taizhang entry list", codes.count == 1 ? codes.first.map { "--indicator \($0)" } : nil,
      days.min().map { "--from \($0)" }, days.max().map { "--to \($0)" }, "--format csv",
    ]
    return words.compactMap { $0 }.joined(separator: " ")
  }

  /// The same for machines.
  public var json: JSONValue { .array(map(\.json)) }

  /// The levels that an undo withdrew after they had replaced others, each on a line of its own.
  func withdrawn(_ w: Wording) -> String {
    listed(w, all: w.whole) {
      $0.withdrawn(w)
    } more: { count in
      w("共有 \(count) 个时点数因此没有了。", "\(count) days have no level any more.")
    }
  }
}

extension LevelNotice {
  /// What a level that is said again becomes, with what it is of.
  func change(_ w: Wording) -> String {
    "\(unit.name) \(indicator.title(w.language)) \(moved.day)"
      + w("（", " (") + "\(indicator.amount(moved.before)) → \(indicator.amount(moved.now))"
      + w("）", ")")
  }

  fileprivate func withdrawn(_ w: Wording) -> String {
    let (before, now) = (indicator.amount(moved.before), indicator.amount(moved.now))
    return w(
      "注意：\(unit.name) \(indicator.name) \(moved.day) 现在没有时点数：\(now) 已撤回，它取代的 \(before) 不会恢复，请重新登记。",
      "Note: \(indicator.title(.en)), \(unit.name), has no level on \(moved.day) any more: \(now) is withdrawn,"
        + " and \(before), which it replaced, does not come back. Say the level again.")
  }

  fileprivate func sentence(_ w: Wording) -> String {
    let (before, now) = (indicator.amount(moved.before), indicator.amount(moved.now))
    return w(
      "注意：\(unit.name) \(indicator.name) \(moved.day) 的时点数由 \(before) 变为 \(now)\(indicator.measure)。",
      "Note: the level of \(indicator.title(.en)), \(unit.name), on \(moved.day) was \(before) and is now"
        + " \(now).")
  }

  var json: JSONValue {
    .object([
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("date", .string(moved.day.description)), ("before", .number(indicator.amount(moved.before))),
      ("now", .number(indicator.amount(moved.now))),
    ])
  }
}
