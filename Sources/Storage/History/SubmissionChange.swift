internal import Forms
public import Journal
public import TargetEngine

/// What a transaction changed of one submission.
public struct SubmissionChange: Sendable {
  /// The form's code.
  public let form: String
  public let period: String
  public let unit: UnitID
  /// Where it stood, and stands; nil where it was not there.
  public let states: (before: String?, now: String?)
  /// How many values were changed.
  public let values: Int

  init(form: String, before: FieldList?, now: FieldList?) {
    self.form = form
    period = (now ?? before)?["period"] ?? ""
    unit = (now ?? before)?["unit"].flatMap { Int64($0) } ?? 0
    let state = { (state: FieldList?) in
      state.flatMap { try? FormHistory($0.all("step").compactMap { FormStep($0) }) }
        .map(\.standing.state.rawValue)
    }
    states = (state(before), state(now))
    let values = { (state: FieldList?) in
      Set((state?.fields ?? []).filter { FormValue.names.contains($0.name) }.map(\.value))
    }
    self.values = max(
      values(now).subtracting(values(before)).count, values(before).subtracting(values(now)).count)
  }
}
