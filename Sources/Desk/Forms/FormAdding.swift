internal import Forms
internal import Storage
internal import TargetEngine

/// What units sent for one period, ready to be added up.
struct SentParts {
  let version: FormVersion
  private let known: [UnitID: FormSum.Part]
  private let parents: UnitParents

  init(_ round: FormRound, _ period: FormPeriod) throws {
    let ledger = round.desk.ledger
    version = round.form.definition.version(of: period)
    known = try ledger.amounts(of: round.form, period)
    // Who is above whom matters only where a figure has everything below in it.
    let isNeeded =
      version.lines.contains { $0.source != .typed && $0.source.formula == nil }
      || known.contains { !$0.value.listed.isEmpty }
    parents = isNeeded ? UnitParents(try ledger.units(), on: period.lastDay) : UnitParents([])
  }

  /// Who sent it, or has it returned.
  var senders: Set<UnitID> { Set(known.filter { $0.value.state != .draft }.keys) }

  /// By unit.
  var amounts: [UnitID: LineAmounts] { known.mapValues(\.amounts) }

  func parts(of units: [UnitID]) -> [FormSum.Part] {
    units.map { unit in
      var part = known[unit] ?? FormSum.Part(unit, .missing)
      part.above = parents.above(unit)
      return part
    }
  }
}

/// Adds up parts of one form and period, each sum beside that of the period before over the same units: so formulas
/// with `last` come to what the units' own come to.
struct FormAdding {
  private let version: FormVersion
  private let scope: FormSum.Scope
  private let before: SentParts?

  /// - Parameter last: of the period before; nil where no formula asks for it.
  init(_ version: FormVersion, _ scope: FormSum.Scope, last: SentParts?) {
    (self.version, self.scope, before) = (version, scope, last)
  }

  /// - Throws: `DeskError.form` where a line comes to more than an amount may be.
  func sum(of parts: [FormSum.Part]) throws -> (sum: FormSum, last: FormSum?) {
    do throws(FormOverflow) {
      let over = FormSum.over(parts, scope)
      let last = try before.map { before throws(FormOverflow) in
        try FormSum(before.version, before.parts(of: over))
      }
      return (try FormSum(version, parts, scope, last: last?.total ?? [:]), last)
    } catch {
      throw DeskError.form(.overflow(unit: "", error.line))
    }
  }
}
