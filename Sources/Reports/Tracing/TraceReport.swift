public import TargetEngine

/// From a printed figure to the entries behind it, with who, when and why.
public struct TraceReport: Sendable {
  public var head: String
  public var month: Month
  /// Whether the figure is that of a closing.
  public var closed: Bool
  public var unit: Unit
  public var line: Line
  /// The figures of a ratio that it is derived from, or the line itself.
  public var parts: [Part]

  public init(
    head: String, month: Month, closed: Bool, unit: Unit, line: Line, parts: [Part]
  ) {
    self.head = head
    self.month = month
    self.closed = closed
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
    public var entries: [TracedEntry] = []
    /// Of a closed figure those that came after the closing, which are not in it.
    public var since: [TracedEntry] = []
    /// Whether older entries were left out.
    public var isCut = false
    /// Records that are not among the entries, since their units report by number.
    public var uncounted: ReportNote?

    public init(indicator: Indicator, year: Int?, actual: Int64) {
      self.indicator = indicator
      self.year = year
      self.actual = actual
    }
  }
}

extension TraceReport.Part {
  fileprivate var uncountedRecords: Int {
    if case .uncounted(_, _, let records) = uncounted { records } else { 0 }
  }
}

extension TraceReport {
  public var json: JSONValue {
    .object([
      ("report", "trace"), ("version", 1), ("head", .string(head)),
      ("indicator", .string(line.indicator.code)), ("month", .string(month.description)),
      ("unit", unit.json), ("line", line.json), ("actual", JSONValue(line.actualDecimal)),
      ("lines", .array(parts.flatMap { $0.entries.map(\.json) })),
      ("complete", .bool(!parts.contains(where: \.isCut))), ("closed", .bool(closed)),
      ("since", .array(parts.flatMap { $0.since.map(\.json) })),
      ("uncounted", .integer(Int64(parts.map(\.uncountedRecords).reduce(0, +)))),
    ])
  }

  /// A table for each summed figure, and one for what came after it was closed.
  public func tables(_ language: Language) -> [Table] {
    parts.flatMap { part in
      let whole = Text(
        "\(part.indicator.name)\(part.year.map { "（\($0)年度）" } ?? "")：\(part.indicator.amount(part.actual))\(part.indicator.measure)",
        "\(part.indicator.title(.en))\(part.year.map { " (\($0))" } ?? ""): \(part.indicator.amount(part.actual)) \(part.indicator.measure)"
      )(language)
      let cut = Text(
        "仅列最近 \(part.entries.count) 笔；用 --limit 看更多，或用 --unit 缩小范围。",
        "Only the latest \(part.entries.count); --limit shows more, --unit narrows it.")(language)
      let title = closed ? Text("\(whole)（已结账）", "\(whole) (closed)")(language) : whole
      let later = Text(
        "\(part.indicator.name)：结账以后登记的，未计入上表",
        "\(part.indicator.title(.en)): recorded after the closing, not in the figure above")(
          language)
      let table = { (title: String, entries: [TracedEntry]) in
        Table(
          title: title,
          subtitleLines: [
            Subtitle(
              Phrase.unit.label(language, unit.title),
              trailing: Phrase.cutoff.label(language, month.lastDay))
          ], columns: TracedEntry.columns(language),
          rows: entries.map { Row($0.cells(language)) },
          notes: (part.isCut ? [cut] : [])
            + [part.uncounted?.sentence(language)].compactMap(\.self),
          footer: [Phrase.foot(language, head: head)])
      }
      return [table(title, part.entries)] + (part.since.isEmpty ? [] : [table(later, part.since)])
    }
  }
}
