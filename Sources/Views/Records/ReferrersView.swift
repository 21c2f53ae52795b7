public import Desk
internal import Registers
public import Reports
public import TargetEngine

/// What names a record, below it: a table for each register, and one for targets.
public struct ReferrersView {
  /// The first few of each register, with how many there are.
  public let tables: [Table]
  /// An object for each record and target that names it.
  public let json: JSONValue

  /// - Parameter names: in the same language.
  public init(_ referrers: Referrers, _ names: RecordNames, _ language: Language) throws {
    var tables: [Table] = []
    var objects: [JSONValue] = []
    for (shape, states, count) in referrers.records {
      var table = try RecordView(shape, names, language).list(
        states, columns: [], isBrief: true, title: shape.name.title(language)
      ).table
      if count > states.count {
        table.notes = [
          Text("共 \(count) 条，显示 \(states.count) 条。", "\(states.count) of \(count).")(language)
        ]
      }
      tables.append(table)
      objects += try states.map { state in
        .object([
          ("register", .string(shape.id)), ("id", .string(names.id(state.id))),
          ("label", .string(try names.label(state, shape))),
        ])
      }
    }
    let targets = try ReferrersView.targets(referrers.targets, language)
    if !targets.objects.isEmpty { tables.append(targets.table) }
    self.tables = tables
    json = .array(objects + targets.objects.map(\.json))
  }

  private typealias NamingTarget = (target: Target, indicator: Indicator, unit: Unit)

  private static func targets(
    _ targets: [NamingTarget], _ language: Language
  ) throws -> ObjectList {
    try Listing<NamingTarget>(
      language,
      [
        ListColumn(Phrase.indicator.text, key: "indicator", as: "target") {
          .coded($0.indicator.title(language), $0.indicator.code)
        },
        ListColumn(Phrase.unit.text, key: "unit") {
          ListValue(.text($0.unit.name), $0.unit.json)
        },
        ListColumn(Phrase.year.text, key: "year", .number) { .integer($0.target.year) },
        ListColumn(Phrase.amount.text, key: "amount", .number) {
          .number($0.indicator.amount($0.target.amount))
        },
        ListColumn(Phrase.effective.text, key: "effective", .fixed) { .day($0.target.effective) },
      ]
    ).list(targets, title: Text("任务数", "Targets")(language))
  }
}
