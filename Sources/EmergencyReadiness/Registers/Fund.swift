internal import Registers
internal import TargetEngine

/// 应急经费: what a year's budget has for readiness, and what has been spent of it by a day.
/// Source: `emergency.md`, 2.
struct Fund: Register {
  static let name = RegisterName("emergency", "fund", zh: "应急经费", en: "Fund")

  var year: Int?
  var unit: UnitReference?
  var item = ""
  var budget: Money?
  var spent = DatedMoney()
  var moves = Moves<Listed>()

  static let fields: [Field<Fund>] = [
    Field("year", \.year, zh: "预算年度", en: "Budget year", [.required, .key, .year]),
    Field("unit", \.unit, zh: "单位", en: "Unit", [.required, .key, .place]),
    Field("item", \.item, zh: "经费项目", en: "Item", [.required, .key]),
    Field("budget", \.budget, zh: "预算金额", en: "Budget"),
    Field("spent", \.spent, zh: "支出金额", en: "Spent"),
  ]

  static let limits: [Limit<Fund>] = [.part(\.spent, of: \.budget, unlessNoted: true)]

  static let measures: [Measure<Fund>] = [
    Measure(.fundBudget) { fund in
      .once(
        on: fund.year.flatMap { Day(year: $0, month: 1, day: 1) }, fund.budget?.fen ?? 0,
        year: fund.year)
    },
    Measure(.fundSpent) { fund in
      try fund.spent.amounts.changes.map { Posting($0.amount, on: $0.day, year: fund.year) }
    },
  ]
}
