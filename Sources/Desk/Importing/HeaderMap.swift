/// Which cell of a row holds which column of a kind of file.
struct HeaderMap: Sendable {
  let kind: FileKind
  private let places: [String: Int]

  /// The cell of a column; nil when the file does not have it.
  func place(_ name: String) -> Int? { places[name] }

  /// Recognises a header: the kind with the fewest columns missing and unknown, of which it has at
  /// least two that are required.
  static func recognise(_ header: [String]) -> FileKind? {
    let faults = { (kind: FileKind) in
      let missing = kind.columns.count { column in
        column.isRequired && !header.contains { column.isNamed($0) }
      }
      let unknown = header.count { title in
        !title.isEmpty && !kind.columns.contains { $0.isNamed(title) }
      }
      return missing + unknown
    }
    let fitting = FileKind.allCases.filter { kind in
      kind.columns.count { column in
        column.isRequired && header.contains { column.isNamed($0) }
      } >= 2
    }
    return fitting.min { faults($0) < faults($1) }
  }

  /// A column that only the history of a target has.
  private static let withdrawn = ["已撤销", "withdrawn"]

  /// Maps a header, or lists what is wrong with it.
  init(_ header: [String], kind: FileKind, file: String) throws(ImportFaults) {
    var faults = ImportFaults()
    if kind == .targets,
      let index = header.firstIndex(where: { HeaderMap.withdrawn.contains($0.lowercased()) })
    {
      faults.add(
        ImportFault(file: file, line: 1, column: index + 1, kind: .isHistory(header[index])))
      throw faults
    }
    var places: [String: Int] = [:]
    for (index, title) in header.enumerated() {
      guard let column = kind.columns.first(where: { $0.isNamed(title) }) else {
        // A column without a title holds nothing that could be meant.
        if title.isEmpty { continue }
        let known = kind.columns.flatMap { [$0.name, $0.zh] }
        faults.add(
          ImportFault(
            file: file, line: 1, column: index + 1,
            kind: .unknownColumn(
              title, of: kind, suggestions: Suggestions.nearest(to: title, in: known))))
        continue
      }
      if places[column.name] != nil {
        faults.add(
          ImportFault(file: file, line: 1, column: index + 1, kind: .repeatedColumn(title)))
      }
      places[column.name] = index
    }
    let missing = kind.columns.filter { $0.isRequired && places[$0.name] == nil }
    if !missing.isEmpty {
      faults.add(
        ImportFault(
          file: file, line: 1, column: 1,
          kind: .missingColumns(missing.map { "\($0.name) (\($0.zh))" }, of: kind)))
    }
    guard faults.isEmpty else { throw faults }
    self.kind = kind
    self.places = places
  }
}
