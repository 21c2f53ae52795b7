public import TargetEngine

extension TargetFault {
  func sentence(_ language: Language) -> String {
    let w = Wording(language)
    switch self {
    case .negative:
      return w("任务数不能是负数。请填 0 或正数。", "A target cannot be negative. Give 0 or more.")
    case .badYear(let year): return w.badYear("\(year)")
    case .dueOutside(let year):
      return w(
        "到期日不在计划年度内。\(year.label) 年度任务的到期日须在 \(year.firstDay) 至 \(year.lastDay) 之间。",
        "The due day is outside of the plan year. A target of \(year.label) is due between"
          + " \(year.firstDay) and \(year.lastDay).")
    case .effectiveOutside(let year):
      return w(
        "生效日不在计划年度内。\(year.label) 年度任务的生效日须在 \(year.firstDay) 至 \(year.lastDay) 之间。",
        "The effective day is outside of the plan year. A target of \(year.label) takes effect between"
          + " \(year.firstDay) and \(year.lastDay).")
    case .plannedPace:
      return w(
        "这项指标没有台账按日安排的计划，进度方式不能用计划进度。请改用序时、到期或进度节点。",
        "No list plans this indicator by the day, so its pace cannot be planned. Use linear, deadline"
          + " or milestones.")
    case .milestones(let due):
      return w(
        "进度节点有误。各节点的日期须依次递增并早于到期日 \(due)，比例不得回落，"
          + "如 03-31:20%;06-30:70%。",
        "The milestones do not fit. Their days must ascend and lie before the due day \(due), and"
          + " their shares must not fall, as in 03-31:20%;06-30:70%.")
    }
  }
}

extension TargetFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: .badData)
  }
}

extension OverflowFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: .badData)
  }

  func sentence(_ language: Language) -> String {
    Text(
      "合计太大，超出可记录的范围，未写入任何数据。请核对数字和计量单位。",
      "A sum is too large to be recorded; nothing was written. Check the numbers and their units"
        + " of measure.")(language)
  }
}
