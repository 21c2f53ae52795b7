public import Forms
internal import Storage
public import TargetEngine

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
      return try FormSheetMaking(round).sheet(of: try titled(unit), shown)
    }
  }

  /// Takes words. What explained another figure does not explain a new one.
  private func fill(_ answer: inout FormAnswer, _ words: [String], _ sheet: FormSheet) throws {
    var told: Set<FormWord> = []
    let before = answer.values
    for word in words {
      let word = try FormWord(word)
      guard told.insert(word).inserted else { throw DeskError.form(.repeatedLine(word.line)) }
      try sheet.fill(&answer, word)
    }
    let explained = Set(told.filter(\.isExplanation).map(\.line))
    for word in told
    where !explained.contains(word.line)
      && before[word.line].map({ $0 != answer.values[word.line] }) ?? false
    {
      answer.explanations[word.line] = nil
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
        unit: unit,
        // What stood in a line that has ended since has no place any more.
        values: known.atWork.values.filter {
          round.sheet[$0.key].map { $0.source.formula == nil } ?? false
        },
        explanations: known.atWork.explanations.filter { round.sheet[$0.key] != nil })
      answer.values.merge(known.atWork.written.mapValues { .amount($0) }) { first, _ in first }
      try fill(&answer, words, round.sheet)
      let submission = try isDraft ? sending.draft(answer) : sending.send(answer)
      try transaction.keep(submission.map { [$0] } ?? [], of: round.form)
      var done = FormsDone(
        form: round.form.definition, period: round.period,
        action: isDraft ? .draft : .submit(), units: [try titled(unit)],
        isUnchanged: submission == nil)
      if let submission {
        done.open = sending.openChecks(of: submission, done.units)
        done.unexplained = sending.unexplained(by: submission)
        done.gone = sending.dropped(by: submission).filter { round.sheet[$0] == nil }
      }
      return done
    }
  }
}

/// What somebody writes of a line: `3=12`, or an explanation as `3?=…`.
private struct FormWord: Hashable {
  let line: LineNumber
  let isExplanation: Bool
  let text: String

  /// - Throws: `FormRefusal.noLineNumber`.
  init(_ word: String) throws(DeskError) {
    guard let sign = word.firstIndex(of: "=") ?? word.firstIndex(of: "＝") else {
      throw .form(.noAnswer(word))
    }
    var name = word[..<sign]
    isExplanation = name.last.map { "?？".contains($0) } ?? false
    if isExplanation { name.removeLast() }
    guard let line = LineNumber(inSpreadsheet: name) else { throw .form(.noAnswer(word)) }
    self.line = line
    text = String(word[word.index(after: sign)...])
  }

  // One thing is said of a line once.
  static func == (one: FormWord, other: FormWord) -> Bool {
    one.line == other.line && one.isExplanation == other.isExplanation
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(isExplanation)
  }
}

extension FormSheet {
  fileprivate func fill(_ answer: inout FormAnswer, _ word: FormWord) throws(DeskError) {
    guard let line = self[word.line] else { throw .form(.unknownLine(word.line)) }
    if word.isExplanation {
      answer.explanations[word.line] = word.text.isEmpty ? nil : word.text
      return
    }
    do throws(FormValueFault) {
      answer.values[word.line] = try line.content.value(word.text)
    } catch { throw .form(.value(error, line: word.line)) }
  }
}
