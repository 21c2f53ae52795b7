public import TargetEngine

/// What a line, or a side of a check, is computed by: `[3]`, `100`, `+ - * / ( )`, `last([3])`.
///
/// ```swift
/// let formula = try Formula("([1.1] + [1.2]) / [2] * 100")
/// formula.lines            // [1.1, 1.2, 2]
/// formula.description      // ([1.1] + [1.2]) / [2] * 100
/// ```
public indirect enum Formula: Sendable, Hashable {
  /// `[3]`: the value of a line.
  case line(LineNumber)
  /// `last([3])`: its accepted value of the period before.
  case last(LineNumber)
  /// A number, not below 0.
  case constant(Decimal)
  case negative(Formula)
  case operation(Formula, Operator, Formula)

  /// What is done with two values; its raw value is the sign.
  public enum Operator: Character, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"

    /// Products are made before sums.
    var isProduct: Bool { self == .times || self == .over }
  }

  /// The lines of this period that it needs, each once, as they stand in it.
  public var lines: [LineNumber] {
    var seen: Set<LineNumber> = []
    return references.compactMap { !$0.isLast && seen.insert($0.line).inserted ? $0.line : nil }
  }

  /// The lines of the period before that it needs, each once, as they stand in it.
  public var lastLines: [LineNumber] {
    var seen: Set<LineNumber> = []
    return references.compactMap { $0.isLast && seen.insert($0.line).inserted ? $0.line : nil }
  }

  private var references: [(line: LineNumber, isLast: Bool)] {
    switch self {
    case .line(let line): [(line, false)]
    case .last(let line): [(line, true)]
    case .constant: []
    case .negative(let formula): formula.references
    case .operation(let left, _, let right): left.references + right.references
    }
  }
}

extension Formula: CustomStringConvertible {
  /// The formula with no more brackets than it needs; read again it is itself.
  public var description: String {
    switch self {
    case .line(let line): "[\(line)]"
    case .last(let line): "last([\(line)])"
    case .constant(let number): number.description
    case .negative(let formula): "-" + formula.text(in: formula.isAtom)
    case .operation(let left, let sign, let right):
      left.text(in: left.binds(before: sign, onRight: false)) + " \(sign.rawValue) "
        + right.text(in: right.binds(before: sign, onRight: true))
    }
  }

  /// The text, between brackets unless it holds together by itself.
  private func text(in holdsTogether: Bool) -> String {
    holdsTogether ? description : "(\(description))"
  }

  private var isAtom: Bool {
    switch self {
    case .line, .last, .constant: true
    case .negative, .operation: false
    }
  }

  /// Whether this side of an operation is made before it without brackets; signs of one strength are
  /// taken from the left.
  private func binds(before sign: Operator, onRight: Bool) -> Bool {
    switch self {
    case .line, .last, .constant: true
    // `1 - -2` can be read, but not by people.
    case .negative: !onRight
    case .operation(_, let own, _):
      own.isProduct == sign.isProduct ? !onRight : own.isProduct
    }
  }
}
