public import TargetEngine

/// What stands against a submission before it is sent.
public struct FormJudgement: Sendable {
  /// The values with those of the formulas.
  public let values: FormValues
  /// Lines that the form does not have, or whose value cannot stand in them, by number.
  public let misplaced: [LineNumber]
  /// Required lines that are empty: with one of them it is no submission.
  public let missing: [LineNumber]
  /// The checks in their order, each with its values.
  public let checks: [CheckResult]
  /// Lines in which a person wrote another number than their source has.
  public let differing: [SourceDifference]

  /// The hard checks that are broken: with one of them it is refused.
  public var refusals: [CheckResult] { broken(.hard) }
  /// The soft checks that are broken: each asks for an explanation.
  public var questions: [CheckResult] { broken(.soft) }
  /// Whether it can be sent, once its questions and differences are explained.
  public var isComplete: Bool { misplaced.isEmpty && missing.isEmpty && refusals.isEmpty }

  private func broken(_ severity: FormCheck.Severity) -> [CheckResult] {
    checks.filter { $0.verdict == .broken && $0.check.severity == severity }
  }
}

/// A line whose number is another than that of its source. It needs an explanation; both stay visible.
public struct SourceDifference: Sendable, Hashable {
  public let line: LineNumber
  public let sourced: Decimal
  /// Nil where the line was emptied.
  public let written: Decimal?
}

extension FormVersion {
  /// Judges what is to be submitted.
  ///
  /// - Parameters:
  ///   - isNil: in a nil return only amounts must be there.
  ///   - last: what was accepted of the period before.
  ///   - sourced: what the sources of lines have: indicators and counts.
  public func judge(
    _ values: FormValues, isNil: Bool = false, last: FormAmounts = [:], sourced: FormAmounts = [:]
  ) throws(FormOverflow) -> FormJudgement {
    let misplaced = values.filter { number, value in self[number]?.content.takes(value) != true }
    let values = try computing(values, last: last)
    let missing = lines.filter { line in
      line.isRequired && line.source.formula == nil && values[line.number] == nil
        && (line.content.isAmount || !isNil)
    }
    let amounts = values.amounts
    return FormJudgement(
      values: values, misplaced: misplaced.keys.sorted(), missing: missing.map(\.number),
      checks: checks.map { $0.judge(amounts, last: last) },
      differing: lines.compactMap { $0.difference(amounts, sourced) })
  }
}

extension FormLine {
  /// How its amount differs from that of its source, where it has one.
  fileprivate func difference(
    _ amounts: FormAmounts, _ sourced: FormAmounts
  ) -> SourceDifference? {
    guard source != .typed, source.formula == nil, let figure = sourced[number] else { return nil }
    let written = amounts[number]
    if let written, Fraction(written) == Fraction(figure) { return nil }
    return SourceDifference(line: number, sourced: figure, written: written)
  }
}
