internal import Database
internal import Forms
internal import TargetEngine

extension Ledger {
  /// Proves of forms that what stands in their names is what their accepted submissions call for, and that each
  /// submission was judged by the version of its period, and is posted on a day that is its own.
  func formFaults(_ limit: Int) throws -> [Inconsistency] {
    let indicators = Dictionary(try self.indicators().map { ($0.code, $0) }) { first, _ in first }
    let ends = Dictionary(try self.units().map { ($0.unit.id, $0.unit.closed) }) { first, _ in first
    }
    var faults: Set<String> = []
    var (levels, codes): ([FormLevel.Key: FormLevel], Set<String>) = ([:], [])
    for form in try forms() {
      codes.insert(form.code)
      let submissions = try submissions(of: form, "id > ?2", [.int(0)])
      let units = try unitCodes(of: Set(submissions.map(\.unit)))
      for submission in submissions where submission.standing.isSent {
        let version = form.definition.version(of: submission.period)
        // What an ended unit posted stands on its last day, as long as it is that.
        let isMisplaced =
          submission.state == .accepted && submission.end != nil
          && submission.end != ends[submission.unit] ?? nil
        if version.mark != submission.mark || isMisplaced {
          let unit = units[submission.unit] ?? ""
          faults.insert(EntrySource.form(form.code) + "\(submission.period) \(unit)")
        }
      }
      let wanted = try FormCalls(form, indicators, units).wanted(by: submissions)
      levels.merge(wanted.levels) { first, _ in first }
      let posted = try posted(by: form, EntrySource.form(form.code))
      for entry in try FormPostings.difference(wanted.flows, posted) {
        faults.insert(entry.source.withoutLine)
      }
    }
    faults.formUnion(try orphans(beside: codes))
    faults.formUnion(try strangeLevels(levels))
    faults.formUnion(try otherLevels(levels))
    return faults.sorted().prefix(limit).map { .form($0) }
  }

  /// What stands in the names of forms that are no more.
  private func orphans(beside codes: Set<String>) throws(StorageError) -> Set<String> {
    let standing = try connection.rows(
      """
      SELECT source FROM entry WHERE source >= 'form ' AND source < 'form!' AND source <> ''
      GROUP BY source, indicator, unit, day, year HAVING SUM(amount) <> 0
      """
    ) { $0.text(0) }
    return Set(
      standing.filter { source in
        let words = source.split(separator: " ")
        return words.count < 2 || !codes.contains(String(words[1]))
      }.map(\.withoutLine))
  }

  /// Levels that a form says of days of which nothing stands, or not what was called for last.
  private func otherLevels(_ wanted: [FormLevel.Key: FormLevel]) throws -> Set<String> {
    var calls = LevelCalls(self, wanted)
    var others: Set<String> = []
    for (place, keys) in Dictionary(grouping: wanted.keys, by: \.at.place) {
      let history = try levels(at: place)
      for (day, keys) in Dictionary(grouping: keys, by: \.at) {
        guard let last = try calls.last(on: day, history) else { continue }
        let isRight = history.statement(on: day.day)?.says(last) ?? false
        if !isRight { others.formUnion(keys.map(\.teller.withoutLine)) }
      }
    }
    return others
  }

  /// Levels in force that a form said and does not say.
  private func strangeLevels(_ wanted: [FormLevel.Key: FormLevel]) throws -> Set<String> {
    let places = try connection.rows(
      """
      SELECT DISTINCT e.unit, e.indicator FROM entry e
      WHERE \(LevelSource.isLevel("e")) AND e.source LIKE 'level % form %'
      """
    ) { ListedPlace(indicator: $0.int(1), unit: $0.int(0)) }
    var strange: Set<String> = []
    for place in places {
      let history = try levels(at: place)
      for day in history.days {
        guard let standing = history.statement(on: day), case .said(let level) = standing.level,
          let teller = standing.formTeller
        else { continue }
        let key = FormLevel.Key(at: LevelDay(place: place, day: day), teller: teller)
        if wanted[key]?.level != level { strange.insert(teller.withoutLine) }
      }
    }
    return strange
  }
}

extension String {
  /// The source of a form's entry without its last word.
  fileprivate var withoutLine: String {
    lastIndex(of: " ").map { String(self[..<$0]) } ?? self
  }
}
