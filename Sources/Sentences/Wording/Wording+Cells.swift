internal import TargetEngine

/// Cells and values that are not in the form they should have.
extension Wording {
  func badDay(_ text: String) -> String {
    // What a spreadsheet counts days by: 44375 is 2021-06-28.
    if text.count == 5, let number = Int(text), number > 20_000 {
      return self(
        "\(quote(text))是表格软件里的日期序号。请把这一列的单元格格式改为日期，再另存为 CSV。",
        "\(quote(text)) is a spreadsheet's number of a day. Give the column a format of days and save as CSV"
          + " again.")
    }
    return text.isEmpty
      ? self(
        "没有填写日期。请写成 \(ExampleYear.current)-06-28。",
        "The day is empty. Write it as \(ExampleYear.current)-06-28.")
      : self(
        "\(quote(text))不是日历上的日期。请写成 \(ExampleYear.current)-06-28 或 \(ExampleYear.current)年6月28日。",
        "\(quote(text)) is no day of the calendar. Write it as \(ExampleYear.current)-06-28.")
  }

  /// A text that is no plan year.
  public func badYear(_ text: String) -> String {
    text.isEmpty
      ? self(
        "没有填写年度。请写四位数字，如 \(ExampleYear.current)。",
        "The year is empty. Write four digits: \(ExampleYear.current).")
      : self(
        "\(quote(text))不是年度。请写 \(years.lowerBound) 至 \(years.upperBound) 之间的四位年份，如 \(ExampleYear.current)。",
        "\(quote(text)) is not a year of a plan. Write four digits between \(years.lowerBound) and"
          + " \(years.upperBound), such as \(ExampleYear.current).")
  }

  func dayOutOfRange(_ day: Day) -> String {
    self(
      "日期 \(day) 不在 \(years.lowerBound) 年至 \(years.upperBound) 年之间，不能计数。请核对日期。",
      "Nothing can count on \(day), which is not between \(years.lowerBound) and"
        + " \(years.upperBound). Check the day.")
  }

  private var years: ClosedRange<Int> { PlanYear.range }

  func badChoice(_ text: String, _ choices: [Text]) -> String {
    let allowed = choices.map { $0(language) }
    return self(
      "\(quote(text))不在可选范围内。可填：\(list(allowed))。",
      "\(quote(text)) is not one of the choices: \(list(allowed)).")
  }

  func badPace(_ text: String) -> String {
    self(
      "\(quote(text))不是进度方式。可填：序时、到期，或节点如 03-31:20%;06-30:70%。",
      "\(quote(text)) is not a pace. Write linear, deadline or milestones such as"
        + " 03-31:20%;06-30:70%.")
  }
}
