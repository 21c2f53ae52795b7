public import Forms
internal import TargetEngine

extension FormDefinition {
  /// What accepted submissions of one unit call for, each on the day on which it posts. Source: `forms.md`,
  /// "Accepting posts".
  public func postings(of accepted: [FormPeriod: Submission]) -> [FormPosting] {
    postings(
      of: accepted.mapValues(\.contents.values), ends: accepted.compactMapValues(\.end))
  }
}
