import Forms
import TargetEngine

/// What a sheet does, for a version that is needed once.
extension FormVersion {
  func computing(
    _ amounts: FormAmounts, last: FormAmounts = [:]
  ) throws(FormOverflow) -> FormAmounts { try FormSheet(self).computing(amounts, last: last) }

  func nilReturn(last: FormAmounts = [:]) throws(FormOverflow) -> FormValues {
    try FormSheet(self).nilReturn(last: last)
  }

  func judge(
    _ values: FormValues, explanations: [LineNumber: String] = [:], isNil: Bool = false,
    last: FormAmounts = [:], sourced: FormAmounts = [:]
  ) throws(FormOverflow) -> FormJudgement {
    try FormSheet(self).judge(
      values, explanations: explanations, isNil: isNil, last: last, sourced: sourced)
  }
}
