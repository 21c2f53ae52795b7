internal import TargetEngine

/// A version made ready for many submissions: its lines by number, its formulas in the order in which they
/// are computed.
///
/// ```swift
/// let sheet = FormSheet(form.version(of: june))
/// for answer in answers { judgements.append(try sheet.judge(answer)) }
/// ```
public struct FormSheet: Sendable {
  public let version: FormVersion
  /// The lines with formulas, each after those that it needs.
  let formulas: [(line: FormLine, formula: Formula)]
  private let lines: [LineNumber: FormLine]

  /// - Parameter version: of a definition, which has no circle.
  public init(_ version: FormVersion) {
    self.version = version
    let lines = Dictionary(version.lines.map { ($0.number, $0) }) { first, _ in first }
    self.lines = lines
    let order = (try? version.formulaOrder()) ?? []
    formulas = order.compactMap { number in
      lines[number].flatMap { line in line.source.formula.map { (line, $0) } }
    }
  }

  /// Lines with those whose formulas need any of them.
  public func withDependents(of lines: Set<LineNumber>) -> Set<LineNumber> {
    formulas.reduce(into: lines) { all, item in
      if item.formula.lines.contains(where: all.contains) { all.insert(item.line.number) }
    }
  }

  /// The lines that formulas need by themselves.
  var neededByFormulas: Set<LineNumber> { Set(formulas.flatMap(\.formula.lines)) }

  /// A line by its number.
  public subscript(number: LineNumber) -> FormLine? { lines[number] }
}
