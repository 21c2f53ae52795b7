import TargetEngine

@testable import Reports

/// The dashboard of a small district, with every light and every kind of indicator.
enum DashboardSample {
  static let dashboard = make(.zh)

  static func make(_ language: Language) -> Dashboard {
    let names = { (zh: String, en: String) in Text(zh, en)(language) }
    return Dashboard(
      head: "#1204·9f3c21aa", day: day, unit: unit("341802", names("宣州区", "Xuanzhou")),
      items: [
        item(
          indicator("clinics.accepted", names("标准化诊所建设", "Clinics up to standard")), 79, 30,
          months: [2, 3, 0, 8, 10, 7],
          behind: [
            (unit("a", names("洪林镇", "Honglin")), 10, 2),
            (unit("b", names("水阳镇", "Shuiyang")), 12, 4),
            (unit("c", names("溪口镇", "Xikou")), 9, 4),
          ]),
        item(
          indicator("clinics.rooms", names("村卫生室改造", "Village clinics renewed")), 200, 90,
          months: [5, 10, 15, 20, 20, 20],
          behind: [(unit("b", names("水阳镇", "Shuiyang")), 40, 12)]),
        item(
          indicator("clinics.trained", names("村医培训", "Doctors trained"), "人次"), 64, 64,
          months: [0, 12, 12, 20, 20, 0]),
        item(
          indicator("clinics.staff", names("在岗村医", "Doctors at work"), "人", .stock), nil, 412,
          months: [3, 0, 0, -1, 2, 4]),
        ratio("clinics.share", names("电子病历覆盖率", "Electronic records"), 95, 811, 1000),
        item(
          indicator("union.members", names("新发展会员", "New members"), "人"), 1200, 700,
          months: [100, 110, 120, 110, 120, 140]),
        item(
          indicator("union.money", names("帮扶资金", "Relief fund"), "万元", decimals: 2), 5_000, 7_550,
          months: [1_000, 1_000, 1_550, 1_000, 2_000, 1_000]),
        item(
          indicator("union.cases", names("欠薪案件", "Wage cases"), "件", direction: .less), 10, 12,
          months: [1, 2, 1, 3, 2, 3]),
      ], decimals: 0)
  }

  static let day = Day(rawValue: 20_210_630)!

  static func unit(_ code: String, _ name: String) -> Unit {
    Unit(code: code, name: name, kind: .township)
  }

  static func indicator(
    _ code: String, _ name: String, _ measure: String = "个", _ kind: IndicatorKind = .flow,
    decimals: Int = 0, direction: Direction = .more
  ) -> Indicator {
    Indicator(
      code: code, name: name, kind: kind, measure: measure, decimals: decimals,
      direction: direction)
  }

  static func plan(_ amount: Int64, _ pace: Pace = .linear) -> Plan {
    let due = Day(rawValue: 20_211_231)!
    return Plan(
      source: .own, amount: amount, parts: [.init(pace: pace, due: due, weight: amount)])
  }

  static func line(
    _ indicator: Indicator, _ plan: Plan?, _ actual: Actual, on day: Day = day
  ) -> Line {
    Line(
      indicator: indicator, year: 2021, plan: plan, actual: actual, month: nil,
      previousMonth: nil, sameMonthLastYear: nil, corrected: 0, on: day,
      tolerance: Fraction(1, over: 10)!)
  }

  static func item(
    _ indicator: Indicator, _ target: Int64?, _ actual: Int64, months: [Int64],
    behind: [(Unit, Int64, Int64)] = []
  ) -> Dashboard.Item {
    let later = [Int64?](repeating: nil, count: 12 - months.count)
    return Dashboard.Item(
      line: line(indicator, target.map { plan($0) }, .amount(actual)), months: months + later,
      furthestBehind: behind.map { unit, target, actual in
        Dashboard.Laggard(unit: unit, line: line(indicator, plan(target), .amount(actual)))
      })
  }

  static func ratio(
    _ code: String, _ name: String, _ target: Int64, _ part: Int64, _ whole: Int64
  ) -> Dashboard.Item {
    let kind = IndicatorKind.ratio(numerator: 1, denominator: 2)
    let actual = Actual.ratio(numerator: Decimal(part), denominator: Decimal(whole))
    return Dashboard.Item(
      line: line(indicator(code, name, "%", kind), plan(target, .deadline), actual), months: [],
      furthestBehind: [])
  }

  static func title(_ language: Language) -> (String) -> String {
    { $0 == "clinics" ? Text("卫生健康", "Health")(language) : Text("工会", "Union")(language) }
  }
}
