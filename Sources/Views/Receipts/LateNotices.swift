internal import Desk
internal import Reports
internal import Sentences
internal import TargetEngine

extension [LateNotice] {
  /// Each on a line of its own; of several each names what it is about.
  func sentences(_ w: Wording) -> String {
    map { "\n" + $0.sentence(w, about: count > 1 ? $0.subject(w) : "") }.joined()
  }

  /// The closed months of all of them, and the last month in whose report one shows.
  var json: [(String, JSONValue)] {
    if isEmpty { return [] }
    let months = Set(flatMap(\.months)).sorted()
    let next = filter(\.isShown).map(\.next).max()
    return [
      ("closedMonths", .array(months.map { .string($0.description) })),
      ("shownIn", JSONValue(next?.description)),
    ]
  }
}

extension LateNotice {
  private static let namedIndicators = 3

  fileprivate func subject(_ w: Wording) -> String {
    if indicators.isEmpty { return "" }
    return w.some(
      indicators.map { $0.title(w.language) }, most: LateNotice.namedIndicators, measure: "项",
      all: nil)
      + w("：", ": ")
  }

  fileprivate func sentence(_ w: Wording, about subject: String) -> String {
    let list = w.list(months.map(\.description))
    return switch change {
    case .figures:
      w(
        "注意：\(subject)\(list) 已结账，报表不再变动；差额在 \(next) 月报中列为更正。",
        "Note: \(subject)closed already: \(list). Its report stays as it is; the difference is a correction in that"
          + " of \(next).")
    case .noted:
      w(
        "注意：\(subject)\(list) 已结账，报表不再变动；\(next) 月报不为此列更正，在附注里写明上月的数。",
        "Note: \(subject)closed already: \(list). Its report stays as it is; the report of \(next) has no"
          + " correction for it, but a note on the month before.")
    case .settled:
      w(
        "注意：\(subject)\(list) 已结账，报表不再变动；\(next.previous) 的累计与已结账的报表又一致，\(next) 月报不为此列更正。",
        "Note: \(subject)closed already: \(list). Its report stays as it is; what \(next.previous) has to date"
          + " agrees with its closed report again, so that the report of \(next) has no correction for it."
      )
    case .passing:
      w(
        "注意：\(subject)\(list) 已结账，报表不再变动；最后结账月份的累计不因此改变，以后的报表不为此列更正。",
        "Note: \(subject)closed already: \(list). Its report stays as it is; what the last closed month has to"
          + " date does not change by it, so that no report shows a correction for it.")
    case .target:
      w(
        "注意：\(subject)\(list) 已结账，报表仍用原来的任务数；任务数的变动自 \(next) 月报起采用。",
        "Note: \(subject)closed already: \(list). Its report keeps the earlier target; that of \(next) has the"
          + " change.")
    case .tree where !isShown:
      w(
        "注意：截至 \(list) 已结账的报表仍按原来的上级；没有数因此变动，以后的报表不列更正。",
        "Note: closed up to \(list). These reports keep the units as they were; no figure is another by it, so that"
          + " no report shows a correction.")
    case .tree:
      w(
        "注意：截至 \(list) 已结账的报表仍按原来的上级；差额在 \(next) 月报中列为更正。",
        "Note: closed up to \(list). These reports keep the units as they were; the difference is a"
          + " correction in that of \(next).")
    }
  }
}
