public import TargetEngine

/// Units and indicators that cannot be as someone wants them.
extension Wording {
  func emptyText(_ what: Text) -> String {
    self(
      "没有填写\(what.zh)。\(what.zh)不能为空，也不能只有空格。",
      "The \(what.en) is empty. Give one that is more than blanks.")
  }

  func duplicateCode(_ code: String) -> String {
    self(
      "编码\(quote(code))已被使用。请换一个编码。",
      "The code \(quote(code)) is taken already. Choose another.")
  }

  func parentBelow(_ unit: String, _ parent: String) -> String {
    unit == parent
      ? self(
        "\(quote(unit))不能做自己的上级。请另选一个上级单位。",
        "\(quote(unit)) cannot be its own parent. Choose another unit.")
      : self(
        "\(quote(parent))在\(quote(unit))之下，不能做它的上级。请另选一个上级单位。",
        "\(quote(parent)) lies below \(quote(unit)) and cannot be its parent. Choose another unit.")
  }

  func entriesAfter(_ unit: String, _ day: Day, _ last: Day) -> String {
    self(
      "\(quote(unit))在 \(day) 之后还有明细，最后一条在 \(last)。"
        + "请改在 \(last) 或以后停用，或先更正这些明细。",
      "\(quote(unit)) has entries after \(day), the last on \(last). Close it on \(last) or later,"
        + " or correct those entries first.")
  }

  func opensAfterClosing(_ unit: String) -> String {
    self(
      "\(quote(unit))的停用日早于启用日。请核对这两个日期。",
      "\(quote(unit)) would close before it opens. Check the two days.")
  }

  func childOpens(_ child: String, _ day: Day, _ unit: String) -> String {
    self(
      "\(quote(child))归在\(quote(unit))之下，\(day) 才启用，晚于停用日。请核对停用日，"
        + "或先用 unit move 把它归到承接的单位之下。",
      "\(quote(child)) is under \(quote(unit)) and opens on \(day), after the day of closing. Check that day, or"
        + " first put it under the unit that succeeds, with unit move.")
  }

  func closedBefore(_ unit: String, _ day: Day) -> String {
    self(
      "\(quote(unit))已于 \(day) 停用，不能再次停用。如日期有误，请先撤销那次停用。",
      "\(quote(unit)) closed on \(day) already. If that day is wrong, undo the closing first.")
  }

  func noParent(_ unit: String) -> String {
    self(
      "\(quote(unit))没有写上级，它的数不会计入本单位。请写明上级；确是另一个顶级单位的，请用 unit add --root 添加。",
      "\(quote(unit)) has no unit above it, so that its figures would count for nobody. Name the parent; if"
        + " there is none, add it with unit add --root.")
  }

  func parentClosed(_ unit: String, _ parent: String, _ day: Day) -> String {
    self(
      "\(quote(parent))已于 \(day) 停用，\(quote(unit))不能归到它之下。请改为承接它的单位。",
      "\(quote(parent)) closed on \(day), so that \(quote(unit)) cannot be put under it. Name the unit"
        + " that succeeded it.")
  }

  func mergesLater(_ day: Day) -> String {
    self(
      "撤并的日期 \(day) 还没有到：撤并后单位立即归到新的上级之下。请到那天再办，或核对日期。",
      "\(day) is still to come, and a merge puts the unit under the other at once. Do it on that day,"
        + " or check the day.")
  }

  func mergedElsewhere(_ unit: String, _ parent: String) -> String {
    self(
      "\(quote(unit))的上级是\(quote(parent))，并入的却是另一个单位。并入的单位就是它的上级，请核对这两格。",
      "\(quote(unit)) is under \(quote(parent)) and merged into another unit. A merged unit stands under the one"
        + " that took it in: check both cells.")
  }

  func notMergedInto(_ unit: String, _ into: String) -> String {
    self(
      "\(quote(unit))没有并入\(quote(into))，不必写在“未含并入单位”一栏。",
      "\(quote(unit)) was not merged into \(quote(into)): leave it out of the column \(quote("without merged"))."
    )
  }

  func mergerKnown(_ unit: String, _ into: String) -> String {
    self(
      "\(quote(into))已有并入\(quote(unit))之后下达的任务，不能再补入并入以前的。请把这些任务写在一起，一次导入。",
      "\(quote(into)) has targets already that were set when \(quote(unit)) had been merged into it, so that none"
        + " from before can follow. Import all of them together.")
  }

  func badUnitCode(_ code: String) -> String {
    self(
      "\(quote(code))不能作为单位编码。编码不能为空，中间不能有空格或换行，也不能是表格软件改成科学计数的数，应如 341802105。",
      "\(quote(code)) cannot be a unit's code. Write one word without blanks or line breaks, such as"
        + " 341802105; a spreadsheet's 3.4E+11 has lost digits.")
  }

  func badIndicatorCode(_ code: String) -> String {
    self(
      "\(quote(code))不是指标编号。编号应为“模块.名称”，只用英文字母、数字、点、横线和下划线，"
        + "如 clinics.accepted。",
      "\(quote(code)) cannot be an indicator's id. Write module.name in Latin letters, digits,"
        + " dots, hyphens and underscores, such as clinics.accepted.")
  }

  func badDecimals(_ count: Int) -> String {
    self(
      "小数位不能是 \(count)。请填 0 到 4 的整数。",
      "An indicator cannot have \(count) decimals. Give a whole number from 0 to 4.")
  }

  func badRatio(_ indicator: String) -> String {
    about(
      indicator: indicator,
      self(
        "分子和分母填得不对。比率指标两项都要填，且都不能是比率；其他指标两项都不填。",
        "The numerator and denominator are not right. A ratio needs both, and neither may be a"
          + " ratio; any other indicator has none."))
  }

  func badFirstMonth(_ month: Int) -> String {
    self(
      "首月不能是 \(month)。请填 1 到 12 的整数，如 10 表示统计年度从 10 月算起。",
      "A plan year cannot begin in month \(month). Give a whole number from 1 to 12, such as 10 for"
        + " a statistical year from October.")
  }

  func differentYears(
    _ indicator: String, _ from: Int, _ part: String, _ partFrom: Int
  ) -> String {
    about(
      indicator: indicator,
      self(
        "年度口径不一致：本指标的首月是 \(from) 月，\(part) 的首月是 \(partFrom) 月。"
          + "比率的分子和分母须用同一首月。",
        "Its plan years begin in month \(from), those of \(part) in month \(partFrom). A ratio and"
          + " the flows it divides need the same first month."))
  }

  /// The command by which a unit reports by list again.
  public func countByList(_ indicator: Indicator, _ unit: Unit) -> String {
    "taizhang indicator source \(indicator.code) list --unit \(unit.code) --from "
      + self("日期", "DAY")
  }

  /// The command by which a unit reports by number from a day on.
  public func countByNumber(_ indicator: Indicator, _ unit: Unit, from day: Day) -> String {
    "taizhang indicator source \(indicator.code) number --unit \(unit.code) --from \(day)"
  }
}
