internal import Desk
internal import Journal
internal import Reports
internal import Storage
internal import TargetEngine

/// Plain lists of things as tables and JSON.
enum Lists {
  private static let language = Session.current.language

  static func units(_ units: [StoredUnit]) -> ObjectList {
    let codes = Dictionary(units.map { ($0.unit.id, $0.unit.code) }) { first, _ in first }
    return ObjectList(
      columns: [
        Column(Phrase.code(language), key: "code", .fixed),
        Column(Phrase.name(language), key: "name"),
        Column(Phrase.kind(language), key: "kind", .fixed),
        Column(Phrase.parent(language), key: "parent", .fixed),
        Column(Phrase.opened(language), key: "opened", .fixed, priority: 3),
        Column(Phrase.closed(language), key: "closed", .fixed, priority: 2),
        Column(Phrase.aliases(language), key: "aliases", priority: 1),
      ],
      objects: units.map { stored in
        let unit = stored.unit
        let parent = unit.parent.flatMap { codes[$0] }
        return (
          json: .object([
            ("code", .string(unit.code)), ("name", .string(unit.name)),
            ("kind", .string(unit.kind.rawValue)), ("parent", JSONValue(parent)),
            ("opened", JSONValue(unit.opened?.description)),
            ("closed", JSONValue(unit.closed?.description)),
            ("aliases", .array(stored.aliases.map { .string($0) })),
          ]),
          cells: [
            .text(unit.code), .text(unit.name), .text(unit.kind.title(language)), Cell(parent),
            Cell(unit.opened?.description), Cell(unit.closed?.description),
            Cell(stored.aliases.isEmpty ? nil : stored.aliases.joined(separator: "、")),
          ]
        )
      })
  }

  static func indicators(_ indicators: [Indicator]) -> ObjectList {
    let codes = Dictionary(indicators.map { ($0.id, $0.code) }) { first, _ in first }
    return ObjectList(
      columns: [
        Column(Phrase.id(language), key: "id", .fixed),
        Column(Phrase.name(language), key: "name"),
        Column(Phrase.category(language), key: "kind", .fixed),
        Column(Phrase.measured(language), key: "measure", .fixed),
        Column(Phrase.decimals(language), key: "decimals", .number, priority: 1),
        Column(Phrase.direction(language), key: "direction", .fixed, priority: 2),
        Column(Phrase.numerator(language), key: "numerator", .fixed, priority: 5),
        Column(Phrase.denominator(language), key: "denominator", .fixed, priority: 4),
        Column(Phrase.firstMonth(language), key: "firstMonth", .number, priority: 3),
        Column(Phrase.nameEn(language), key: "nameEn", .fixed, priority: 0),
      ],
      objects: indicators.map { indicator in
        var parts: (String?, String?) = (nil, nil)
        if case .ratio(let numerator, let denominator) = indicator.kind {
          parts = (codes[numerator], codes[denominator])
        }
        return (
          json: .object([
            ("id", .string(indicator.code)), ("name", .string(indicator.name)),
            ("kind", .string(indicator.kind.name)), ("measure", .string(indicator.measure)),
            ("decimals", .integer(Int64(indicator.decimals))),
            ("direction", .string(indicator.direction.rawValue)),
            ("numerator", JSONValue(parts.0)), ("denominator", JSONValue(parts.1)),
            ("nameEn", .string(indicator.nameEn)),
            ("firstMonth", .integer(Int64(indicator.firstMonth))),
          ]),
          cells: [
            .text(indicator.code), .text(indicator.name), .text(indicator.kind.title(language)),
            .text(indicator.measure), .integer(indicator.decimals),
            .text(indicator.direction.title(language)), .text(parts.0 ?? ""),
            .text(parts.1 ?? ""), .integer(indicator.firstMonth), .text(indicator.nameEn),
          ]
        )
      })
  }

  /// A target revision with what it belongs to and who set it.
  struct Revision {
    var indicator: Indicator
    var unit: Unit
    var target: Target
    var isWithdrawn = false
    var transaction: JournalRow?
  }

