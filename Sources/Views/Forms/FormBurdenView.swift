public import Desk
public import Reports
public import TargetEngine

extension FormBurden {
  /// A row for each unit and month, and one for the unit's year.
  public func list(_ language: Language) throws -> ObjectList {
    let count = { (title: Text, key: String, part: KeyPath<Count, Int>) in
      ListColumn<Row>(title, key: key, .number) { .integer($0.count[keyPath: part]) }
    }
    var list = try Listing<Row>(
      language,
      [
        ListColumn(Phrase.unit.text, key: "unit") { ListValue(.text($0.unit.title), $0.unit.json) },
        ListColumn(Text("期间", "Period"), key: "period", .fixed) { row in
          .text(row.month?.description ?? "\(year)")
        },
        count(Text("报表", "Forms"), "forms", \.forms),
        count(Text("报送次数", "Sent"), "versions", \.versions),
        count(Text("零报告", "Nil"), "nil", \.nils),
        count(Text("填报行", "Typed"), "typed", \.typed),
        count(Text("系统取数行", "Prefilled"), "prefilled", \.prefilled),
        count(Text("已改并说明的行", "Explained"), "explained", \.explained),
      ]
    ).list(rows, title: Text("\(year)年报表填报量", "What forms asked for in \(year)")(language))
    guard !rows.isEmpty else { return list }
    list.total =
      [.text(Phrase.total(language)), .text("\(year)")]
      + [
        total.forms, total.versions, total.nils, total.typed, total.prefilled, total.explained,
      ].map { .integer($0) }
    list.notes = [
      Text(
        "按首次报送的月份计，退回后再报只加报送次数，行数按最后一版。草稿、公式行、零报告的各行不计；没有报过的单位不列。",
        "By the month of the first sending; what is sent again counts under Sent, and lines are those of the last version."
          + " Drafts, formulas and the lines of nil returns are left out, and so are units that sent nothing."
      )(
        language)
    ]
    return list
  }
}
