internal import TargetEngine

/// A line whose value does not fit an amount.
public struct FormOverflow: Error, Sendable, Equatable {
  public let line: LineNumber

  public init(line: LineNumber) { self.line = line }
}

extension FormVersion {
  /// The amounts with those of the formulas, each computed after what it needs.
  ///
  /// A formula is exact from the amounts of the lines that it names to its own, which is rounded half away
  /// from zero to the line's decimals: so whoever reads the printed lines comes to the same. Whatever
  /// is given for a line with a formula does not count.
  ///
  /// - Parameter last: what was accepted of the period before.
  public func computing(
    _ amounts: FormAmounts, last: FormAmounts = [:]
  ) throws(FormOverflow) -> FormAmounts {
    var amounts = amounts
    // A definition has no circle.
    for number in (try? formulaOrder()) ?? [] {
      guard let line = self[number], let formula = line.source.formula else { continue }
      guard let exact = formula.value(amounts, last: last) else {
        amounts[number] = nil
        continue
      }
      guard let rounded = exact.rounded(places: line.decimals ?? 0) else {
        throw FormOverflow(line: number)
      }
      amounts[number] = rounded
    }
    return amounts
  }

  /// The values of a submission with those of the formulas: see `computing` of amounts.
  public func computing(
    _ values: FormValues, last: FormAmounts = [:]
  ) throws(FormOverflow) -> FormValues {
    var computed = values
    let amounts = try computing(values.amounts, last: last)
    for line in lines where line.source.formula != nil {
      computed[line.number] = amounts[line.number].map { .amount($0) }
    }
    return computed
  }

  /// A nil return 零报告: 0 for each amount, and nothing else; what formulas give follows from it.
  public func nilReturn(last: FormAmounts = [:]) throws(FormOverflow) -> FormValues {
    var values: FormValues = [:]
    for line in lines where line.source.formula == nil {
      values[line.number] = line.decimals.map { .amount(Decimal(0, places: $0)) }
    }
    return try computing(values, last: last)
  }
}
