internal import TargetEngine

/// Why a text is no period of a form.
public enum FormPeriodFault: Error, Sendable, Equatable {
  /// `2021-Q5`, `今年`.
  case unreadable
  /// A period, but of a form with another cycle: `2021-06` of a yearly form.
  case otherCycle(FormCycle)
  /// A year that plans do not have either.
  case noSuchYear(Int)
  /// `2021-W53`: that year has 52 weeks.
  case noSuchWeek(Int, ofYear: Int)
  /// An event without a name: `/2021-07-25`.
  case noName
  /// An event without a day or an hour: `烟花`.
  case noTime
}

extension FormCalendar {
  /// Reads a period as people write it: what the engine's `Period` reads (`2021Q2`, `2021-Q2`,
  /// `2021年第二季度`, `2021年上半年`, `2021年6月`, `2021`), a day in any of its forms, a week (`2021-W30`,
  /// `2021W30`, `2021年第30周`), or an event's name, a slash and a day, hour or minute
  /// (`烟花/2021-07-25T18`, `烟花/2021年7月25日18时`); in half-width or full-width characters.
  public func period(_ text: some StringProtocol) throws(FormPeriodFault) -> FormPeriod {
    guard text.utf8.count <= FormCalendar.longestText else { throw .unreadable }
    if cycle == .once {
      let period = try FormCalendar.checked(.event(FormEvent(String(text))))
      // What is kept is read again, and may be longer.
      guard period.description.utf8.count <= FormCalendar.longestText else { throw .unreadable }
      return period
    }
    let plain = text.halfWidth
    guard let span = try span(plain) else {
      guard (try? FormEvent(plain)) == nil else { throw .otherCycle(.once) }
      throw .unreadable
    }
    let period = try FormCalendar.checked(span)
    guard period.cycle == cycle else { throw .otherCycle(period.cycle) }
    return period
  }

  /// How many bytes the text of a period may have; an event's name is a title and no report.
  private static let longestText = 300

  private static func checked(_ span: FormPeriod.Span) throws(FormPeriodFault) -> FormPeriod {
    guard let period = FormPeriod(span) else { throw .noSuchYear(span.year) }
    return period
  }

  private func span(_ text: String) throws(FormPeriodFault) -> FormPeriod.Span? {
    if let period = Period(text) {
      if period.length == .month { return .month(period.first) }
      guard let year = PlanYear(period.first.year, firstMonth: firstMonth) else {
        throw .noSuchYear(period.first.year)
      }
      let number = (period.first.monthOfYear - 1) / period.length.rawValue + 1
      return .part(number, of: year, length: period.length)
    }
    if let day = Day(text) { return .day(day) }
    guard let (year, number) = FormCalendar.week(text) else { return nil }
    guard let week = FormWeek(year: year, number: number) else {
      throw .noSuchWeek(number, ofYear: year)
    }
    return .week(week)
  }

  /// The numbers of `2021-W30`, `2021W30`, `2021年第30周`, `2021年30周`.
  private static func week(_ text: String) -> (year: Int, number: Int)? {
    let bare = text.uppercased().filter { !$0.isWhitespace }
    guard let year = Int(bare.prefix(4)), bare.prefix(4).allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    var rest = bare.dropFirst(4)
    if rest.hasPrefix("年"), rest.hasSuffix("周") {
      rest = rest.dropFirst().dropLast()
      if rest.first == "第" { rest.removeFirst() }
    } else {
      if rest.first == "-" { rest.removeFirst() }
      guard rest.first == "W" else { return nil }
      rest.removeFirst()
    }
    guard (1...2).contains(rest.count), rest.allSatisfy(\.isASCIIDigit), let number = Int(rest)
    else { return nil }
    return (year, number)
  }
}
