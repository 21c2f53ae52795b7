internal import Database
public import TargetEngine

/// One entry of the ledger. Entries are never changed: a correction is a new entry.
public struct Entry: Sendable, Hashable {
  /// Its number; 0 before it has one. People see its transaction and its place therein.
  public var seq: Int64
  public var unit: UnitID
  public var indicator: IndicatorID
  public var day: Day
  /// The plan year.
  public var year: Int
  /// In the indicator's smallest unit.
  public var amount: Int64
  public var note: String
  /// Whence it came: empty for a number given by hand or file, `correct:12.1` and `undo:12.1` for
  /// entries that answer another, a register's record otherwise.
  public var source: String

  public init(
    seq: Int64 = 0, unit: UnitID, indicator: IndicatorID, day: Day, year: Int, amount: Int64,
    note: String = "", source: String = ""
  ) {
    self.seq = seq
    self.unit = unit
    self.indicator = indicator
    self.day = day
    self.year = year
    self.amount = amount
    self.note = note
    self.source = source
  }

  static let columns = "seq, unit, indicator, day, year, amount, note, source, record"
  static let qualified = columns.split(separator: ", ").map { "e.\($0)" }.joined(separator: ", ")

  init?(_ row: any Statement) {
    guard let day = row.day(3) else { return nil }
    self.init(
      seq: row.int(0), unit: row.int(1), indicator: row.int(2), day: day, year: Int(row.int(4)),
      amount: row.int(5), note: row.text(6),
      source: row.isNull(8) ? row.text(7) : EntrySource.record(row.int(8)))
  }
}
