internal import Forms
internal import TargetEngine

/// What lines of accepted submissions call for, by the sources of their entries.
struct FormPostings {
  /// An amount's source and place.
  struct Key: Hashable {
    var source: String
    var place: PostingKey
  }

  /// Of flows.
  var flows: [Key: Int64] = [:]
  /// Of stocks.
  var levels: [FormLevel.Key: FormLevel] = [:]

  /// The entries that are missing.
  static func difference(_ wanted: [Key: Int64], _ posted: [Key: Int64]) throws -> [Entry] {
    try Set(wanted.keys).union(posted.keys)
      .sorted { ($0.place, $0.source) < ($1.place, $1.source) }
      .compactMap { key in
        let amount = try (wanted[key] ?? 0).subtracting(posted[key] ?? 0)
        guard amount != 0 else { return nil }
        return Entry(
          unit: key.place.unit, indicator: key.place.indicator, day: key.place.day,
          year: key.place.year, amount: amount, source: key.source)
      }
  }
}

/// A level that a line of a form says, and where.
struct FormLevel: Equatable {
  var level: Int64
  /// The number of the submission that says it.
  var submission: Int64

  struct Key: Hashable {
    var at: LevelDay
    /// The source without what level statements put before it.
    var teller: String
  }
}

/// What the submissions of one form call for.
struct FormCalls {
  private let form: StoredForm
  private let indicators: [String: Indicator]
  private let codes: [UnitID: String]

  /// - Parameters:
  ///   - indicators: by code.
  ///   - codes: those of the units.
  init(_ form: StoredForm, _ indicators: [String: Indicator], _ codes: [UnitID: String]) {
    (self.form, self.indicators, self.codes) = (form, indicators, codes)
  }

  /// - Parameter submissions: of an event all those of a unit.
  func wanted(by submissions: [Submission]) throws -> FormPostings {
    var wanted = FormPostings()
    var said: [EventDay: String] = [:]
    let accepted = submissions.filter { $0.state == .accepted }
    for (unit, own) in Dictionary(grouping: accepted, by: \.unit) {
      let byPeriod = Dictionary(own.map { ($0.period, $0) }) { first, _ in first }
      for posting in form.definition.postings(of: byPeriod) {
        guard let indicator = indicators[posting.indicator],
          byPeriod[posting.period]?.listed.contains(posting.line) != true
        else { continue }
        guard let units = posting.amount.units(decimals: indicator.decimals) else {
          throw OverflowFault()
        }
        let source = source(of: unit, posting.period, posting.line)
        let place = ListedPlace(indicator: indicator.id, unit: unit)
        if indicator.kind == .stock {
          let day = LevelDay(place: place, day: posting.day)
          // Of the hours of an event on one day, which come in their order, the last counts.
          let hour = EventDay(day: day, event: posting.period.event)
          if let earlier = said.updateValue(source, forKey: hour) {
            wanted.levels[FormLevel.Key(at: day, teller: earlier)] = nil
          }
          wanted.levels[FormLevel.Key(at: day, teller: source)] = FormLevel(
            level: units, submission: byPeriod[posting.period]?.id ?? 0)
        } else {
          let key = PostingKey(
            indicator: indicator.id, unit: unit, day: posting.day,
            year: indicator.planYear(of: posting.day).label)
          wanted.flows[FormPostings.Key(source: source, place: key)] = units
        }
      }
    }
    return wanted
  }

  /// The day of a level in the name of an event; of a period that is none, by itself.
  private struct EventDay: Hashable {
    var day: LevelDay
    var event: String?
  }

  /// Where a unit's submission of a period says levels, whether or not it is accepted.
  ///
  /// - Parameter day: on which it posts.
  func levels(of unit: UnitID, _ period: FormPeriod, on day: Day) -> [FormLevel.Key] {
    form.definition.version(of: period).lines.compactMap { line in
      guard let indicator = line.posting.flatMap({ indicators[$0.indicator] }),
        indicator.kind == .stock
      else { return nil }
      let place = ListedPlace(indicator: indicator.id, unit: unit)
      return FormLevel.Key(
        at: LevelDay(place: place, day: day),
        teller: source(of: unit, period, line.number))
    }
  }

  private func source(of unit: UnitID, _ period: FormPeriod, _ line: LineNumber) -> String {
    EntrySource.form(
      form.code, period.description, unit: codes[unit] ?? "", line: line.description)
  }
}

extension Decimal {
  /// The amount as a whole number of units of its last decimal place; nil where it does not fit.
  fileprivate func units(decimals: Int) -> Int64? {
    places == decimals ? units : Fraction(self).rounded(places: decimals)?.units
  }
}
