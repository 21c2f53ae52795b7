public import TargetEngine

/// Months that cannot be closed yet or again.
extension Wording {
  func notClosed(_ month: Month) -> String {
    self(
      "\(month) 还没有结账，无从重新出具。首次结账请去掉 --reissue。",
      "\(month) is not closed yet, so there is nothing to reissue. Close it first, without"
        + " --reissue.")
  }

  func alreadyClosed(_ month: Month, _ modules: [String]) -> String {
    let which = modules.isEmpty ? "" : self("（\(list(modules))）", " (\(list(modules)))")
    return self(
      "\(month) 已经结账\(which)。如需重新出具，请加 --reissue 并写明理由。",
      "\(month) is closed already\(which). For a new edition add --reissue REASON.")
  }

  func closeFirst(_ month: Month) -> String {
    self(
      "结账须逐月进行，下一个应结的月份是 \(month)。请运行 taizhang close \(month)。",
      "Months close in order, and \(month) is next. Run 'taizhang close \(month)'.")
  }

  public func notBefore(_ first: Month, _ month: Month) -> String {
    self(
      "--from 应写 \(month) 以前的月份，现为 \(first)。",
      "--from names a month before \(month), not \(first).")
  }

  public func noEdition(_ month: Month, _ edition: Int, _ count: Int) -> String {
    count == 0
      ? self(
        "\(month) 还没有结账，没有第 \(edition) 版。请去掉 --edition。",
        "\(month) is not closed and has no edition \(edition). Leave --edition out.")
      : self(
        "\(month) 没有第 \(edition) 版，共有 \(count) 版。请用 1 至 \(count)。",
        "\(month) has no edition \(edition), only \(count). Name one from 1 to \(count).")
  }

  public func alsoClosed(_ months: [Month], isReissue: Bool) -> String {
    let names = list(months.map(\.description))
    return isReissue
      ? self("其后已结账的 \(names) 随之出新版。", "New editions also of the later months \(names).")
      : self("连同 \(names)。", "Closed as well: \(names).")
  }

  /// Figures recorded after closing a month early will be corrections.
  public func notOver(_ month: Month) -> String {
    self(
      "\(month) 还没有过完，结账以后再登记的本月数只能作为更正列入下月报表。",
      "\(month) has not ended. Figures recorded after closing will appear as corrections in the next"
        + " month's report.")
  }

  /// The first month to be closed is far from any other.
  public func farFirst(_ month: Month, figuresFrom first: Month?) -> String {
    let figures = first.map {
      self("，最早的数据在 \($0)", " The earliest figures are of \($0).")
    }
    return self(
      "\(month) 是第一个要结账的月份，离得很远\(figures ?? "")。结账不能撤销，以后须从 \(month.next) 起逐月接着结。"
        + "请核对月份。",
      "\(month) would be the first month to be closed, and is far away.\(figures ?? "") A closing is not"
        + " undone, and every month from \(month.next) on would have to be closed in turn. Check the"
        + " month.")
  }

  var closeWithYes: String { self("确要现在结账，请加 --yes。", "To close it now add --yes.") }

  /// Earlier months have figures and stay open.
  public func openBefore(_ months: [Month]) -> String {
    self(
      "提示：这是第一次结账，此前 \(list(months.map(\.description))) 已有数据，不再结账，报表仍按最新数据出具。",
      "Note: this is the first closing. Earlier months have figures and stay open for ever: "
        + "\(list(months.map(\.description))).")
  }

  func notYet(_ month: Month) -> String {
    self(
      "\(month) 还没有开始，不能结账。请等到该月再结，或核对月份。",
      "\(month) has not begun and cannot be closed. Wait for it, or check the month.")
  }
}
