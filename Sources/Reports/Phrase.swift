public import TargetEngine

/// The fixed words of reports in both languages.
public enum Phrase: Sendable {
  /// What an empty list says.
  case nothing
  case indicator, measure, target, thisMonth, actual, rate, pace, ahead, previousMonth, lastYear
  case status, unit, total, carried, planYear, cutoff, filler, reviewer, responsible, phone, head
  case rank, previousRank, remark, number, forecast, needed, gap, entry, day, amount, note, source
  case actor, time, command, code, name, kind, parent, opened, closed, aliases, year, effective
  case due, document, reason, decimals, direction, corrected, module, edition, transaction
  case paceKind, id, category, measured, month, sparkline, bar, setting, value, withdrawn, frozen,
    targetSource, formula, mode, numerator, denominator, firstMonth, nameEn,
    mergedInto, withoutMerged

  public var text: Text {
    switch self {
    case .indicator: Text("指标", "Indicator")
    case .measure: Text("单位", "Measure")
    case .target: Text("任务数", "Target")
    case .thisMonth: Text("本月", "Month")
    case .actual: Text("累计", "To date")
    case .rate: Text("完成率", "Rate")
    case .pace: Text("序时", "Pace")
    case .paceKind: Text("进度方式", "Pace")
    case .id: Text("编号", "Id")
    case .category: Text("类别", "Kind")
    case .measured: Text("计量单位", "Measure")
    case .ahead: Text("差值", "Ahead")
    case .previousMonth: Text("上月", "Last month")
    case .lastYear: Text("上年同期", "Year ago")
    case .status: Text("状态", "Status")
    case .unit: Text("单位", "Unit")
    case .total: Text("合计", "Total")
    case .carried: Text("结转", "Carried over")
    case .planYear: Text("计划年度", "Plan year")
    case .cutoff: Text("截止", "As of")
    case .filler: Text("填报人", "Prepared by")
    case .reviewer: Text("审核人", "Reviewed by")
    case .responsible: Text("负责人", "Responsible")
    case .phone: Text("电话", "Phone")
    case .head: Text("校验码", "Ledger head")
    case .rank: Text("排名", "Rank")
    case .previousRank: Text("上月排名", "Last rank")
    case .remark: Text("备注", "Remark")
    case .number: Text("序号", "No.")
    case .forecast: Text("年底预计", "Forecast")
    case .needed: Text("每月需", "Per month")
    case .gap: Text("缺口", "Gap")
    case .entry: Text("明细", "Entry")
    case .nothing: Text("没有可列的。", "There is nothing to list.")
    case .day: Text("日期", "Day")
    case .amount: Text("数量", "Amount")
    case .note: Text("备注", "Note")
    case .source: Text("来源", "Source")
    case .actor: Text("经办人", "By")
    case .time: Text("记账时间", "Recorded")
    case .command: Text("命令", "Command")
    case .code: Text("编码", "Code")
    case .name: Text("名称", "Name")
    case .kind: Text("类型", "Kind")
    case .parent: Text("上级", "Parent")
    case .opened: Text("启用", "Opened")
    case .closed: Text("停用", "Closed")
    case .aliases: Text("旧称", "Aliases")
    case .mergedInto: Text("并入", "Merged into")
    case .withoutMerged: Text("未含并入单位", "Without merged")
    case .year: Text("年度", "Year")
    case .effective: Text("生效日", "Effective")
    case .due: Text("到期日", "Due")
    case .document: Text("文号", "Document")
    case .reason: Text("说明", "Reason")
    case .decimals: Text("小数位", "Decimals")
    case .direction: Text("方向", "Direction")
    case .corrected: Text("更正", "Corrected")
    case .module: Text("模块", "Module")
    case .edition: Text("版次", "Edition")
    case .transaction: Text("流水号", "Transaction")
    case .month: Text("月份", "Month")
    case .sparkline: Text("逐月", "By month")
    case .bar: Text("进度", "Progress")
    case .setting: Text("设置项", "Setting")
    case .value: Text("内容", "Value")
    case .withdrawn: Text("已撤销", "Withdrawn")
    case .frozen: Text("已结账", "Closed")
    case .targetSource: Text("任务来源", "Target from")
    case .formula: Text("算式", "Formula")
    case .mode: Text("方式", "Mode")
    case .numerator: Text("分子", "Numerator")
    case .denominator: Text("分母", "Denominator")
    case .firstMonth: Text("首月", "First month")
    case .nameEn: Text("英文名", "English name")
    }
  }

  public func callAsFunction(_ language: Language) -> String { text(language) }

  /// What belongs to an earlier plan year: `2020年度 标准化建设达标`.
  static func of(_ year: Int, _ name: String, _ language: Language) -> String {
    Text("\(year)年度 ", "\(year) ")(language) + name
  }

  /// The head at the foot of a table, in groups of four digits to be read aloud.
  public static func foot(_ language: Language, head: String) -> String {
    let halves = head.split(separator: "·", maxSplits: 1)
    guard halves.count == 2, halves[1].count == 16 else {
      return Phrase.head.label(language, head)
    }
    var text = String(halves[0])
    text.append("·")
    for (place, digit) in halves[1].enumerated() {
      if place > 0, place % 4 == 0 { text.append(" ") }
      text.append(digit)
    }
    return Phrase.head.label(language, text)
  }

  /// The phrase before what it names: `单位：宣州区`, `Unit: Xuanzhou`.
  func label(_ language: Language, _ value: some CustomStringConvertible) -> String {
    text(language) + Text("：", ": ")(language) + value.description
  }
}
