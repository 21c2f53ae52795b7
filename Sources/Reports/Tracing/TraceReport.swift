public import TargetEngine

/// From a printed figure to the entries behind it, with who, when and why.
public struct TraceReport: Sendable {
  public var head: String
  public var month: Month
  public var unit: Unit
  public var line: Line
  /// The figures of a ratio that it is derived from, or the line itself.
  public var parts: [Part]

  public init(head: String, month: Month, unit: Unit, line: Line, parts: [Part]) {
    self.head = head
    self.month = month
    self.unit = unit
    self.line = line
    self.parts = parts
  }

  /// One summed figure with its entries, newest first.
  public struct Part: Sendable {
    public var indicator: Indicator
    /// The plan year of a flow.
    public var year: Int?
    public var actual: Int64
    public var entries: [TracedEntry]
    /// Whether older entries were left out.
    public var isCut: Bool

    public init(
      indicator: Indicator, year: Int?, actual: Int64, entries: [TracedEntry], isCut: Bool
    ) {
      self.indicator = indicator
      self.year = year
      self.actual = actual
      self.entries = entries
      self.isCut = isCut
    }
  }
}

/// An entry with its unit and the transaction that wrote it.
public struct TracedEntry: Sendable {
  /// `TXN.K`.
  public var id: String
  public var unit: Unit
  public var indicator: Indicator
  public var day: Day
  public var year: Int
  public var amount: Int64
  public var note: String
  public var source: String
  /// The record that posted it, by its id and its name.
  public var record: (id: String, label: Text)?
  public var actor: String
  public var at: String
  public var command: String
  public var reason: String

  public init(
    id: String, unit: Unit, indicator: Indicator, day: Day, year: Int, amount: Int64,
    note: String, source: String, actor: String, at: String, command: String, reason: String
  ) {
    self.id = id
    self.unit = unit
    self.indicator = indicator
    self.day = day
    self.year = year
    self.amount = amount
    self.note = note
    self.source = source
    self.actor = actor
    self.at = at
    self.command = command
    self.reason = reason
  }

  public var json: JSONValue {
    .object([
      ("entry", .string(id)), ("date", .string(day.description)),
      ("indicator", .string(indicator.code)), ("unit", unit.json),
      ("amount", .number(indicator.amount(amount))), ("year", .integer(Int64(year))),
      ("note", .string(note)), ("source", .string(source)),
      ("record", JSONValue(record?.id)), ("actor", .string(actor)),
      ("at", .string(at)), ("command", .string(command)), ("reason", .string(reason)),
    ])
  }

  static func columns(_ language: Language) -> [Column] {
    [
      Column(Phrase.entry(language), key: "entry", .fixed),
      Column(Phrase.day(language), key: "date", .fixed),
      Column(Phrase.unit(language), key: "unit", minimumWidth: 8),
      Column(Phrase.amount(language), key: "amount", .number),
      Column(Phrase.note(language), key: "note", minimumWidth: 24),
      Column(Phrase.actor(language), key: "actor", .text, minimumWidth: 6, priority: 3),
      Column(Phrase.time(language), key: "at", .fixed, priority: 2),
      Column(Phrase.command(language), key: "command", minimumWidth: 32, priority: 1),
    ]
  }

  /// Which entry it answers, in words.
  private func origin(_ language: Language) -> String {
    for (mark, word) in [("correct:", Text("更正", "corrects")), ("undo:", Text("撤销", "undoes"))]
    where source.hasPrefix(mark) {
      return "\(word(language)) \(source.dropFirst(mark.count))"
    }
    if let record { return "\(record.id) \(record.label(language))" }
    if source == "list" { return Text("改由台账计数，冲回原数", "given way to the list")(language) }
    if source.hasPrefix("group:") { return Text("多条记录合并计一次", "counted once")(language) }
    return source
  }

  func cells(_ language: Language) -> [Cell] {
    let reason = reason == note ? "" : reason
    let why = [note, reason, origin(language)].filter { !$0.isEmpty }.joined(separator: " · ")
    return [
      .text(id), .text(day.description), .text(unit.name), .number(indicator.amount(amount)),
      .text(why), .text(actor), .text(at), .text(command),
    ]
  }
}

extension TraceReport {
  public var json: JSONValue {
    .object([
      ("report", "trace"), ("version", 1), ("head", .string(head)),
      ("indicator", .string(line.indicator.code)), ("month", .string(month.description)),
      ("unit", unit.json), ("line", line.json), ("actual", JSONValue(line.actualDecimal)),
      ("lines", .array(parts.flatMap { $0.entries.map(\.json) })),
      ("complete", .bool(!parts.contains(where: \.isCut))),
    ])
  }

  /// A table for each summed figure.
  public func tables(_ language: Language) -> [Table] {
    parts.map { part in
      let whole = Text(
        "\(part.indicator.name)\(part.year.map { "（\($0)年度）" } ?? "")：\(part.indicator.amount(part.actual))\(part.indicator.measure)",
        "\(part.indicator.title(.en))\(part.year.map { " (\($0))" } ?? ""): \(part.indicator.amount(part.actual)) \(part.indicator.measure)"
      )(
        language)
      let cut = Text(
        "仅列最近 \(part.entries.count) 笔；用 --limit 看更多，或用 --unit 缩小范围。",
        "Only the latest \(part.entries.count); --limit shows more, --unit narrows it.")(language)
      return Table(
        title: whole,
        subtitleLines: [
          Subtitle(
            Phrase.unit.label(language, unit.name),
            trailing: Phrase.cutoff.label(language, month.lastDay))
        ], columns: TracedEntry.columns(language),
        rows: part.entries.map { Row($0.cells(language)) },
        notes: part.isCut ? [cut] : [], footer: [Phrase.head.label(language, head)])
    }
  }
}

/// Entries as they were asked for.
public struct EntryList: Sendable {
  public var entries: [TracedEntry]

  public init(entries: [TracedEntry]) { self.entries = entries }

  public var json: JSONValue { .array(entries.map(\.json)) }

  public func table(_ language: Language) -> Table {
    var columns = TracedEntry.columns(language)
    columns.insert(
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 10), at: 3)
    return Table(
      columns: columns,
      rows: entries.map { entry in
        var cells = entry.cells(language)
        cells.insert(.text(entry.indicator.title(language)), at: 3)
        return Row(cells)
      })
  }
}
