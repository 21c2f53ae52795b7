extension Day {
  /// Days since 1970-01-01, for the clock's conversion and for days apart.
  public var number: Int {
    // Days from the civil calendar, counted in eras of 400 years that begin on 1 March.
    let y = monthOfYear <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * ((monthOfYear + 9) % 12) + 2) / 5 + dayOfMonth - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that lies `number` days after 1970-01-01; nil outside of 1900 to 2999.
  public init?(number: Int) {
    let (z, overflow) = number.addingReportingOverflow(719_468)
    guard !overflow, z >= 0 else { return nil }
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// The day in Asia/Shanghai (UTC+8, without summer time since 1991) at an instant.
  public init?(secondsSince1970 seconds: Int) {
    let (local, overflow) = seconds.addingReportingOverflow(8 * 3600)
    if overflow { return nil }
    self.init(number: local / 86_400 - (local % 86_400 < 0 ? 1 : 0))
  }
}
