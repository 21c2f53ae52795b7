import TargetEngine
import Testing

@testable import Reports

@Suite struct TerminalRendererTests {
  @Test func aWideTerminal() {
    #expect(
      TerminalRenderer(width: 100).render(Sample.ranking) == """
                            2021年6月份标准化建设进展情况
        单位：宣州区                                        截至2021年6月30日
        单位          任务数  累计完成  完成率   差值  状态        备注
        ─────────────────────────────────────────────────────────────────────
        洪林镇            12         9     75%  +25.0  ● 快于序时
        Xikou 溪口镇      60        29   48.3%   -1.7  ▲ 滞后序时  两家已整改
        水阳镇             —         —       —      —  ○ 未报
        ─────────────────────────────────────────────────────────────────────
        合计              79        40     51%   +0.6  ● 快于序时

        未报单位不参加排名。
        填报人：张三    审核人：李四

        """)
  }

  @Test func textsWrapOnANarrowTerminal() {
    #expect(
      TerminalRenderer(width: 60).render(Sample.ranking) == """
                       2021年6月份标准化建设进展情况
        单位：宣州区                               截至2021年6月30日
                            累计   完成
        单位       任务数   完成     率   差值  状态        备注
        ────────────────────────────────────────────────────────────
        洪林镇         12      9    75%  +25.0  ● 快于序时
        Xikou 溪       60     29  48.3%   -1.7  ▲ 滞后序时  两家已整
        口镇                                                改
        水阳镇          —      —      —      —  ○ 未报
        ────────────────────────────────────────────────────────────
        合计           79     40    51%   +0.6  ● 快于序时

        未报单位不参加排名。
        填报人：张三    审核人：李四

        """)
  }

  @Test func rowsAreStackedWhereFiguresDoNotFit() {
    #expect(
      TerminalRenderer(width: 40).render(Sample.ranking) == """
             2021年6月份标准化建设进展情况
        单位：宣州区           截至2021年6月30日
        ────────────────────────────────────────
        单位      洪林镇
        任务数    12
        累计完成  9
        完成率    75%
        差值      +25.0
        状态      ● 快于序时
        ────────────────────────────────────────
        单位      Xikou 溪口镇
        任务数    60
        累计完成  29
        完成率    48.3%
        差值      -1.7
        状态      ▲ 滞后序时
        备注      两家已整改
        ────────────────────────────────────────
        单位      水阳镇
        任务数    —
        累计完成  —
        完成率    —
        差值      —
        状态      ○ 未报
        ────────────────────────────────────────
        单位      合计
        任务数    79
        累计完成  40
        完成率    51%
        差值      +0.6
        状态      ● 快于序时
        ────────────────────────────────────────

        未报单位不参加排名。
        填报人：张三    审核人：李四

        """)
  }

  @Test func optionalColumnsLeaveInTheOrderOfTheirPriority() {
    var table = Sample.ranking
    table.columns[6].priority = 1
    table.columns[4].priority = 2
    let chinese = TerminalRenderer(width: 50).render(table)
    #expect(!chinese.contains("两家"))
    #expect(chinese.contains("+25.0"))
    #expect(chinese.contains("\n终端较窄\u{FF0C}未显示的列\u{FF1A}备注\n"))
    let english = TerminalRenderer(width: 40, language: .en).render(table)
    #expect(!english.contains("+25.0"))
    #expect(english.contains("\nColumns left out for lack of width:"))
  }

  @Test func colourOnlyAddsToTheText() {
    let colored = TerminalRenderer(width: 100, color: true).render(Sample.ranking)
    #expect(colored.contains("\u{1B}[1m单位\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[33m▲ 滞后序时\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;32m● 快于序时\u{1B}[0m"))
    let stripped = colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(stripped == TerminalRenderer(width: 100).render(Sample.ranking))
  }

  @Test func nothingRawReachesTheTerminal() {
    #expect(
      TerminalRenderer(width: 40).render(Sample.hostile) == #"""
                <b>␛[31m
        a|b     说明
        ────────────────────────
        a|b*c   第一行 第二行 完
        ␛[2Jx�  <script>"&'\[x]
        a,"b"   ≮i "̸

        """#)
  }

  @Test func sectionsAndSubtotals() {
    let table = Table(
      columns: [Column("指标", key: "name"), Column("完成", key: "actual", .number)],
      rows: [
        .section("卫生健康"), Row([.text("达标"), .integer(40)]), .total([.text("小计"), .integer(40)]),
        .section("工会"), Row([.text("会员")]), .total([.text("小计"), .integer(0)]),
      ])
    #expect(
      TerminalRenderer().render(table) == """
        指标  完成
        ──────────
        卫生健康
        达标    40
        ──────────
        小计    40
        工会
        会员
        ──────────
        小计     0

        """)
  }

  @Test func tablesAreSeparatedByAnEmptyLine() {
    let table = Table(columns: [Column("a", key: "a")], rows: [Row([.empty])])
    #expect(TerminalRenderer().render([table, table]) == "a\n─\n—\n\na\n─\n—\n")
  }

  @Test func wordsWithoutATable() {
    let table = Table(title: "通报", columns: [], notes: ["无"])
    #expect(TerminalRenderer().render(table) == "通报\n\n无\n")
    #expect(TerminalRenderer().render(Table(columns: [])) == "")
  }
}
