import TargetEngine
import Testing

@testable import Reports

@Suite struct DashboardTableTests {
  @Test func commaSeparated() {
    let table = DashboardSample.dashboard.table(.zh)
    #expect(
      CSVRenderer().render(table) == """
        模块,指标,单位,任务数,累计,完成率(%),序时(%),状态,每月需,落后最多
        clinics,标准化诊所建设,个,79,30,38,50,滞后,8.2,洪林镇 20%（差 8 个，每月需 1.3）、水阳镇 33%（差 8 个\
        ，每月需 1.3）、溪口镇 44%（差 5 个，每月需 0.8）
        clinics,村卫生室改造,个,200,90,45,50,略滞后,18.3,水阳镇 30%（差 28 个，每月需 4.7）
        clinics,村医培训,人次,64,64,100,50,完成,,
        clinics,在岗村医,人,,412,,,无任务,,
        clinics,电子病历覆盖率,%,95,81,85,0,未到期,,
        union,新发展会员,人,1200,700,58,50,达到序时,83.3,
        union,帮扶资金,万元,50.00,75.50,151,50,超额 51%,,
        union,欠薪案件,件,10,12,120,50,突破控制数,,

        """)
  }

  @Test func modulesMayHaveTheirTitles() {
    let table = DashboardSample.make(.en).table(.en, moduleTitle: DashboardSample.title(.en))
    #expect(table.rows.first?.cells.first == .text("Health"))
    #expect(table.rows.last?.cells.first == .text("Union"))
    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
    #expect(table.footer == ["Ledger head: #1204·9f3c21aa"])
  }
}
