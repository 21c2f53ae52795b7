public import Forms
internal import Storage
public import TargetEngine

/// Two submissions of one unit line by line.
public struct FormDifference: Sendable {
  /// The form that was sent.
  public var form: FormDefinition
  /// The period at hand.
  public var period: FormPeriod
  /// The form as it is for the period.
  public var version: FormVersion
  /// Who sent it, with its title.
  public var unit: Unit
  /// What is compared: the number of a version, or a period.
  public var old: String
  /// What the newer side is called: a version, or the period at hand.
  public var new: String
  /// Line by line.
  public var rows: [FormComparison.Row]
}

extension Desk {
  /// Compares two versions of a unit's submission; one with that at hand; without any, the period with the one
  /// before.
  public func formDifference(
    _ form: String, _ period: String, unit unitText: String, _ numbers: [Int]
  ) throws -> FormDifference {
    try snapshot {
      let new = try formSheet(
        form, period, unit: unitText, version: numbers.count > 1 ? numbers[1] : nil)
      var (old, name): (FormValues, String)
      if let number = numbers.first {
        old = try formSheet(form, period, unit: unitText, version: number).contents.values
        name = "\(number)"
      } else {
        let round = try FormRound(self, form, period)
        let before = try round.before.flatMap { before in
          try ledger.submissions(of: round.form, before, unit: new.unit.id).first
        }
        // What was only drafted was not sent.
        let sent = before.flatMap { $0.standing.versions > 0 ? $0.contents.values : nil }
        (old, name) = (sent ?? [:], round.before.map { "\($0)" } ?? "")
      }
      return FormDifference(
        form: new.form, period: new.period, version: new.version, unit: new.unit, old: name,
        new: numbers.isEmpty
          ? "\(new.period)" : "\(numbers.count > 1 ? numbers[1] : new.standing.versions)",
        rows: FormComparison(new.version, old: old, new: new.contents.values).rows)
    }
  }
}
