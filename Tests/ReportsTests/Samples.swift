import TargetEngine

@testable import Reports

/// The tables the renderers are tested with.
enum Sample {
  /// The ranking of three townships, with everything a ranking has.
  static let ranking = Table(
    title: "2021年6月份标准化建设进展情况",
    subtitleLines: [Subtitle("单位：宣州区", trailing: "截至2021年6月30日")],
    columns: [
      Column("单位", key: "unit"),
      Column("任务数", key: "target", .number),
      Column("累计完成", key: "actual", .number),
      Column("完成率", key: "rate", .percent),
      Column("差值", key: "difference", .number),
      Column("状态", key: "status", .fixed),
      Column("备注", key: "note"),
    ],
    rows: [
      Row([
        .text("洪林镇"), .integer(12), .integer(9), .percent(Decimal(75)),
        .difference(Decimal(250, places: 1)), .light("快于序时", .green), .blank,
      ]),
      Row([
        .text("Xikou 溪口镇"), .integer(60), .integer(29), .percent(Decimal(483, places: 1)),
        .difference(Decimal(-17, places: 1)), .light("滞后序时", .yellow), .text("两家已整改"),
      ]),
      Row([.text("水阳镇"), .empty, .empty, .empty, .empty, .light("未报", .grey), .blank]),
      .total([
        .text("合计"), .integer(79), .integer(40), .percent(Decimal(51)),
        .difference(Decimal(6, places: 1)), .light("快于序时", .green), .blank,
      ]),
    ],
    notes: ["未报单位不参加排名。"],
    footer: ["填报人：张三", "审核人：李四"])

  /// Texts that would do harm if they were printed as they are.
  static let hostile = Table(
    title: "<b>\u{1B}[31m",
    columns: [Column("a|b", key: "a"), Column("说明", key: "note")],
    rows: [
      Row([.text("a|b*c"), .text("第一行\r\n第二行\t完")]),
      Row([.text("\u{1B}[2Jx\u{202E}"), .text(#"<script>"&'\[x]"#)]),
      Row([.text("a,\"b\""), .text("<\u{338}i \"\u{338}")]),
    ])
}
