public import TargetEngine

/// A check 审核关系: what must hold between the lines of a submission.
public struct FormCheck: Sendable, Hashable, Identifiable {
  /// What comes of breaking it; the word of the column `kind` in form-checks.csv.
  public enum Severity: String, Sendable, CaseIterable {
    /// A submission that breaks it is refused.
    case hard
    /// An explanation is asked for.
    case soft
  }

  public var rule: CheckRule
  public var severity: Severity
  /// What is told to whoever breaks it; empty where the rule says enough.
  public var message: String

  /// Two checks of one rule are the same check.
  public var id: CheckRule { rule }

  public init(_ rule: CheckRule, _ severity: Severity, message: String = "") {
    self.rule = rule
    self.severity = severity
    self.message = message
  }
}

/// What a check says of amounts; `cells` is how files write it.
public enum CheckRule: Sendable, Hashable {
  /// `[4] <= [3]`.
  case compare(Formula, CheckRelation, Formula)
  /// `[4] change 20%`: a line does not differ by more than so many percent from the period before.
  case change(LineNumber, percent: Decimal)

  /// The lines of this period that it is about, each once.
  public var lines: [LineNumber] {
    switch self {
    case .compare(let left, _, let right):
      left.lines + right.lines.filter { !left.lines.contains($0) }
    case .change(let line, _): [line]
    }
  }

  /// The lines that it names, of this period or of the one before: an explanation of any of them explains it. Source:
  /// `forms.md`, "Check".
  public var named: [LineNumber] { lines + lastLines.filter { !lines.contains($0) } }

  /// The lines of the period before that it needs.
  public var lastLines: [LineNumber] {
    switch self {
    case .compare(let left, _, let right):
      left.lastLines + right.lastLines.filter { !left.lastLines.contains($0) }
    case .change(let line, _): [line]
    }
  }
}

/// How two sides must stand to each other. Its raw value is the sign of files.
public enum CheckRelation: String, Sendable, CaseIterable {
  case equal = "="
  case different = "!="
  case atMost = "<="
  case below = "<"
  case atLeast = ">="
  case above = ">"

  /// Whether two exact values stand so.
  public func holds(_ left: Fraction, _ right: Fraction) -> Bool {
    switch self {
    case .equal: left == right
    case .different: left != right
    case .atMost: left <= right
    case .below: left < right
    case .atLeast: left >= right
    case .above: left > right
    }
  }

  /// Reads `<=`, `≤`, `=<`, `不大于`, and what is like it for the others, in half-width or full-width characters.
  public init?(_ text: some StringProtocol) {
    switch text.halfWidth {
    case "=", "==", "等于": self = .equal
    case "!=", "<>", "≠", "不等于": self = .different
    case "<=", "≤", "≦", "=<", "不大于", "小于等于", "不超过": self = .atMost
    case "<", "小于": self = .below
    case ">=", "≥", "≧", "=>", "不小于", "大于等于", "不少于": self = .atLeast
    case ">", "大于": self = .above
    default: return nil
    }
  }
}
