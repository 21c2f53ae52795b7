/// What stands in the lines of one version of a submission, or of a draft.
public struct FormContents: Sendable, Hashable {
  /// With what sources fill in and formulas give.
  public var values: FormValues
  /// What somebody wrote into lines with formulas, where it is another number.
  public var written: FormAmounts
  /// Why a line or a check is as it is, by line.
  public var explanations: [LineNumber: String]

  public init(
    _ values: FormValues = [:], written: FormAmounts = [:],
    explanations: [LineNumber: String] = [:]
  ) {
    (self.values, self.written, self.explanations) = (values, written, explanations)
  }
}
