public import Database
public import TargetEngine

/// The years of the holiday calendar that an office put in place of ours, or added. They are
/// settings, so that the journal keeps who imported what, and an undo takes it back.
extension Ledger {
  /// The calendar of working days; read once as long as nobody writes.
  public func calendar() throws(StorageError) -> WorkCalendar {
    let derived = derived
    if let calendar = derived.calendar { return calendar }
    let calendar = WorkCalendar.shipped.replacing(try officeHolidays())
    derived.calendar = calendar
    return calendar
  }

  /// The calendar as it was when a transaction had been written.
  func calendar(through transaction: Int64) throws(StorageError) -> WorkCalendar {
    let years = try settings(through: transaction).filter { $0.key.hasPrefix(prefix) }
      .sorted { $0.key < $1.key }
    return WorkCalendar.shipped.replacing(years.flatMap { HolidayYear.years(of: $0.value) })
  }

  /// The years that the office imported.
  public func officeHolidays() throws(StorageError) -> [HolidayYear] {
    try connection.rows(
      "SELECT value FROM setting WHERE name LIKE ?1 ORDER BY name", [.text(prefix + "%")]
    ) { HolidayYear.years(of: $0.text(0)) }.flatMap(\.self)
  }
}

extension Transaction {
  public func set(_ holidays: HolidayYear) throws(StorageError) {
    try set(setting: "\(prefix)\(holidays.year)", to: holidays.text)
    ledger.forgetSettings()
  }
}

/// `holidays 2027`.
private let prefix = "holidays "
