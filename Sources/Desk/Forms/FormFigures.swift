internal import Forms
internal import Registers
internal import Storage
internal import TargetEngine

/// What the lines of a form are filled from: figures of indicators, counts of records, and for a line that is
/// posted to an indicator which its unit reports by list, what the list has. Source: `forms.md`, "Line".
struct FormFigures {
  private let round: FormRound
  private let indicators: [String: Indicator]
  private let rules: EntryRules

  init(_ round: FormRound) throws {
    self.round = round
    indicators = Dictionary(try round.desk.ledger.indicators().map { ($0.code, $0) }) { a, _ in a }
    rules = try EntryRules(round.desk.ledger)
  }

  private var ledger: Ledger { round.desk.ledger }

  /// Whether any line has a source, or may have one where its unit reports by list.
  private var isNeeded: Bool {
    round.version.lines.contains {
      $0.posting != nil || $0.source != .typed && $0.source.formula == nil
    }
  }

  /// What sources have for a unit.
  func sourced(for unit: Unit) throws -> FormAmounts {
    guard isNeeded else { return [:] }
    var amounts: FormAmounts = [:]
    let read = try readings(for: unit)
    let tallies = try ledger.tallies(
      of: unit.id, indicators: Set(read.map(\.indicator.id)).sorted(), on: round.period.lastDay)
    for reading in read {
      amounts[reading.line] = try figure(reading, tallies[reading.indicator.id], unit)
    }
    for line in round.version.lines {
      guard case .count(let register, let filter, let sum) = line.source else { continue }
      amounts[line.number] = try count(register, filter, sum, unit)
    }
    return amounts
  }

  /// A line that is filled from an indicator.
  private struct Reading {
    var line: LineNumber
    var indicator: Indicator
    var how: IndicatorReading
  }

  private func readings(for unit: Unit) throws -> [Reading] {
    let listed = try listed(for: unit)
    return round.version.lines.compactMap { line in
      switch line.source {
      case .formula, .count: return nil
      case .typed:
        guard listed.contains(line.number), let posting = line.posting else { return nil }
        return indicators[posting.indicator].map {
          Reading(line: line.number, indicator: $0, how: $0.kind == .stock ? .level : .period)
        }
      case .indicator(let code, let how):
        return indicators[code].map { Reading(line: line.number, indicator: $0, how: how) }
      }
    }
  }

  /// The lines of a unit that post nothing, since it reports their indicators by list on its last day in the period.
  func listed(for unit: Unit) throws -> Set<LineNumber> {
    var listed: Set<LineNumber> = []
    for line in round.version.lines {
      guard let indicator = line.posting.flatMap({ indicators[$0.indicator] }) else { continue }
      if try isListed(indicator, unit) { listed.insert(line.number) }
    }
    return listed
  }

  /// - Throws: where an amount of a submission is more than its indicator's decimals leave room for.
  func expectPostable(_ submission: Submission, of unit: Unit) throws {
    for line in round.version.lines {
      guard let decimals = line.posting.flatMap({ indicators[$0.indicator]?.decimals }),
        case .amount(let amount) = submission.contents.values[line.number],
        Fraction(amount).rounded(places: decimals) == nil
      else { continue }
      throw DeskError.form(.overflow(unit: try round.desk.titled(unit).title, line.number))
    }
  }

  /// Whether a unit's level is known: something was said of it or of a unit below, or its list says all there is. Source:
  /// `forms.md`, "Prefilled".
  private func isSaid(_ tally: Tally?, of indicator: Indicator, _ unit: Unit) throws -> Bool {
    if let tally, tally.hasEntries(through: round.period.lastDay.month) { return true }
    return try isListed(indicator, unit)
  }

  private func isListed(_ indicator: Indicator, _ unit: Unit) throws -> Bool {
    let refusal = try rules.refusal(
      of: indicator.id, EntryUnit(unit), on: round.period.lastDay(of: unit),
      ancestors: ledger.ancestors(of:))
    if case .reportsByList = refusal { return true }
    return false
  }

  /// Those of them in which a submission has something.
  func listed(_ submission: Submission, of unit: Unit) throws -> Set<LineNumber> {
    try listed(for: unit).filter { submission.contents.values[$0] != nil }
  }

  private func figure(_ reading: Reading, _ tally: Tally?, _ unit: Unit) throws -> Decimal? {
    let (day, first) = (round.period.lastDay, round.period.firstDay)
    let indicator = reading.indicator
    if case .ratio = indicator.kind {
      let line = try round.desk.line(indicator, of: unit, on: day)
      guard case .ratio(let part, let whole) = line.actual,
        let ratio = Fraction(part) * Fraction(100) / Fraction(whole)
      else { return nil }
      return ratio.rounded(places: indicator.decimals)
    }
    let year = indicator.planYear(of: day).label
    let amount: Int64
    switch reading.how {
    case .month: amount = try tally?.amount(indicator.kind, year: year, in: day.month) ?? 0
    case .level where try !isSaid(tally, of: indicator, unit): return nil
    case .year, .level:
      amount = try tally?.actual(indicator.kind, year: year, through: day.month) ?? 0
    case .period:
      amount = try ledger.sum(of: indicator.id, unit.id, from: first, through: day)
    }
    return Decimal(amount, places: indicator.decimals)
  }

  private func count(
    _ register: String, _ filter: String, _ sum: String?, _ unit: Unit
  ) throws -> Decimal? {
    guard let shape = ledger.shape(register) else {
      throw DeskError.form(.badFilter(register))
    }
    let search = RecordSearch(
      conditions: filter.conditions, unit: unit.code, day: round.period.lastDay)
    let tally = try round.desk.tally(search, in: shape, by: [], sums: sum.map { [$0] } ?? [])
    let row = tally.rows.values.first
    guard let field = tally.sums.first else { return Decimal(row?.count ?? 0) }
    return shape.fields[field].kind.number(row?.sums.first ?? 0)
  }
}

extension String {
  /// The conditions of a filter: words, of which quotes keep blanks together.
  var conditions: [String] {
    var (words, word): ([String], String) = ([], "")
    var quote: Character?
    for character in self {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if "'\"".contains(character) {
        quote = character
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
