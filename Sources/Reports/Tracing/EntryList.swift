public import TargetEngine

/// Entries with their transactions, newest first. A level is one row, with what it is now.
public struct EntryList: Sendable {
  public var entries: [TracedEntry]

  public init(entries: [TracedEntry]) { self.entries = entries }

  public var json: JSONValue { .array(entries.map(\.json)) }

  /// - Parameter isWhole: with all that an import needs.
  public func table(_ language: Language, isWhole: Bool = false) -> Table {
    let hasModes = isWhole || entries.contains { $0.mode != .add }
    var table = EntryList.table(language, isWhole: isWhole, hasModes: hasModes)
    table.rows = entries.map {
      EntryList.row($0, language, isWhole: isWhole, hasModes: hasModes)
    }
    if entries.isEmpty { table.notes = [Phrase.nothing(language)] }
    return table
  }

  /// The table of any number of entries with all that an import needs, without its rows.
  public static func whole(_ language: Language) -> Table {
    table(language, isWhole: true, hasModes: true)
  }

  /// A row of that table.
  public static func row(_ entry: TracedEntry, _ language: Language) -> Row {
    row(entry, language, isWhole: true, hasModes: true)
  }

  private static func table(_ language: Language, isWhole: Bool, hasModes: Bool) -> Table {
    var columns = TracedEntry.columns(language)
    columns.insert(
      Column(Phrase.indicator(language), key: "indicator", minimumWidth: 10), at: 3)
    if isWhole { columns.append(Column(Phrase.planYear(language), key: "year", .fixed)) }
    if hasModes { columns.append(Column(Phrase.mode(language), key: "mode", .fixed)) }
    return Table(columns: columns)
  }

  private static func row(
    _ entry: TracedEntry, _ language: Language, isWhole: Bool, hasModes: Bool
  ) -> Row {
    var cells = entry.cells(language, isWhole: isWhole)
    cells.insert(.text(entry.indicator.title(language)), at: 3)
    if isWhole { cells.append(.integer(entry.year)) }
    if hasModes {
      cells.append(.text(entry.mode == .add ? "" : entry.mode.title(language)))
    }
    return Row(cells)
  }
}
