internal import OfficeFiles
internal import Registers
internal import Storage
internal import TargetEngine

/// What a file holds.
enum FileContent {
  case core(FileKind)
  case records(RegisterShape)

  var kind: FileKind? {
    if case .core(let kind) = self { return kind }
    return nil
  }
}

/// A table of a file, and what it holds.
struct RecognisedTable {
  var table: any TableSource
  var content: FileContent
}

/// Tells what a table holds by its header.
struct FileRecognition {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// - Throws: `ImportFaults` when the header is of no known kind, or not of the one asked for.
  func recognise(_ table: any TableSource, only: FileKind?) throws -> RecognisedTable {
    RecognisedTable(table: table, content: try content(of: table, only: only))
  }

  private func content(of table: any TableSource, only: FileKind?) throws -> FileContent {
    let kind = FileKind(of: table.header)
    if let only {
      if only != kind { try only.check(table) }
      return .core(only)
    }
    if let kind, (try? kind.check(table)) != nil { return .core(kind) }
    if let shape = register(table.header) { return .records(shape) }
    if let kind { return .core(kind) }
    throw ImportFaults(
      ImportFault(
        place: table.place(row: 1, column: 1), kind: .unknownHeader(table.header)))
  }

  /// The register all of whose needed fields stand in a header, with the fewest columns that it
  /// does not know; nil when several do equally well. Where none does, the header may name records
  /// that are known.
  private func register(_ header: [String]) -> RegisterShape? {
    let titles = header.map(\.trimmed).filter { !$0.isEmpty }
    let isWhole = { (shape: RegisterShape) in
      shape.requiredFields.allSatisfy { field in
        titles.contains { shape.fields[field].isNamed($0) }
      }
    }
    let names = { (shape: RegisterShape) in
      let targets = titles.compactMap { try? shape.target(of: $0) }
      return shape.isNamed { targets.contains($0) }
    }
    return nearest(titles, where: isWhole) ?? nearest(titles, where: names)
  }

  private func nearest(
    _ titles: [String], where isFitting: (RegisterShape) -> Bool
  ) -> RegisterShape? {
    let fitting = ledger.allShapes().compactMap { shape -> (unknown: Int, shape: RegisterShape)? in
      let unknown = titles.count { title in
        shape.field(named: title) == nil && shape.history(named: title) == nil
          && !SystemColumn.allCases.contains { $0.isNamed(title) }
      }
      return unknown * 2 < titles.count && isFitting(shape) ? (unknown, shape) : nil
    }
    let best = fitting.map(\.unknown).min()
    let chosen = fitting.filter { $0.unknown == best }
    return chosen.count == 1 ? chosen[0].shape : nil
  }
}

extension FileKind {
  /// Throws what is wrong with the header of a file of this kind.
  fileprivate func check(_ table: any TableSource) throws(ImportFaults) {
    switch self {
    case .units: _ = try FileHeader<UnitColumn>(of: table)
    case .indicators: _ = try FileHeader<IndicatorColumn>(of: table)
    case .targets: _ = try FileHeader<TargetColumn>(of: table)
    case .entries: _ = try FileHeader<EntryColumn>(of: table)
    case .holidays: _ = try FileHeader<HolidayColumn>(of: table)
    }
  }
}
