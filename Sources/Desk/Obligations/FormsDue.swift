internal import Forms
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// The forms that units owe within a unit, of periods that ended since 1 January of the year before: no report
  /// reads the whole history. A day or a week that has not begun is not owed yet.
  func formsDue(_ scope: DueScope, within unit: Unit) throws -> FormsAtHand {
    let start = Day(year: scope.start.year - 1, month: 1, day: 1) ?? scope.start
    let top = try ledger.choice(unit)
    return try FormsAtHand(
      ledger,
      FormsSought(
        days: min(start, scope.end)...scope.end, due: scope.end,
        within: try top.map { try ledger.subtree(of: $0) }, asOf: end(of: scope.day))
    ) { form, period in
      period.firstDay <= scope.day || ![.day, .week].contains(form.definition.calendar.cycle)
    }
  }

  /// The moment at which a day is looked at: today now, any other at its end.
  private func end(of day: Day) -> Moment {
    day == context.today ? momentOfReports : day.lastMinute
  }

  /// Adds the forms that units owe to what is due.
  func addForms(to report: inout DueReport, _ question: DueQuestion, _ scope: DueScope) throws {
    let found = try formsDue(scope, within: report.unit)
    let rounds = found.rounds.filter {
      $0.board.counts.owed > 0 && question.module?.contains($0.form.definition.module) ?? true
    }
    let titles = UnitTitles(ledger)
    let lines = try rounds.map { try DueReport.Line($0, titles) }.filter { line in
      !line.status(on: scope.day).isSettled
        || question.isWhole && line.occurrence.due >= scope.start
    }
    report.count += lines.count
    report.lines += lines
    report.rates += FormAtHand.rates(rounds, scope)
    report.unknownYears = found.unknownYears.union(report.unknownYears).sorted()
  }
}

extension FormAtHand {
  /// How much of each form was in time, in the order of the forms.
  fileprivate static func rates(_ rounds: [FormAtHand], _ scope: DueScope) -> [DueReport.Rate] {
    Dictionary(grouping: rounds, by: \.form).sorted { $0.key.code < $1.key.code }.map {
      form, rounds in
      var punctuality = Punctuality()
      for round in rounds { round.count(in: &punctuality, scope) }
      return DueReport.Rate(
        register: "form", obligation: form.code, title: form.definition.last.title,
        punctuality: punctuality)
    }
  }

  /// Counts each unit that owes it.
  func count(in punctuality: inout Punctuality, _ scope: DueScope) {
    guard let due = board.deadline?.day else { return }
    for row in board.rows where row.isOwed {
      let isSettled = board.isOver || due == scope.day && row.lateness != nil
      punctuality.add(
        row.status(isOver: board.isOver), isListed: due <= scope.end,
        isCounted: isSettled && due >= scope.start)
    }
  }
}

extension FormBoard.Row {
  /// A return changes nothing of it.
  fileprivate func status(isOver: Bool) -> DueStatus {
    guard let lateness else { return isOver ? .missed : .open }
    return lateness.isLate ? .late : .done
  }

  /// Whether nothing was ever sent.
  var isMissing: Bool { standing.firstSubmitted == nil }
  /// Whether it is to be sent again: not by a unit that ended.
  var isReturned: Bool { isOwed && standing.state == .returned }
}

extension DueReport.Line {
  /// One line for a form and period, however many units owe it.
  fileprivate init(_ round: FormAtHand, _ titles: UnitTitles) throws {
    let board = round.board
    let open = round.units { $0.isMissing || $0.isReturned }
    let missing = round.units(where: \.isMissing)
    let returned = round.units(where: \.isReturned)
    let last = board.rows.compactMap(\.standing.firstSubmitted).max()
    let due = board.deadline?.day ?? round.period.lastDay
    self.init(
      number: round.form.id, record: "\(round.form.code) \(round.period)", register: "form",
      obligation: round.form.code, title: round.version.title.followed(by: " \(round.period)"),
      label: "", unit: open.count == 1 ? try titles.titled(open).first : nil,
      occurrence: Occurrence(due: due, done: open.isEmpty ? last?.day : nil),
      period: round.period.firstDay)
    var owed = FormOwed(form: round.form.code, period: "\(round.period)", owed: board.counts.owed)
    if case .minute(let minute) = board.deadline { owed.time = String(minute.iso.suffix(5)) }
    owed.status =
      open.isEmpty ? board.counts.late > 0 ? .late : .done : board.isOver ? .missed : .open
    owed.missing = try NamedUnits(missing, titles)
    owed.returned = try NamedUnits(returned, titles)
    self.owed = owed
  }
}

extension NamedUnits {
  /// Their count, and what the first of them are called.
  init(_ units: [Unit], _ titles: UnitTitles) throws {
    self.init(
      count: units.count,
      names: try titles.titled(Array(units.prefix(NamedUnits.most))).map(\.title))
  }
}

extension Text {
  fileprivate func followed(by tail: String) -> Text { Text(zh + tail, en + tail) }
}
