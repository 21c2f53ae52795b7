/// Where the value of a line comes from. Source: `forms.md`, "Line".
public enum LineSource: Sendable, Hashable {
  /// A person fills it in.
  case typed
  /// The unit's own figure of an indicator, with everything below it.
  case indicator(String, IndicatorReading)
  /// How many records a list with this filter has on the period's last day; or the sum of one of their
  /// fields. The filter is that of `list`.
  case count(register: String, filter: String, sum: String?)
  /// From other lines.
  case formula(Formula)

  /// Its formula; nil for any other source.
  public var formula: Formula? {
    guard case .formula(let formula) = self else { return nil }
    return formula
  }
}

/// Which figure of an indicator a line takes. Its raw value is the word of files.
public enum IndicatorReading: String, Sendable, CaseIterable {
  /// The amount of the month of the period's last day.
  case month
  /// To date of the plan year, on the period's last day.
  case year
  /// What is dated within the form's own period, whatever its plan year.
  case period
  /// The level on the period's last day.
  case level
}

/// Why a text says no source.
public enum LineSourceFault: Error, Sendable, Equatable {
  /// Another word than `typed`, `indicator`, `count` or `formula` at its beginning.
  case unknownWord(String)
  /// `indicator` without a code, or `count` without a register.
  case noName
  /// `indicator CODE` without one of `month`, `year`, `period` and `level`, or with another word.
  case noReading(String)
  /// The column is that of the whole text.
  case formula(FormulaFault)
}
