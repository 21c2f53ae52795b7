/// Formulas that need each other's values: the first line needs the second, and so on; the last needs
/// the first.
public struct FormulaCircle: Error, Sendable, Equatable {
  public let lines: [LineNumber]
}

/// In which order formulas are computed.
enum FormulaOrder {
  /// The lines of formulas, each after those that it needs; otherwise in the order given. What a formula
  /// needs of the period before stands already.
  static func order(
    _ formulas: [(line: LineNumber, formula: Formula)]
  ) throws(FormulaCircle) -> [LineNumber] {
    var waiting: [(line: LineNumber, needs: Set<LineNumber>)] = formulas.map {
      ($0.line, Set($0.formula.lines))
    }
    var open = Set(waiting.map(\.line))
    var order: [LineNumber] = []
    while !waiting.isEmpty {
      var left: [(line: LineNumber, needs: Set<LineNumber>)] = []
      for step in waiting {
        if step.needs.isDisjoint(with: open) {
          order.append(step.line)
          open.remove(step.line)
        } else {
          left.append(step)
        }
      }
      guard left.count < waiting.count else { throw circle(formulas, among: open) }
      waiting = left
    }
    return order
  }

  /// The circle into which the first of the lines that wait leads: each of them waits for another.
  private static func circle(
    _ formulas: [(line: LineNumber, formula: Formula)], among open: Set<LineNumber>
  ) -> FormulaCircle {
    let next = Dictionary(
      formulas.compactMap { step in
        step.formula.lines.first(where: open.contains).map { (step.line, $0) }
      }, uniquingKeysWith: { first, _ in first })
    var path: [LineNumber] = []
    var line = formulas.first { open.contains($0.line) }?.line
    while let here = line {
      if let start = path.firstIndex(of: here) {
        return FormulaCircle(lines: Array(path[start...]))
      }
      path.append(here)
      line = next[here]
    }
    return FormulaCircle(lines: path)
  }
}
