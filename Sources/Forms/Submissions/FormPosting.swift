public import TargetEngine

/// What an accepted submission posts for one line: of a flow the amount, of a stock the level, on its
/// period's last day, or on the last day of a unit that ended before. Source: `forms.md`, "Accepting posts".
public struct FormPosting: Sendable, Hashable {
  /// The indicator's code.
  public let indicator: String
  public let period: FormPeriod
  public let line: LineNumber
  public let amount: Decimal

  /// The day on which it is posted.
  public let day: Day
}

extension FormDefinition {
  /// All that one unit's accepted submissions call for, by period and line. Whoever keeps the ledger
  /// posts the difference from what is there: so a later version, a reopened one and an undone one
  /// come out right by themselves.
  ///
  /// A cumulative line is told anew for the same event: the last period in which it has an amount takes the
  /// place of the earlier ones, also where its number is another by then.
  ///
  /// - Parameters:
  ///   - accepted: the values of the submissions that are accepted now.
  ///   - ends: the last day of the unit, of periods in which it ended.
  public func postings(
    of accepted: [FormPeriod: FormValues], ends: [FormPeriod: Day] = [:]
  ) -> [FormPosting] {
    var replaced: Set<EventIndicator> = []
    var postings: [FormPosting] = []
    // From the last, so that the first found of an event and an indicator is the one that counts: no two lines of a
    // version have one.
    for (period, values) in accepted.sorted(by: { $0.key > $1.key }) {
      let amounts = values.amounts
      for line in version(of: period).lines.reversed() {
        guard let posting = line.posting, let amount = amounts[line.number] else { continue }
        if posting.isCumulative, let event = period.event,
          !replaced.insert(EventIndicator(event: event, indicator: posting.indicator)).inserted
        {
          continue
        }
        postings.append(
          FormPosting(
            indicator: posting.indicator, period: period, line: line.number, amount: amount,
            day: ends[period] ?? period.lastDay))
      }
    }
    return postings.reversed()
  }
}

private struct EventIndicator: Hashable {
  let event: String
  let indicator: String
}
