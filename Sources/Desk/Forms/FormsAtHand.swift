internal import Forms
internal import Storage
internal import TargetEngine

/// A form for one period, with who owes it and what each of them did.
struct FormAtHand {
  let form: StoredForm
  let period: FormPeriod
  let version: FormVersion
  /// Those of the board, in its order.
  let units: [Unit]
  let board: FormBoard

  /// The units whose rows are as asked, in the order of the board.
  func units(where isWanted: (FormBoard.Row) -> Bool) -> [Unit] {
    zip(board.rows, units).filter { isWanted($0.0) }.map(\.1)
  }
}

/// Which forms are looked for, and as of when.
struct FormsSought {
  /// Periods that have one of these days.
  var days: ClosedRange<Day>
  /// Only what is due by this day; nil for all, whenever it is due.
  var due: Day?
  /// Only units among these; nil for all.
  var within: Set<UnitID>?
  var asOf: Moment
}

/// The forms and periods that a report looks at, each form read at once: a ledger without forms is asked one
/// question. Source: `forms.md`, "Reading".
struct FormsAtHand {
  private(set) var rounds: [FormAtHand] = []
  /// Years whose holidays would have to be known to tell all deadlines.
  private(set) var unknownYears: Set<Int> = []

  /// - Parameter isWanted: which periods of which forms are asked about, of those that have the days.
  init(
    _ ledger: Ledger, _ sought: FormsSought,
    where isWanted: (StoredForm, FormPeriod) -> Bool = { _, _ in true }
  ) throws {
    guard try ledger.hasForms() else { return }
    let forms = try ledger.forms()
    let periods = try AskedPeriods(ledger, forms, sought)
    let asked = try forms.map { form in
      try periods.periods(of: form).filter { isWanted(form, $0) }
        .compactMap { try periods.due(form, $0, &unknownYears) }
    }
    if asked.allSatisfy(\.isEmpty) { return }
    let exemptions = try ledger.exemptions()
    let units = try ledger.units().map(\.unit).sorted { $0.code < $1.code }
    for (form, asked) in zip(forms, asked) {
      let days = asked.map(\.period.firstDay)
      guard let first = days.min(), let last = days.max() else { continue }
      let histories = try ledger.histories(of: form, beginning: first...last)
      for one in asked {
        let round = FormAtHand(
          form, one, histories[one.period] ?? [:], exemptions[form.id] ?? [], units, sought)
        if !round.units.isEmpty { rounds.append(round) }
      }
    }
  }
}

extension FormAtHand {
  fileprivate init(
    _ form: StoredForm, _ asked: AskedPeriods.Due, _ histories: [UnitID: FormHistory],
    _ exemptions: [FormExemption], _ all: [Unit], _ sought: FormsSought
  ) {
    (self.form, period) = (form, asked.period)
    version = form.definition.version(of: asked.period)
    units = version.owing.owing(
      asked.period, among: all, exempt: exemptions, singly: asked.singly,
      sent: Set(histories.filter { $0.value.standing.versions > 0 }.keys)
    ).filter { sought.within?.contains($0.id) ?? true }
    board = FormBoard(
      units.map(\.id), histories, asked.deadline, asOf: sought.asOf,
      ended: asked.period.ended(units))
  }
}
