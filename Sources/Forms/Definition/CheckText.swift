public import TargetEngine

/// Why three cells of form-checks.csv say no rule.
public enum CheckFault: Error, Sendable, Equatable {
  case left(FormulaFault)
  /// Neither a sign nor `change`.
  case unknownRelation(String)
  case right(FormulaFault)
  /// The left side of `change` is not one line.
  case changeOfNoLine
  /// The right side of `change` is not a percentage such as `20%`, with four decimals at most.
  case noPercentage(String)
}

extension CheckRule {
  /// Reads the columns of form-checks.csv: `[4]`, `<=`, `[3] + 1`; or `[4]`, `change` (变动), `20%`.
  public init(
    _ left: some StringProtocol, _ relation: some StringProtocol, _ right: some StringProtocol
  ) throws(CheckFault) {
    let leftSide: Formula
    do { leftSide = try Formula(left) } catch { throw .left(error) }
    if ["change", "变动"].contains(relation.halfWidth.lowercased()) {
      guard case .line(let line) = leftSide else { throw .changeOfNoLine }
      self = .change(line, percent: try CheckRule.percentage(right.halfWidth))
      return
    }
    guard let sign = CheckRelation(relation) else { throw .unknownRelation(String(relation)) }
    do { self = .compare(leftSide, sign, try Formula(right)) } catch { throw .right(error) }
  }

  private static func percentage(_ text: String) throws(CheckFault) -> Decimal {
    guard text.last == "%", let units = try? Amount.parse(text.dropLast(), decimals: 4), units >= 0
    else { throw .noPercentage(text) }
    return Decimal(units, places: 4).trimmed
  }

  /// The three cells in the words of either language.
  public var words: Text {
    Text(cells(.zh).joined(separator: " "), cells(.en).joined(separator: " "))
  }

  /// The three cells that say it, in the words of a language.
  public func cells(_ language: Language) -> [String] {
    guard case .change = self, language == .zh else { return cells }
    return [cells[0], "变动", cells[2]]
  }

  /// The three cells as the database has them.
  public var cells: [String] {
    switch self {
    case .compare(let left, let relation, let right):
      [left.description, relation.rawValue, right.description]
    case .change(let line, let percent): ["[\(line)]", "change", "\(percent)%"]
    }
  }
}
