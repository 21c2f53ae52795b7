public import TargetEngine

extension DayFault {
  /// What is wrong with the day, and how one is written.
  public func sentence(_ language: Language) -> String {
    let w = Wording(language)
    return w.join([
      fault(w), w("请写成 \(ExampleYear.current)-06-28。", "Write it as \(ExampleYear.current)-06-28."),
    ])
  }

  private func fault(_ w: Wording) -> String {
    switch self {
    case .noYear: w("没有写年份。", "The year is missing.")
    case .noDay: w("没有写是哪一天。", "The day of the month is missing.")
    case .noSuchYear(let year):
      w("年份 \(year) 不在 1900 至 2999 之间。", "The year \(year) is not from 1900 to 2999.")
    case .noSuchMonth(let month): w("没有 \(month) 月。", "There is no month \(month).")
    case .noSuchDay(let day, let month):
      w(
        "\(month.year)年\(month.monthOfYear)月没有 \(day) 日，只有 \(month.lastDay.dayOfMonth) 天。",
        "\(month) has no day \(day), only \(month.lastDay.dayOfMonth) days.")
    case .unreadable: w("看不出是哪一天。", "It is not written as a day.")
    }
  }
}
