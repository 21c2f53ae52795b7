internal import Desk
internal import Forms
internal import Reports
internal import Sentences
internal import TargetEngine

extension [OwedAnew] {
  /// Each form on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    listed(w, all: nil) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 张报表的填报单位因此变动。", "In all, other units owe \(count) forms since.")
    }
  }

  var json: [(String, JSONValue)] { listMember("owedAnew", map(\.json)) }
}

extension OwedAnew {
  fileprivate func sentence(_ w: Wording) -> String {
    let title = form.version(of: period).title(w.language)
    let parts = [
      gone.isEmpty
        ? nil : w("不再由 \(w.names(of: gone)) 填报", "no longer owed by \(w.names(of: gone))"),
      added.isEmpty ? nil : w("增加 \(w.names(of: added)) 填报", "now owed by \(w.names(of: added))"),
    ].compactMap(\.self).joined(separator: w("，", "; "))
    return w(
      "注意：\(title) \(period) 起，\(parts)。", "Note: \(title), from \(period) on: \(parts).")
  }

  fileprivate var json: JSONValue {
    .object([
      ("form", .string(form.code)), ("period", .string("\(period)")),
      ("gone", .array(gone.map { .string($0.code) })),
      ("added", .array(added.map { .string($0.code) })),
    ])
  }
}
