public import TargetEngine

/// A hard check that says nothing, since a side has no value. Source: `forms.md`, "Check".
public struct OpenCheck: Sendable, Hashable {
  public let check: FormCheck
  /// The lines that it names and that have no amount. With none here and none of the period before, something is
  /// divided by 0.
  public let empty: [LineNumber]
  /// Likewise of the period before.
  public let emptyLast: [LineNumber]
}

extension FormVersion {
  /// The hard checks that amounts leave open: they hold nothing up, and nobody has held them against anything.
  ///
  /// - Parameters:
  ///   - amounts: with those of the formulas.
  ///   - last: what was accepted of the period before.
  public func openChecks(_ amounts: FormAmounts, last: FormAmounts = [:]) -> [OpenCheck] {
    checks.filter { check in
      check.severity == .hard && check.judge(amounts, last: last).verdict == .open
    }.map { check in
      OpenCheck(
        check: check, empty: check.rule.lines.filter { amounts[$0] == nil },
        emptyLast: check.rule.lastLines.filter { last[$0] == nil })
    }
  }
}
