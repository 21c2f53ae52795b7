import Forms
import Journal
import Storage
import TargetEngine

@testable import Desk

/// A desk with a monthly form of the villages and townships, and one that is asked about an event.
struct FormWorld {
  let fixture: Fixture
  let monthly: String = "daily"
  let event: String = "flood"
  var desk: Desk { fixture.desk }
  var ledger: Ledger { fixture.desk.ledger }

  init() throws {
    fixture = try Fixture(today: "2021-12-31")
    let monthly = try FormDefinition(
      "daily", module: "a", calendar(.month),
      FormVersion(
        title: Text("日常", "Daily"), due: FormDue("+1-05"),
        owing: FormOwing(kinds: [.township, .village]),
        lines: [
          try line("1", "a.done"), try line("2", "a.money", decimals: 2), try line("3", "b.level"),
          FormLine(
            try number("4"), Text("倍", "Double"), .amount(decimals: 0, measure: "个"),
            source: try LineSource("formula [1] * 2")),
        ]))
    let event = try FormDefinition(
      "flood", module: "a", calendar(.once),
      FormVersion(
        title: Text("汛情", "Flood"), due: nil, owing: FormOwing(kinds: [.village]),
        lines: [try line("1", "a.done cumulative"), try line("2", "b.level cumulative")]))
    _ = try write { transaction in
      try transaction.set(monthly)
      try transaction.set(event)
    }
  }

  func calendar(_ cycle: FormCycle) throws -> FormCalendar {
    guard let calendar = FormCalendar(cycle) else { throw Missing.value("\(cycle)") }
    return calendar
  }

  func form(_ code: String) throws -> StoredForm {
    guard let form = try ledger.form(code: code) else { throw Missing.value(code) }
    return form
  }

  func period(_ text: String, of form: String) throws -> FormPeriod {
    try self.form(form).definition.calendar.period(text)
  }

  func unit(_ code: String) throws -> UnitID {
    guard let unit = try ledger.unit(code: code)?.unit.id else { throw Missing.value(code) }
    return unit
  }

  @discardableResult
  func write(_ body: (Transaction) throws -> Void) throws -> Int64 {
    let author = Author(actor: "tester", at: "2021-12-31T00:00:00Z", command: "test")
    return try ledger.write(author) { try body($0) }.head.transaction
  }

  func submission(_ form: String, _ period: String, _ unit: String) throws -> Submission? {
    try ledger.submissions(
      of: try self.form(form), try self.period(period, of: form), unit: try self.unit(unit)
    ).first
  }

  /// Takes a step with a unit's submission, and gives the transaction.
  @discardableResult
  func step(
    _ action: FormAction, _ form: String, _ period: String, _ unit: String,
    by actor: String? = nil, _ values: [String: Int64] = [:]
  ) throws -> Int64 {
    let form = try self.form(form)
    let version = form.definition.version(of: try self.period(period, of: form.code))
    var submission =
      try self.submission(form.code, period, unit)
      ?? Submission(form, unit: try self.unit(unit), try self.period(period, of: form.code))
    var contents = submission.contents
    switch action {
    case .draft, .submit:
      var written: FormValues = [:]
      for (line, units) in values {
        let number = try number(line)
        written[number] = .amount(Decimal(units, places: version[number]?.decimals ?? 0))
      }
      contents = FormContents(try FormSheet(version).judge(written).values)
    case .accept, .return, .reopen: break
    }
    let actor = actor ?? ([.draft, .submit].contains(action.kind) ? unit : "office")
    let at = Moment(try day("2021-12-31"), hour: 8, minute: 0)
    guard let at else { throw Missing.value("moment") }
    try submission.take(FormStep(action, by: actor, at: at), judgedBy: version.mark)
    if action == .draft {
      submission.write(draft: contents)
    } else {
      submission.contents = contents
    }
    return try write { try $0.keep([submission], of: form) }
  }

  /// The levels that stand said of a unit, by day.
  func said(_ indicator: IndicatorID, _ unit: UnitID) throws -> [Day: Int64] {
    var said: [Day: Int64] = [:]
    for entry in try ledger.entries(EntryQuery(indicator: indicator, isTold: true))
    where entry.unit == unit {
      if case .said(let level) = entry.level { said[entry.day] = level }
    }
    return said
  }
}

func number(_ text: String) throws -> LineNumber {
  guard let number = LineNumber(text) else { throw Missing.value(text) }
  return number
}

func line(_ number: String, _ posting: String, decimals: Int = 0) throws -> FormLine {
  FormLine(
    try DeskTests.number(number), Text("第\(number)行", "Line \(number)"),
    .amount(decimals: decimals, measure: "个"), posting: LinePosting(text: posting))
}
