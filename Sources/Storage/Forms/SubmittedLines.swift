public import Database
public import Forms
internal import Journal
public import TargetEngine

/// How much one unit wrote for one period of a form: what its burden is counted from.
public struct SubmittedLines: Sendable {
  public let form: StoredForm.ID
  public let unit: UnitID
  public let period: FormPeriod
  /// When it was sent first, and as what it stands.
  public let standing: FormStanding
  /// The lines that have a value.
  public fileprivate(set) var lines: [LineNumber] = []
  /// Those that are explained.
  public fileprivate(set) var explained: Set<LineNumber> = []
  /// Those that come by list.
  public fileprivate(set) var listed: Set<LineNumber> = []
}

extension Ledger {
  /// The lines of all submissions that were sent, of periods that begin within some days: their numbers, and no values.
  ///
  /// - Throws: `StorageError`, also for a row that says no submission.
  public func submittedLines(
    of forms: [StoredForm], beginning days: ClosedRange<Day>
  ) throws(StorageError) -> [SubmittedLines] {
    var periods = Dictionary(
      forms.map { ($0.id, FormPeriods($0.definition.calendar)) }
    ) { first, _ in first }
    let statement = try connection.statement(
      "SELECT form, unit, period, body, id FROM submission"
        + " WHERE day >= ?1 AND day <= ?2 AND state <> 'draft'")
    statement.bind([Value(days.lowerBound.rawValue), Value(days.upperBound.rawValue)])
    var found: [SubmittedLines] = []
    while try statement.step() {
      let form = statement.int(0)
      guard let period = periods[form]?.period(statement.text(2)),
        let lines = SubmittedLines(form, statement.int(1), period, statement.bytes(3))
      else { throw .contradictory(in: "submission \(statement.int(4))") }
      found.append(lines)
    }
    return found
  }
}

extension SubmittedLines {
  /// Nil for a body that says no submission.
  fileprivate init?(
    _ form: StoredForm.ID, _ unit: UnitID, _ period: FormPeriod,
    _ body: UnsafeBufferPointer<UInt8>
  ) {
    var steps: [FormStep] = []
    var (lines, explained, listed): ([LineNumber], Set<LineNumber>, Set<LineNumber>) = ([], [], [])
    for line in body.split(separator: 0x0A) {
      guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let (name, value) = (String(decoding: line[..<sign], as: UTF8.self), line[(sign + 1)...])
      let number = { LineNumber(String(decoding: value.prefix { $0 != 0x20 }, as: UTF8.self)) }
      switch name {
      case "step":
        let text = String(decoding: value, as: UTF8.self)
        guard let step = FormStep(LineEscape.unescaped(text[...].utf8)) else { return nil }
        steps.append(step)
      case "explanation": number().map { _ = explained.insert($0) }
      case "listed": number().map { _ = listed.insert($0) }
      case _ where FormValue.names.contains(name): number().map { lines.append($0) }
      default: break
      }
    }
    guard let history = try? FormHistory(steps) else { return nil }
    (self.form, self.unit, self.period, standing) = (form, unit, period, history.standing)
    (self.lines, self.explained, self.listed) = (lines, explained, listed)
  }
}
