internal import Desk
internal import Forms
internal import TargetEngine

extension FormObjection {
  func sentence(_ w: Wording) -> String {
    switch self {
    case .empty:
      return w(
        "一行也没有填。没有的填 0，或报零报告。",
        "Nothing is filled in. Write 0 where there is none, or send a nil return.")
    case .misplaced(let line):
      return w("第 \(line) 行不能填这样的内容。", "What stands in line \(line) has no place there.")
    case .missing(let line, let title):
      return w(
        "第 \(line) 行“\(title.zh)”必填。没有的填 0。",
        "Line \(line), \(title.en), is required. Write 0 where there is none.")
    case .broken(let check, let left, let right):
      return w(
        "审核不通过：\(w.rule(check))，现在左边是 \(left)，右边是 \(right)。",
        "This must hold: \(w.rule(check)); it is \(left) and \(right).")
    case .unexplained(let check, let left, let right):
      return w(
        "请核实并说明：\(w.rule(check))，现在是 \(left) 和 \(right)。差异说明可填在其中任一行。",
        "Check and explain: \(w.rule(check)); it is \(left) and \(right). Explain at any of its lines."
      )
    case .differs(let difference):
      return difference.sentence(w)
    }
  }
}

extension SourceDifference {
  /// What the source has.
  func source(_ w: Wording) -> String {
    sourced.map { "\($0)" } ?? w("无数", "nothing")
  }

  /// What stands there may be a person's, or what the source had when it was drafted.
  fileprivate func sentence(_ w: Wording) -> String {
    guard let sourced else {
      return w(
        "第 \(line) 行现在是 \(written)，系统现在没有数。请清空；仍用 \(written) 的，请填差异说明。",
        "Line \(line) has \(written), the system nothing now. Empty it, or keep \(written) and explain the"
          + " difference.")
    }
    return w(
      "第 \(line) 行现在是 \(written)，系统现有 \(sourced)。用系统的数，请改成 \(sourced)；仍用 \(written)，请填差异说明。",
      "Line \(line) has \(written), the system \(sourced) now. Write \(sourced), or keep \(written) and explain"
        + " the difference.")
  }
}
