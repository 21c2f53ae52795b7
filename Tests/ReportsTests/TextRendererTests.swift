import Testing

@testable import Reports

@Suite struct CSVRendererTests {
  @Test func headerAndRowsOnly() {
    #expect(
      CSVRenderer().render(Sample.ranking) == """
        单位,任务数,累计完成,完成率(%),差值,状态,备注
        洪林镇,12,9,75,25.0,快于序时,
        Xikou 溪口镇,60,29,48.3,-1.7,滞后序时,两家已整改
        水阳镇,,,,,未报,
        合计,79,40,51,0.6,快于序时,

        """)
  }

  @Test func keysAsHeader() {
    let csv = CSVRenderer(header: .keys, byteOrderMark: true).render(Sample.ranking)
    #expect(csv.hasPrefix("\u{FEFF}unit,target,actual,rate,difference,status,note\n"))
  }

  @Test func theUnitIsNotRepeated() {
    let table = Table(columns: [
      Column("完成率(%)", key: "rate", .percent), Column("序时", key: "pace", .percent),
    ])
    #expect(CSVRenderer().render(table) == "完成率(%),序时(%)\n")
  }

  @Test func quoting() {
    #expect(
      CSVRenderer().render(Sample.hostile)
        == "a|b,说明\na|b*c,\"第一行\n第二行\t完\"\n␛[2Jx\u{FFFD},\"<script>\"\"&'\\[x]\"\n"
        + "\"a,\"\"b\"\"\",\"<\u{338}i \"\"\u{338}\"\n")
  }

  @Test func sectionsAreLeftOutAndShortRowsFilled() {
    let table = Table(
      columns: [Column("a", key: "a"), Column("b", key: "b")],
      rows: [.section("一"), Row([.text("x")])])
    #expect(CSVRenderer().render(table) == "a,b\nx,\n")
  }

  @Test func aLoneEmptyFieldIsNoEmptyLine() {
    let table = Table(columns: [Column("a", key: "a")], rows: [Row([.empty])])
    #expect(CSVRenderer().render([table, table]) == "a\n\"\"\n\na\n\"\"\n")
  }
}

@Suite struct MarkdownRendererTests {
  @Test func aReport() {
    #expect(
      MarkdownRenderer().render(Sample.ranking) == """
        # 2021年6月份标准化建设进展情况

        单位：宣州区 　截至2021年6月30日

        | 单位 | 任务数 | 累计完成 | 完成率 | 差值 | 状态 | 备注 |
        | :-- | --: | --: | --: | --: | :-- | :-- |
        | 洪林镇 | 12 | 9 | 75% | +25.0 | ● 快于序时 |  |
        | Xikou 溪口镇 | 60 | 29 | 48.3% | -1.7 | ▲ 滞后序时 | 两家已整改 |
        | 水阳镇 | — | — | — | — | ○ 未报 |  |
        | **合计** | **79** | **40** | **51%** | **+0.6** | **● 快于序时** |  |

        未报单位不参加排名。

        填报人：张三 　审核人：李四

        """)
  }

  @Test func escaping() {
    #expect(
      MarkdownRenderer().render(Sample.hostile) == #"""
        # \<b>␛\[31m

        | a\|b | 说明 |
        | :-- | :-- |
        | a\|b\*c | 第一行<br>第二行 完 |
        | ␛\[2Jx� | \<script>"&'\\\[x\] |
        | a,"b" | \≮i "̸ |

        """#)
  }

  @Test func sectionsAndAlignment() {
    let table = Table(
      columns: [Column("a", key: "a", alignment: .center), Column("b", key: "b", .number)],
      rows: [.section("  一"), .total([.text(" "), .integer(1)])])
    #expect(
      MarkdownRenderer().render([table, table])
        == String(
          repeating: "| a | b |\n| :-: | --: |\n| **一** |  |\n|  | **1** |\n\n", count: 2
        ).dropLast())
  }
}
