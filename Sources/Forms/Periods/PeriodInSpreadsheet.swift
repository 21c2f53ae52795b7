public import TargetEngine

/// Periods as a spreadsheet leaves them. Source: `forms.md`, "Files".
extension FormPeriod {
  /// `2021年6月`: of 2021-06 a spreadsheet makes a day.
  public func inSpreadsheet(_ language: Language) -> String {
    guard cycle == .month, language == .zh else { return description }
    return "\(firstDay.year)年\(firstDay.month.monthOfYear)月"
  }
}

extension FormCalendar {
  /// The text of a first day, as `start` reads it.
  public func startInSpreadsheet(_ day: Day, _ language: Language) -> String {
    period(of: day)?.inSpreadsheet(language) ?? day.description
  }
}
