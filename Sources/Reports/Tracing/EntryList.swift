public import TargetEngine

/// Entries as they were asked for.
public struct EntryList: Sendable {
  public var entries: [TracedEntry]

  public init(entries: [TracedEntry]) { self.entries = entries }

  public var json: JSONValue { .array(entries.map(\.json)) }

  /// - Parameter isWhole: with all that an import needs.
  public func table(_ language: Language, isWhole: Bool = false) -> Table {
    let hasModes = isWhole || entries.contains { $0.mode != .add }
    var columns = TracedEntry.columns(language)
    columns.insert(
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 10), at: 3)
    if isWhole { columns.append(Column(Phrase.planYear(language), key: "year", .fixed)) }
    if hasModes { columns.append(Column(Phrase.mode(language), key: "mode", .fixed)) }
    return Table(
      columns: columns,
      rows: entries.map { entry in
        var cells = entry.cells(language)
        cells.insert(.text(entry.indicator.title(language)), at: 3)
        if isWhole { cells.append(.integer(entry.year)) }
        if hasModes {
          cells.append(.text(entry.mode == .add ? "" : entry.mode.title(language)))
        }
        return Row(cells)
      })
  }
}
