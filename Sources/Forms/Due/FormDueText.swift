internal import TargetEngine

extension FormDue: CustomStringConvertible {
  /// `+1-05`, `+1 08:00`, `11-11`, `5 working days`, `2021-07-25 18:00`, as files and the database write
  /// it; whether it moves stands in a column of its own.
  public var description: String {
    time.map { "\(rule) \($0)" } ?? "\(rule)"
  }

  /// Reads what `description` writes, and `次月5日前`, `次月底`, `月底`, `当月25日`, `次日8:00`, `11月11日`, `5个工作日`, in
  /// half-width or full-width characters or Chinese numerals. Nil for anything else, of which `fault(of:)` says why.
  ///
  /// - Parameter cycle: that of the form, of which weekly ones have `次周一`.
  public init?(
    _ text: some StringProtocol, of cycle: FormCycle? = nil, movesPastHolidays: Bool = false
  ) {
    let plain = text.halfWidth.withoutBefore.withDigits
    guard plain.count <= 64 else { return nil }
    // A time first, since a day is read with a midnight behind it.
    for place in plain.indices.dropFirst() where !plain[plain.index(before: place)].isASCIIDigit {
      guard let time = ClockTime(plain[place...]),
        let rule = Rule(String(plain[..<place]).trimmingBlanks.withoutBefore, cycle)
      else { continue }
      self.init(rule, at: time, movesPastHolidays: movesPastHolidays)
      return
    }
    guard let rule = Rule(plain, cycle) else { return nil }
    self.init(rule, movesPastHolidays: movesPastHolidays)
  }
}

extension FormDue.Rule: CustomStringConvertible {
  /// The most months, and days, after a period's end by which a form can be due.
  private static let mostMonths = 24
  private static let mostDays = 999

  public var description: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return switch self {
    case .dayOfMonth(let day, let months): "+\(months)-\(two(day))"
    case .dayOfYear(let month, let day): "\(two(month))-\(two(day))"
    case .term(let term) where term.measure == .workingDays: "\(term.count) working days"
    case .term(let term): "+\(term.count)"
    case .on(let day): day.description
    }
  }

  fileprivate init?(_ text: String, _ cycle: FormCycle?) {
    if let rule = Self.afterEnd(text) ?? Self.workingDays(text) ?? Self.nextWeek(text, cycle) {
      self = rule
    } else if let day = Day(text) {
      self = .on(day)
    } else if let day = Day("2000-\(text)") ?? Day("2000年\(text)") {
      // A leap year has every day that any year has.
      self = .dayOfYear(month: day.monthOfYear, day: day.dayOfMonth)
    } else if let rule = Self.lastOfMonth(text) {
      self = rule
    } else {
      return nil
    }
  }

  /// `02-30`, `4月31日`: a day that its month does not have, which stands for the month's last, as `+1-31` does.
  private static func lastOfMonth(_ text: String) -> FormDue.Rule? {
    let parts = text.split(whereSeparator: { !$0.isASCIIDigit })
    guard parts.count == 2, let month = number(parts[0], in: 1...12),
      let day = number(parts[1], in: 29...31)
    else { return nil }
    // With a day that every month has it must be a day of the year.
    let plain = text[..<parts[1].startIndex] + "28" + text[parts[1].endIndex...]
    guard Day("2000-\(plain)") ?? Day("2000年\(plain)") != nil else { return nil }
    return .dayOfYear(month: month, day: day)
  }

  /// `+1-05`, `+1`, `次月5日`, `次日`.
  private static func afterEnd(_ text: String) -> FormDue.Rule? {
    if text == "次日" { return .term(Term(1, .days)) }
    if let rule = ofMonth(text) { return rule }
    guard text.first == "+" else { return nil }
    let parts = text.dropFirst().split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { return dayOfMonth(parts[1], months: parts[0]) }
    return number(parts[0], in: 0...mostDays).map { .term(Term($0, .days)) }
  }

  /// `次周一`, `下周五` of a weekly form: a day of the week behind its own.
  private static func nextWeek(_ text: String, _ cycle: FormCycle?) -> FormDue.Rule? {
    guard cycle == .week, let week = ["次周", "下周"].first(where: text.hasPrefix) else { return nil }
    let day = text.dropFirst(week.count)
    let number = ["日", "天"].contains(day) ? 7 : number(day, in: 1...6)
    return number.map { .term(Term($0, .days)) }
  }

  /// `次月5日`, `每月25号`, `次月底`, `月末`: of the next month, or of that in which the period ends. 每月5日 may be either.
  private static func ofMonth(_ text: String) -> FormDue.Rule? {
    guard let month = months.first(where: { text.hasPrefix($0.word) }) else { return nil }
    let day = text.dropFirst(month.word.count)
    if ["底", "末", "月底", "月末"].contains(day) { return dayOfMonth("31", months: month.after) }
    guard let end = day.last, "日号".contains(end) else { return nil }
    let rule = dayOfMonth(day.dropLast(), months: month.after)
    guard case .dayOfMonth(let number, _) = rule, number <= firstHalf else { return rule }
    return month.isOfAnyMonth ? nil : rule
  }

  /// Up to this day of 每月 a form may as well be due in the month after that which it is about.
  private static let firstHalf = 15

  private static let months: [(word: String, after: Substring, isOfAnyMonth: Bool)] = [
    ("次月", "1", false), ("下月", "1", false), ("下个月", "1", false), ("每月", "0", true),
    ("当月", "0", false), ("本月", "0", false), ("月", "0", true),
  ]

  private static func dayOfMonth(_ day: Substring, months: Substring) -> FormDue.Rule? {
    guard let day = number(day, in: 1...31), let months = number(months, in: 0...mostMonths) else {
      return nil
    }
    return .dayOfMonth(day, monthsAfter: months)
  }

  /// `5 working days`, `5个工作日`.
  private static func workingDays(_ text: String) -> FormDue.Rule? {
    let digits = text.prefix(while: \.isASCIIDigit)
    let word = String(text.dropFirst(digits.count)).trimmingBlanks.lowercased()
    guard ["working days", "working day", "个工作日"].contains(word) else { return nil }
    return number(digits, in: 0...mostDays).map { .term(Term($0, .workingDays)) }
  }

  private static func number(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
    guard text.allSatisfy(\.isASCIIDigit), let number = Int(text), range.contains(number) else {
      return nil
    }
    return number
  }
}
