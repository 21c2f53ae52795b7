internal import TargetEngine

/// A line whose value does not fit an amount.
public struct FormOverflow: Error, Sendable, Equatable {
  public let line: LineNumber

  public init(line: LineNumber) { self.line = line }
}

extension FormSheet {
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
    let computed = computed(amounts, last: last)
    if let line = computed.overflown.first { throw FormOverflow(line: line) }
    return computed.amounts
  }

  /// The same; a line whose value does not fit an amount has none, and is named.
  func computed(
    _ amounts: FormAmounts, last: FormAmounts
  ) -> (amounts: FormAmounts, overflown: [LineNumber]) {
    var (amounts, overflown): (FormAmounts, [LineNumber]) = (amounts, [])
    for (line, formula) in formulas {
      amounts[line.number] = nil
      guard let exact = formula.value(amounts, last: last) else { continue }
      if let rounded = exact.rounded(places: line.decimals ?? 0), rounded.units != .min {
        amounts[line.number] = rounded
      } else {
        overflown.append(line.number)
      }
    }
    return (amounts, overflown)
  }

  /// A nil return 零报告: 0 for each amount, and nothing else; what formulas give follows from it.
  public func nilReturn(last: FormAmounts = [:]) throws(FormOverflow) -> FormValues {
    FormValues(amounts: try computing(zeros, last: last))
  }

  private var zeros: FormAmounts {
    var zeros: FormAmounts = [:]
    for line in version.lines where line.source.formula == nil {
      if let decimals = line.decimals { zeros[line.number] = Decimal(0, places: decimals) }
    }
    return zeros
  }
}
