internal import Desk
internal import Forms
internal import Reports
internal import Sentences
internal import TargetEngine

extension [MovedForm] {
  /// Each form and period on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    listed(w, all: nil) {
      $0.sentence(w)
    } more: { count in
      w("共有 \(count) 期报表的汇总因此变动。", "In all, sums of \(count) forms and periods are others by it.")
    }
  }

  var json: [(String, JSONValue)] {
    isEmpty ? [] : [("movedForms", .array(map(\.json)))]
  }
}

extension MovedForm {
  fileprivate func sentence(_ w: Wording) -> String {
    let what = "\(form.version(of: period).title(w.language)) \(period)"
    if isMerger { return merger(what, w) }
    let moved = w(
      "注意：\(what) 已报，\(w.names(of: units)) 的数改在新的上级汇总。",
      "Note: \(what) was sent: what \(w.names(of: units)) sent is in the sums of the units above it now."
    )
    if others.isEmpty { return moved }
    return moved
      + w(
        "其中系统取数的行，\(w.names(of: others)) 报的是移动以前的数，汇总可能重复或漏计，请核对，必要时退回重报。",
        " Lines from sources: what \(w.names(of: others)) sent is as it was before, so that sums may count twice or"
          + " too little. Check them, and return them where needed.")
  }

  private func merger(_ what: String, _ w: Wording) -> String {
    let senders = w.names(of: units + others)
    return w(
      "注意：\(what)，\(senders) 在撤并登记以前已报。并入单位的时点数和系统取数的行要含撤并的单位，请核对，不含的退回重报。",
      "Note: \(what) was sent by \(senders) before this merger. Levels and lines from sources of the unit that goes on have"
        + " to have the other in them: check them, and return what has not.")
  }

  fileprivate var json: JSONValue {
    .object([
      ("form", .string(form.code)), ("period", .string("\(period)")),
      ("units", .array(units.map { .string($0.code) })),
      ("others", .array(others.map { .string($0.code) })), ("merged", .bool(isMerger)),
    ])
  }
}

extension Wording {
  /// The first few units, and how many there are.
  func names(of units: [Unit]) -> String {
    some(units.map(\.title), measure: "个单位", all: nil)
  }
}
