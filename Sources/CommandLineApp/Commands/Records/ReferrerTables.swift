internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

/// What names a record, below it: a table for each register, and one for targets.
struct ReferrerTables {
  private let referrers: Referrers
  private let names: RecordNames
  private let language: Language

  init(_ referrers: Referrers, _ names: RecordNames, _ language: Language) {
    self.referrers = referrers
    self.names = names
    self.language = language
  }

  func tables() throws -> [Table] {
    try referrers.records.map { shape, states, count in
      let printing = RecordPrinting(shape, names, language)
      var table = try printing.list(states, columns: [], isBrief: true).table
      table.title = shape.name.title(language)
      if count > states.count {
        table.notes = [say("共 \(count) 条，显示 \(states.count) 条。", "\(states.count) of \(count).")]
      }
      return table
    } + (referrers.targets.isEmpty ? [] : [targets])
  }

  private var targets: Table {
    Table(
      title: say("任务数", "Targets"),
      columns: [
        Column(Phrase.indicator(language), key: "indicator"),
        Column(Phrase.unit(language), key: "unit"),
        Column(Phrase.year(language), key: "year", .number),
        Column(Phrase.amount(language), key: "amount", .number),
        Column(Phrase.effective(language), key: "effective", .fixed),
      ],
      rows: referrers.targets.map { target, indicator, unit in
        Row([
          .text(indicator.title(language)), .text(unit.name), .integer(target.year),
          .number(indicator.amount(target.amount)), .text(target.effective.description),
        ])
      })
  }

  /// An object for each record and target that names it.
  func json() throws -> JSONValue {
    let records = try referrers.records.flatMap { shape, states, _ in
      try states.map { state in
        JSONValue.object([
          ("register", .string(shape.id)), ("id", .string(names.id(state.id))),
          ("label", .string(try names.label(state, shape))),
        ])
      }
    }
    let targets = referrers.targets.map { target, indicator, unit in
      JSONValue.object([
        ("target", .string(indicator.code)), ("unit", unit.json),
        ("year", .integer(Int64(target.year))),
        ("amount", .number(indicator.amount(target.amount))),
        ("effective", .string(target.effective.description)),
      ])
    }
    return .array(records + targets)
  }
}
