public import TargetEngine

/// Entries as they were asked for.
public struct EntryList: Sendable {
  public var entries: [TracedEntry]

  public init(entries: [TracedEntry]) { self.entries = entries }

  public var json: JSONValue { .array(entries.map(\.json)) }

  public func table(_ language: Language) -> Table {
    var columns = TracedEntry.columns(language)
    columns.insert(
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 10), at: 3)
    columns += [
      Column(Phrase.planYear(language), key: "year", .fixed, priority: 0),
      Column(Phrase.mode(language), key: "mode", .fixed, priority: 4),
    ]
    return Table(
      columns: columns,
      rows: entries.map { entry in
        var cells = entry.cells(language)
        cells.insert(.text(entry.indicator.name), at: 3)
        cells += [
          .integer(entry.year), .text(entry.mode == .add ? "" : entry.mode.title(language)),
        ]
        return Row(cells)
      })
  }
}
