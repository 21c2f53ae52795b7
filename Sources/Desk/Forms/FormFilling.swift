public import Forms
internal import Storage
public import TargetEngine

/// One unit's submission with its form, as it is shown and filled in.
public struct FormSheetOfUnit: Sendable {
  public var form: FormDefinition
  public var period: FormPeriod
  public var version: FormVersion
  public var unit: Unit
  public var standing: FormStanding
  public var steps: [FormStep]
  public var values: FormValues
  public var explanations: [LineNumber: String]
  /// What sources have now.
  public var sourced: FormAmounts
}

extension Desk {
  /// One unit's submission as it is now; what was not written yet is filled in from its sources.
  ///
  /// - Parameter number: an earlier version, counted from 1; nil for the one at hand.
  public func formSheet(
    _ form: String, _ period: String, unit unitText: String, version number: Int? = nil
  ) throws -> FormSheetOfUnit {
    try snapshot {
      let round = try FormRound(self, form, period)
      let unit = try unit(unitText).unit
      let submission =
        try ledger.submissions(of: round.form, round.period, unit: unit.id).first
        ?? Submission(round.form, unit: unit.id, round.period)
      let shown = try number.map { try version($0, of: submission, round) } ?? submission
      let sourced = try FormFigures(round).sourced(for: unit)
      var values = shown.values
      if submission.standing.versions == 0 {
        let judged = try? round.sheet.judge(
          values, last: try round.last()[unit.id] ?? [:], sourced: sourced)
        values = judged?.values ?? values
      }
      return FormSheetOfUnit(
        form: round.form.definition, period: round.period, version: round.version,
        unit: try titled(unit), standing: shown.standing, steps: shown.history.steps,
        values: values, explanations: shown.explanations, sourced: sourced)
    }
  }

  private func version(
    _ number: Int, of submission: Submission, _ round: FormRound
  ) throws -> Submission {
    guard let found = try ledger.version(number, of: submission, round.form) else {
      throw DeskError.form(.noVersion(number, count: submission.standing.versions))
    }
    return found
  }

  /// Fills in lines of a unit's submission, and sends it.
  ///
  /// - Parameters:
  ///   - words: `3=12`, `说明=…`; an explanation as `3?=…`.
  ///   - isDraft: whether it is kept and not sent.
  public func fillForm(
    _ form: String, _ period: String, unit unitText: String, _ words: [String], isDraft: Bool
  ) throws -> Written<FormsDone> {
    try write { transaction in
      let round = try FormRound(self, form, period)
      let sending = try FormSending(round)
      let unit = try unit(unitText).unit
      let known = try sending.submission(of: unit)
      var answer = FormAnswer(
        unit: unit, values: known.values.filter { round.sheet[$0.key]?.source.formula == nil },
        explanations: known.explanations)
      for word in words { try round.sheet.fill(&answer, word) }
      let submission = try isDraft ? sending.draft(answer) : sending.send(answer)
      try transaction.keep(submission.map { [$0] } ?? [], of: round.form)
      return FormsDone(
        form: round.form.definition, period: round.period,
        action: isDraft ? .draft : .submit(), units: [try titled(unit)])
    }
  }
}

extension FormSheet {
  fileprivate func fill(_ answer: inout FormAnswer, _ word: String) throws {
    guard let sign = word.firstIndex(of: "=") ?? word.firstIndex(of: "＝") else {
      throw DeskError.form(.noLineNumber(word))
    }
    var name = String(word[..<sign])
    let text = String(word[word.index(after: sign)...])
    let isExplanation = name.last.map { "?？".contains($0) } ?? false
    if isExplanation { name.removeLast() }
    guard let number = LineNumber(name) else { throw DeskError.form(.noLineNumber(word)) }
    guard let line = self[number] else { throw DeskError.form(.unknownLine(number)) }
    if isExplanation {
      answer.explanations[number] = text.isEmpty ? nil : text
      return
    }
    do throws(FormValueFault) {
      answer.values[number] = try line.content.value(text)
    } catch { throw DeskError.form(.value(error, line: number)) }
  }
}
