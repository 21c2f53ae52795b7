extension Day {
  /// How far into a plan year this day is, in months: m − 1 + d ÷ days in month m, counted on
  /// past the twelfth month. So the last day of the m-th month stands at m.
  ///
  /// - Parameter start: the plan year's first month. Source: `engine.md`, "Pace".
  func position(from start: Month) -> Fraction {
    let months = (year - start.year) * 12 + monthOfYear - start.monthOfYear
    let days = Int64(daysInMonth)
    return Fraction(Int64(months) * days + Int64(dayOfMonth), over: days) ?? .zero
  }
}
