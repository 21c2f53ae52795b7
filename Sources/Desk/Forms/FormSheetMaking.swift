internal import Forms
internal import Storage
internal import TargetEngine

/// Makes the sheets of units for one round; what they have in common is read once.
struct FormSheetMaking {
  private let round: FormRound
  private let figures: FormFigures
  private let last: [UnitID: FormAmounts]
  private let words: SourceWords

  init(_ round: FormRound) throws {
    self.round = round
    (figures, last) = (try FormFigures(round), try round.last())
    words = try round.desk.sourceWords(of: round.version)
  }

  /// A submission as it is shown; one that was never sent is filled in from its sources.
  ///
  /// - Parameter unit: with its title.
  func sheet(of unit: Unit, _ submission: Submission) throws -> FormSheetOfUnit {
    let sourced = try figures.sourced(for: unit)
    var contents = submission.contents
    if submission.standing.versions == 0 {
      let judged = try? round.sheet.judge(
        contents.values, last: last[unit.id] ?? [:], sourced: sourced)
      contents.values = judged?.values ?? contents.values
    }
    return FormSheetOfUnit(
      form: round.form.definition, period: round.period, version: round.version, unit: unit,
      standing: submission.standing, steps: submission.history.steps, contents: contents,
      draft: submission.draft, sourced: (try? round.sheet.figures(sourced)) ?? sourced,
      words: words)
  }
}
