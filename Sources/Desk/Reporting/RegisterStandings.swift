internal import Forms
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

extension Desk {
  /// How many records of each register are at which stage, and what is due: of a register that
  /// plans by year, the plan year that contains the day. Counted by the database, unless the day has gone by.
  func standings(module: String?, unit: Unit, on day: Day) throws -> [Standing] {
    let scope = DueScope(
      start: Day(year: day.year, month: 1, day: 1) ?? day, day: day, end: day.adding(days: 30))
    let agenda = try Agenda(ledger, scope, unit: unit, today: context.today)
    var standings: [Standing] = []
    for slot in ledger.slots where slot.name.module == module ?? slot.name.module {
      guard try ledger.hasRecords(slot), let shape = ledger.shape(slot.id) else { continue }
      if standings.last?.module != slot.name.module {
        standings.append(Standing(module: slot.name.module))
      }
      let last = standings.count - 1
      if let stages = try stages(shape, unit, on: day) { standings[last].registers.append(stages) }
      var unknown: Set<Int> = []
      for obligation in shape.obligations {
        for (_, punctuality) in try agenda.punctuality(obligation, in: shape, &unknown) {
          standings[last].punctuality.add(punctuality)
        }
      }
      standings[last].unknownYears = unknown.union(standings[last].unknownYears).sorted()
    }
    try addForms(to: &standings, module: module, scope, within: unit)
    return standings.filter { !$0.isEmpty }
  }

  /// Adds where the forms stand, to the modules that have something left to do.
  private func addForms(
    to standings: inout [Standing], module: String?, _ scope: DueScope, within unit: Unit
  ) throws {
    let found = try formsDue(scope, within: unit).rounds
    let byModule = Dictionary(grouping: found) { $0.form.definition.module }
    for (name, rounds) in byModule.sorted(by: { $0.key < $1.key })
    where name == module ?? name {
      var forms = FormsStanding()
      for round in rounds {
        round.count(in: &forms.punctuality, scope)
        forms.returned += round.board.counts.returned
        forms.submitted += round.units { $0.standing.state == .submitted }.count
      }
      if forms.isSettled { continue }
      if let place = standings.firstIndex(where: { $0.module == name }) {
        standings[place].forms = forms
      } else {
        standings.append(Standing(module: name))
        standings[standings.count - 1].forms = forms
      }
    }
  }

  private func stages(
    _ shape: RegisterShape, _ unit: Unit, on day: Day
  ) throws -> Standing.Stages? {
    guard shape.stages.count > 1, shape.placeField != nil else { return nil }
    let field = shape.fields.first { $0.roles.contains(.year) }
    let year = field == nil ? day.year : try planYear(of: shape, on: day)
    let search = RecordSearch(
      conditions: field.map { ["\($0.name)=\(year)"] } ?? [], unit: unit.code,
      day: day == context.today ? nil : day)
    let tally = try tally(
      search, in: shape, by: [SystemColumn.stage.rawValue], sums: [])
    let counts = shape.stages.compactMap { stage in
      tally.rows[[.text(stage.name)]].map { (stage.name, stage.title, $0.count) }
    }
    return counts.isEmpty
      ? nil : Standing.Stages(register: shape.id, title: shape.name.title, counts: counts)
  }

  /// The plan year of a register's records: that of the first flow which they post to.
  private func planYear(of shape: RegisterShape, on day: Day) throws -> Int {
    for code in shape.measured {
      guard let indicator = try ledger.indicator(code: code), indicator.kind == .flow else {
        continue
      }
      return indicator.planYear(of: day).label
    }
    return day.year
  }
}
