public import TargetEngine

/// What stands against a submission before it is sent.
public struct FormJudgement: Sendable {
  /// The values with what sources fill in and formulas give.
  public let values: FormValues
  /// Whether nobody wrote anything, though there is something to write: that is no zero.
  public let isEmpty: Bool
  /// Lines that the form does not have, or whose value cannot stand in them, by number.
  public let misplaced: [LineNumber]
  /// Required lines that are empty: with one of them it is no submission.
  public let missing: [LineNumber]
  /// The checks in their order, each with its values.
  public let checks: [CheckResult]
  /// Lines in which a person wrote another number than their source has.
  public let differing: [SourceDifference]
  /// What a person wrote into lines with formulas, where it is another number: it does not count, and stays visible.
  public let overwritten: FormAmounts
  /// The lines with an explanation.
  let explained: Set<LineNumber>

  /// The hard checks that are broken: with one of them it is refused.
  public var refusals: [CheckResult] { broken(.hard) }
  /// The soft checks that are broken: each asks for an explanation.
  public var questions: [CheckResult] { broken(.soft) }
  /// The soft checks that none of the lines they name explains.
  public var openQuestions: [CheckResult] {
    questions.filter { result in !result.check.rule.named.contains(where: explained.contains) }
  }
  /// The differences that are not explained at their lines.
  public var openDifferences: [SourceDifference] {
    differing.filter { !explained.contains($0.line) }
  }
  /// Whether it can be sent, once its questions and differences are explained.
  public var isComplete: Bool {
    !isEmpty && misplaced.isEmpty && missing.isEmpty && refusals.isEmpty
  }
  /// Whether it can be sent as it is.
  public var canBeSent: Bool { isComplete && openQuestions.isEmpty && openDifferences.isEmpty }

  private func broken(_ severity: FormCheck.Severity) -> [CheckResult] {
    checks.filter { $0.verdict == .broken && $0.check.severity == severity }
  }
}

/// A line whose number is another than that of its source: of an indicator, a count, or its formula. It
/// needs an explanation; both stay visible.
public struct SourceDifference: Sendable, Hashable {
  public let line: LineNumber
  /// With the line's decimals; nil where a formula has no value.
  public let sourced: Decimal?
  public let written: Decimal

  public init(line: LineNumber, sourced: Decimal?, written: Decimal) {
    (self.line, self.sourced, self.written) = (line, sourced, written)
  }
}

extension FormSheet {
  /// Judges what is to be submitted.
  ///
  /// A line that is empty is filled from its source. What is written into a line with a formula does not
  /// count, and is a difference where it is another amount.
  ///
  /// - Parameters:
  ///   - explanations: by the lines that they explain; one of any line that a check names explains it.
  ///   - isNil: in a nil return only amounts must be there.
  ///   - last: what was accepted of the period before.
  ///   - sourced: what the sources of lines have: indicators and counts.
  public func judge(
    _ written: FormValues, explanations: [LineNumber: String] = [:], isNil: Bool = false,
    last: FormAmounts = [:], sourced: FormAmounts = [:]
  ) throws(FormOverflow) -> FormJudgement {
    var (values, misplaced): (FormValues, [LineNumber]) = (written, [])
    for (number, value) in written {
      guard let line = self[number] else {
        misplaced.append(number)
        continue
      }
      if line.source.formula != nil { continue }
      if let standing = line.content.standing(value) {
        values[number] = standing
      } else {
        misplaced.append(number)
      }
    }
    let figures = try self.figures(sourced)
    for (number, figure) in figures where values[number] == nil { values[number] = .amount(figure) }
    let amounts = try computing(values.amounts, last: last)
    for (line, _) in formulas { values[line.number] = amounts[line.number].map { .amount($0) } }
    let missing = version.lines.filter { line in
      line.isRequired && line.source.formula == nil && values[line.number] == nil
        && (line.content.isAmount || !isNil)
    }
    let differing = differences(written, amounts, figures)
    let overwritten = differing.filter { self[$0.line]?.source.formula != nil }
    return FormJudgement(
      values: values,
      isEmpty: written.isEmpty
        && version.lines.contains { $0.source == .typed && figures[$0.number] == nil },
      misplaced: misplaced.sorted(), missing: missing.map(\.number),
      checks: version.checks.map { $0.judge(amounts, last: last) },
      differing: differing,
      overwritten: Dictionary(overwritten.map { ($0.line, $0.written) }) { first, _ in first },
      explained: Set(explanations.keys))
  }

  /// What sources have, with the decimals of their lines.
  public func figures(_ sourced: FormAmounts) throws(FormOverflow) -> FormAmounts {
    var figures: FormAmounts = [:]
    for (number, figure) in sourced {
      guard let line = self[number], line.source.formula == nil, let decimals = line.decimals else {
        continue
      }
      guard let rounded = Fraction(figure).rounded(places: decimals) else {
        throw FormOverflow(line: number)
      }
      figures[number] = rounded
    }
    return figures
  }

  private func differences(
    _ written: FormValues, _ amounts: FormAmounts, _ figures: FormAmounts
  ) -> [SourceDifference] {
    version.lines.compactMap { line in
      guard case .amount(let own) = written[line.number] else { return nil }
      let isComputed = line.source.formula != nil
      let source = isComputed ? amounts[line.number] : figures[line.number]
      guard source.map({ Fraction(own) != Fraction($0) }) ?? isComputed else { return nil }
      return SourceDifference(line: line.number, sourced: source, written: own)
    }
  }
}
