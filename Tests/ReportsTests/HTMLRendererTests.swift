import TargetEngine
import Testing

@testable import Reports

@Suite struct HTMLRendererTests {
  /// What follows the style sheet.
  private func body(_ tables: [Table], _ language: Language = .zh) -> String {
    let page = HTMLRenderer(language: language).render(tables)
    return page.split(separator: "</style>\n").dropFirst().joined()
  }

  @Test func aReport() {
    #expect(
      body([Sample.ranking]) == """
        </head>
        <body>
        <section>
        <h1>2021年6月份标准化建设进展情况</h1>
        <p class="subtitle"><span>单位：宣州区</span><span>截至2021年6月30日</span></p>
        <table>
        <thead>
        <tr>
        <th scope="col">单位</th>
        <th scope="col">任务数</th>
        <th scope="col">累计完成</th>
        <th scope="col">完成率</th>
        <th scope="col">差值</th>
        <th scope="col">状态</th>
        <th scope="col">备注</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>洪林镇</td>
        <td class="trailing whole">12</td>
        <td class="trailing whole">9</td>
        <td class="trailing whole">75%</td>
        <td class="trailing whole">+25.0</td>
        <td class="whole green">● 快于序时</td>
        <td></td>
        </tr>
        <tr>
        <td>Xikou 溪口镇</td>
        <td class="trailing whole">60</td>
        <td class="trailing whole">29</td>
        <td class="trailing whole">48.3%</td>
        <td class="trailing whole">-1.7</td>
        <td class="whole yellow">▲ 滞后序时</td>
        <td>两家已整改</td>
        </tr>
        <tr>
        <td>水阳镇</td>
        <td class="trailing whole">—</td>
        <td class="trailing whole">—</td>
        <td class="trailing whole">—</td>
        <td class="trailing whole">—</td>
        <td class="whole grey">○ 未报</td>
        <td></td>
        </tr>
        <tr class="total">
        <td>合计</td>
        <td class="trailing whole">79</td>
        <td class="trailing whole">40</td>
        <td class="trailing whole">51%</td>
        <td class="trailing whole">+0.6</td>
        <td class="whole green">● 快于序时</td>
        <td></td>
        </tr>
        </tbody>
        </table>
        <p class="note">未报单位不参加排名。</p>
        <p class="footer"><span>填报人：张三</span><span>审核人：李四</span></p>
        </section>
        </body>
        </html>

        """)
  }

  @Test func escaping() {
    #expect(
      body([Sample.hostile]) == #"""
        </head>
        <body>
        <section>
        <h1>&lt;b&gt;␛[31m</h1>
        <table>
        <thead>
        <tr>
        <th scope="col">a|b</th>
        <th scope="col">说明</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>a|b*c</td>
        <td>第一行<br>第二行 完</td>
        </tr>
        <tr>
        <td>␛[2Jx�</td>
        <td>&lt;script&gt;&quot;&amp;&#39;\[x]</td>
        </tr>
        <tr>
        <td>a,&quot;b&quot;</td>
        <td>&lt;̸i &quot;̸</td>
        </tr>
        </tbody>
        </table>
        </section>
        </body>
        </html>

        """#)
  }

  @Test func theDocument() {
    let chinese = HTMLRenderer().render(Sample.ranking)
    #expect(
      chinese.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(chinese.contains("<title>2021年6月份标准化建设进展情况</title>"))
    #expect(chinese.contains("@page { size: A4; "))
    #expect(!chinese.contains("http"))
    let english = HTMLRenderer(language: .en).render(Table(columns: []))
    #expect(english.contains("<html lang=\"en\">"))
    #expect(english.contains("<title>Taizhang</title>"))
  }

  @Test func manyColumnsTurnThePage() {
    let table = Table(columns: (0..<9).map { Column("\($0)", key: "\($0)") })
    #expect(HTMLRenderer().render(table).contains("@page { size: A4 landscape; "))
  }

  @Test func sectionsSpanTheTable() {
    let table = Table(
      title: "b", columns: [Column("a", key: "a"), Column("b", key: "b", alignment: .center)],
      rows: [.section("一、"), Row([.text("x"), .text("y")])])
    let text = body([Table(title: "a", columns: []), table])
    #expect(text.contains("<h1>a</h1>"))
    #expect(text.contains("<h2>b</h2>"))
    #expect(text.contains("<tr class=\"section\"><th colspan=\"2\">一、</th></tr>\n"))
    #expect(text.contains("<tr>\n<td>x</td>\n<td class=\"center\">y</td>\n</tr>\n"))
  }
}
