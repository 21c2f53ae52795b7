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
      return w(
        "第 \(difference.line) 行填了 \(difference.written)，系统中是 \(difference.source(w))。请改正，或填差异说明。",
        "Line \(difference.line) says \(difference.written), its source \(difference.source(w)). Correct it,"
          + " or explain the difference.")
    }
  }
}

extension SourceDifference {
  /// What the source has.
  func source(_ w: Wording) -> String {
    sourced.map { "\($0)" } ?? w("无数", "nothing")
  }
}