  /// - Parameter asHistory: also who set each revision, and whether it was taken back.
  static func targets(
    _ revisions: [Revision], asHistory: Bool, _ titles: UnitTitles
  ) throws -> ObjectList {
    let width = asHistory ? 11 : 9
    return ObjectList(
      columns: [
        Column(Phrase.indicator(language), key: "indicator"),
        Column(Phrase.unit(language), key: "unit"),
        Column(Phrase.year(language), key: "year", .fixed),
        Column(Phrase.target(language), key: "amount", .number),
        Column(Phrase.effective(language), key: "effective", .fixed),
        Column(Phrase.due(language), key: "due", .fixed, priority: 4),
        Column(Phrase.paceKind(language), key: "pace", priority: 3),
        Column(Phrase.document(language), key: "document", priority: 5),
        Column(Phrase.reason(language), key: "reason", priority: 2),
        Column(Phrase.actor(language), key: "actor", priority: 1),
        Column(Phrase.withdrawn(language), key: "withdrawn", .fixed, priority: 6),
      ].prefix(width).map(\.self),
      objects: try revisions.map { revision in
        let target = revision.target
        let amount = revision.indicator.amount(target.amount)
        return (
          json: .object([
            ("indicator", .string(revision.indicator.code)), ("unit", revision.unit.json),
            ("year", .integer(Int64(target.year))), ("amount", .number(amount)),
            ("effective", .string(target.effective.description)),
            ("due", .string(target.due.description)), ("pace", .string(target.pace.description)),
            ("document", .string(target.document)), ("reason", .string(target.reason)),
            ("withdrawn", .bool(revision.isWithdrawn)),
            ("transaction", JSONValue(revision.transaction?.transaction)),
            ("actor", JSONValue(revision.transaction?.actor)),
            ("at", JSONValue(revision.transaction?.at)),
          ]),
          cells: [
            .text(revision.indicator.title(language)),
            .text(try titles.title(of: revision.unit)),
            .integer(target.year),
            .number(amount), .text(target.effective.description), .text(target.due.description),
            .text(target.pace.title(language)), .text(target.document), .text(target.reason),
            .text(revision.transaction?.actor ?? ""),
            .text(revision.isWithdrawn ? Phrase.withdrawn(language) : ""),
          ].prefix(width).map(\.self)
        )
      })
  }

  static func settings(_ settings: [(setting: Setting, value: String?)]) -> ObjectList {
    ObjectList(
      columns: [
        Column(Phrase.setting(language), key: "setting", .fixed),
        Column(Phrase.name(language), key: "title"),
        Column(Phrase.value(language), key: "value"),
      ],
      objects: settings.map { setting, value in
        (
          json: .object([
            ("setting", .string(setting.rawValue)), ("value", JSONValue(value)),
          ]),
          cells: [.text(setting.rawValue), .text(setting.title(language)), Cell(value)]
        )
      })
  }

  static func journal(_ rows: [JournalRow]) -> ObjectList {
    ObjectList(
      columns: [
        Column(Phrase.transaction(language), key: "transaction", .fixed),
        Column(Phrase.time(language), key: "at", .fixed),
        Column(Phrase.actor(language), key: "actor"),
        Column(Phrase.command(language), key: "command", minimumWidth: 16),
        Column(Phrase.reason(language), key: "reason", priority: 1),
      ],
      objects: rows.map { row in
        let head = Head(transaction: row.transaction, hash: row.hash).description
        return (
          json: .object([
            ("transaction", .integer(row.transaction)), ("head", .string(head)),
            ("at", .string(row.at)), ("actor", .string(row.actor)),
            ("command", .string(row.command)), ("reason", .string(row.reason)),
            ("reverses", row.reverses > 0 ? .integer(row.reverses) : .null),
            ("entries", .integer(row.entries.count)), ("targets", .integer(row.targets.count)),
            ("changes", .integer(row.changes.count)),
          ]),
          cells: [
            .text(head), .text(row.at), .text(row.actor), .text(row.command), .text(row.reason),
          ]
        )
      })
  }

  static func closings(_ closings: [Closing], heads: [Int64: String]) -> ObjectList {
    ObjectList(
      columns: [
        Column(Phrase.month(language), key: "month", .fixed),
        Column(Phrase.module(language), key: "module"),
        Column(Phrase.edition(language), key: "edition", .number),
        Column(Phrase.head(language), key: "head", .fixed),
      ],
      objects: closings.map { closing in
        let module = closing.module.isEmpty ? say("全部", "all") : closing.module
        return (
          json: .object([
            ("month", .string(closing.month.description)), ("module", .string(closing.module)),
            ("edition", .integer(Int64(closing.edition))),
            ("transaction", .integer(closing.transaction)),
            ("cutoff", .integer(closing.cutoff)),
            ("head", JSONValue(heads[closing.transaction])),
          ]),
          cells: [
            .text(closing.month.description), .text(module), .integer(closing.edition),
            Cell(heads[closing.transaction]),
          ]
        )
      })
  }
}
