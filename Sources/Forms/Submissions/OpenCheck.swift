public import TargetEngine

/// A hard check that says nothing, since a side has no value. Source: `forms.md`, "Check".
public struct OpenCheck: Sendable, Hashable {
  public let check: FormCheck
  /// The lines that it needs and that have no amount; in place of a formula those that it needs. With none here and none
  /// of the period before, something is divided by 0.
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
    let formulas = Dictionary(lines.map { ($0.number, $0.source.formula) }) { first, _ in first }
    return checks.filter { check in
      check.severity == .hard && check.judge(amounts, last: last).verdict == .open
    }.map { check in
      var (needed, needsLast) = (check.rule.lines, check.rule.lastLines)
      var (empty, seen): (Set<LineNumber>, Set<LineNumber>) = ([], Set(needed))
      while let line = needed.popLast() {
        if amounts[line] != nil { continue }
        guard let formula = formulas[line] ?? nil else {
          empty.insert(line)
          continue
        }
        needsLast += formula.lastLines
        needed += formula.lines.filter { seen.insert($0).inserted }
      }
      return OpenCheck(
        check: check, empty: empty.sorted(),
        emptyLast: Set(needsLast.filter { last[$0] == nil }).sorted())
    }
  }
}
