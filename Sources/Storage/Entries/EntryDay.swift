/// The day of an entry as a question to the database.
enum EntryDay {
  /// Whether it is surely no day of the calendar.
  static func isNone(_ entry: String) -> String {
    """
    (\(entry).day NOT BETWEEN 19000101 AND 29991231 OR \(entry).day % 100 NOT BETWEEN 1 AND 31
      OR \(entry).day / 100 % 100 NOT BETWEEN 1 AND 12)
    """
  }
}
