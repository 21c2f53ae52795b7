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
    // Parents are needed only when a unit's figure includes those of the units below it.
    let isNeeded =
      version.lines.contains { $0.source != .typed && $0.source.formula == nil }
      || known.contains { !$0.value.listed.isEmpty }
    parents = isNeeded ? try UnitParents(ledger, on: period.lastDay) : UnitParents([])
  }

  /// Who sent it, or has it returned.
  var senders: Set<UnitID> { Set(known.filter { $0.value.state != .draft }.keys) }

  /// How far each is.
  var states: [UnitID: FormState] { known.mapValues(\.state) }

  /// By unit.
  var amounts: [UnitID: LineAmounts] { known.mapValues(\.amounts) }

  /// - Parameter ended: of these units, those that owe nothing for the period.
  func parts(of units: [UnitID], ended: Set<UnitID> = []) -> [FormSum.Part] {
    units.map { unit in
      var part = known[unit] ?? FormSum.Part(unit, .missing)
      part.above = parents.above(unit)
      part.isOwed = !ended.contains(unit)
      return part
    }
  }
}

/// Adds up what units sent for a period, each sum beside that of the period before over the same units: so formulas
/// with `last` come to what the units' own come to.
final class FormAdding {
  let sent: SentParts
  private let scope: FormSum.Scope
  /// Of the period before; nil where no formula asks for it.
  private let before: FormAdding?

  /// - Parameter lines: those that are wanted; nil for all.
  init(
    _ round: FormRound, _ period: FormPeriod, _ scope: FormSum.Scope,
    lines: Set<LineNumber>? = nil
  ) throws {
    (sent, self.scope) = (try SentParts(round, period), scope)
    let last = sent.version.lastLines(neededBy: lines)
    before =
      try last.isEmpty
      ? nil : round.before(period).map { try FormAdding(round, $0, .accepted, lines: last) }
  }

  func sum(of parts: [FormSum.Part]) -> (sum: FormSum, last: FormSum?) {
    let over = FormSum.over(parts, scope)
    let last = before.map { $0.sum(of: $0.sent.parts(of: over)).sum }
    // Of nobody nothing was accepted, whatever formulas make of nothing.
    let known = last.map { $0.over.isEmpty ? [:] : $0.total } ?? [:]
    return (FormSum(sent.version, parts, scope, last: known), last)
  }
}

extension FormVersion {
  /// The lines of the period before that the formulas of some lines need, by themselves or by what they name.
  fileprivate func lastLines(neededBy wanted: Set<LineNumber>?) -> Set<LineNumber> {
    var (open, seen) = (wanted.map(Array.init) ?? lines.map(\.number), wanted ?? [])
    var needed: Set<LineNumber> = []
    let formulas = Dictionary(lines.map { ($0.number, $0.source.formula) }) { first, _ in first }
    while let line = open.popLast() {
      guard let formula = formulas[line] ?? nil else { continue }
      needed.formUnion(formula.lastLines)
      open += formula.lines.filter { seen.insert($0).inserted }
    }
    return needed
  }
}
