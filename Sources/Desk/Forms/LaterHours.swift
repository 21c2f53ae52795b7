public import Forms
internal import Storage
public import TargetEngine

/// Cumulative lines of which a later hour of the same event is accepted already, so that it counts in their place.
/// Source: `forms.md`, "Accepting posts".
public struct OutdatedLines: Sendable {
  /// Whose lines they are, with its title.
  public var unit: Unit
  /// Their numbers, in order.
  public var lines: [LineNumber]
  /// The hour that counts.
  public var later: FormPeriod
}

extension FormRound {
  /// What accepted submissions of this period do not post, since their units have a later hour accepted.
  func outdated(_ accepted: [Submission]) throws -> [OutdatedLines] {
    let cumulative = version.lines.filter { $0.posting?.isCumulative == true }
    guard let event = period.event, !cumulative.isEmpty else { return [] }
    let others = try desk.ledger.submissions(
      of: form, event: event, among: Set(accepted.map(\.unit))
    ).filter { $0.state == .accepted && $0.period > period }
    let later = Dictionary(grouping: others, by: \.unit)
    let titles = UnitTitles(desk.ledger)
    return try accepted.flatMap { submission -> [OutdatedLines] in
      guard let own = later[submission.unit],
        let unit = try desk.ledger.unit(id: submission.unit)?.unit
      else { return [] }
      let all = (own + [submission]).map { ($0.period, $0) }
      let counting = form.definition.postings(of: Dictionary(all) { first, _ in first })
      let lines = cumulative.compactMap { line -> (line: LineNumber, later: FormPeriod)? in
        guard submission.contents.values[line.number] != nil,
          !submission.listed.contains(line.number),
          let posting = counting.first(where: { $0.indicator == line.posting?.indicator }),
          posting.period > period
        else { return nil }
        return (line.number, posting.period)
      }
      if lines.isEmpty { return [] }
      var titled = unit
      titled.title = try titles.title(of: unit)
      return Dictionary(grouping: lines, by: \.later).sorted { $0.key < $1.key }.map {
        OutdatedLines(unit: titled, lines: $0.value.map(\.line), later: $0.key)
      }
    }
  }
}
