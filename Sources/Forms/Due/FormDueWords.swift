public import TargetEngine

extension FormDue {
  /// By when a form is due, as people say it: `次月5日 18:00`, `day 5 of the next month 18:00`. A definition reads the
  /// Chinese words.
  public func words(of cycle: FormCycle) -> Text {
    let (day, time) = (rule.words(of: cycle), time.map { " \($0)" } ?? "")
    return Text(day.zh + time, day.en + time)
  }
}

extension FormDue.Rule {
  fileprivate func words(of cycle: FormCycle) -> Text {
    switch self {
    case .dayOfMonth(let day, let months) where months < 2:
      let isLast = day == 31
      return Text(
        (months == 0 ? "当月" : "次月") + (isLast ? "底" : "\(day)日"),
        (isLast ? "last day of the " : "day \(day) of the ") + (months == 0 ? "same" : "next")
          + " month")
    case .dayOfMonth(let day, let months):
      return Text("\(self)（期末后第\(months)个月\(day)日）", "\(self) (day \(day), \(months) months later)")
    case .dayOfYear(let month, let day): return Text("\(month)月\(day)日", description)
    case .term(let term) where term.measure == .workingDays:
      return Text("\(term.count)个工作日", description)
    case .term(let term) where cycle == .week && (1...7).contains(term.count):
      let day = FormDue.weekdays[term.count - 1]
      return Text("次周\(day.zh)", "\(day.en) of the next week")
    case .term(let term) where term.count == 1: return Text("次日", "next day")
    case .term(let term) where term.count == 0:
      return Text("\(self)（期末当天）", "\(self) (the last day)")
    case .term(let term): return Text("\(self)（期末后\(term.count)天）", "\(self) (days after the end)")
    case .on(let day): return Text(day.description, day.description)
    }
  }
}

extension FormDue {
  fileprivate static let weekdays = [
    Text("一", "Monday"), Text("二", "Tuesday"), Text("三", "Wednesday"), Text("四", "Thursday"),
    Text("五", "Friday"), Text("六", "Saturday"), Text("日", "Sunday"),
  ]
}
