public import Forms
internal import Storage
public import TargetEngine

/// Who owes a form for a period, and what each of them did.
public struct FormStatus: Sendable {
  /// The form with all its versions.
  public var form: FormDefinition
  /// The period that is asked about.
  public var period: FormPeriod
  /// The form as it is for the period.
  public var version: FormVersion
  /// Who owes it, and how far each is.
  public var board: FormBoard
  /// Those of the board, in its order.
  public var units: [Unit]
  /// How many explanations each submission has, in the same order.
  public var explained: [Int]
  /// The hard checks that were held against nothing in what stands, of units of which there are any.
  public var open: [OpenChecks]
}

extension Desk {
  /// The board of a form for a period.
  ///
  /// - Parameters:
  ///   - unitText: only units at or below this one; nil for all.
  ///   - day: as of its end; nil for now.
  public func formStatus(
    _ form: String, _ period: String, unit unitText: String? = nil, on day: Day? = nil
  ) throws -> FormStatus {
    try snapshot {
      let round = try FormRound(self, form, period)
      let states = try ledger.progress(of: round.form, round.period)
      let sent = Set(states.filter { $0.value.history.standing.versions > 0 }.keys)
      let units = try within(unitText, try round.owing(sent: sent))
      let board = FormBoard(
        units.map(\.id), states.mapValues(\.history), try round.deadline(),
        asOf: day?.lastMinute ?? momentOfReports, ended: round.period.ended(units))
      let titled = try UnitTitles(ledger).titled(units)
      // Of an earlier day nothing is told of what was sent since.
      let isPresent = board.rows.map { $0.standing == states[$0.unit]?.history.standing }
      return FormStatus(
        form: round.form.definition, period: round.period, version: round.version, board: board,
        units: titled,
        explained: zip(units, isPresent).map { $1 ? states[$0.id]?.explanations ?? 0 : 0 },
        open: try round.openChecks(of: zip(titled, isPresent).filter(\.1).map(\.0)))
    }
  }

  /// The units at or below one.
  func within(_ unitText: String?, _ units: [Unit]) throws -> [Unit] {
    guard let top = try unitText.map({ try unit($0).unit.id }) else { return units }
    let parents = UnitParents(try ledger.units().map(\.unit))
    return units.filter { $0.id == top || parents.above($0.id).contains(top) }
  }
}
