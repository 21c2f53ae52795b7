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
            Phrase.unit.label(language, unit.title),
            trailing: Phrase.cutoff.label(language, month.lastDay))
        ], columns: TracedEntry.columns(language),
        rows: part.entries.map { Row($0.cells(language)) },
        notes: part.isCut ? [cut] : [], footer: [Phrase.foot(language, head: head)])
    }
  }
}
