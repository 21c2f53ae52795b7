public import Registers

/// In whose name an entry stands, as its source says it.
public enum EntrySource {
  static func record(_ id: RecordID) -> String { "record:\(id)" }

  /// The same as bytes.
  static func write(record id: RecordID, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "record:".utf8)
    bytes.append(number: id)
  }

  static func group(_ indicator: String, _ key: Datum) -> String {
    let letter =
      switch key {
      case .unit: "u"
      case .record: "r"
      default: "v"
      }
    return "group:\(indicator):\(letter)\(key.text)"
  }

  /// The record that posted an entry; nil for any other source.
  public static func record(_ source: String) -> RecordID? {
    source.hasPrefix("record:") ? Int64(source.dropFirst("record:".count)) : nil
  }

  /// The record by which a group that posted an entry is known, such as the person who counts once.
  public static func groupRecord(_ source: String) -> RecordID? {
    guard source.hasPrefix("group:"), let key = source.split(separator: ":").last,
      key.first == "r"
    else { return nil }
    return Int64(key.dropFirst())
  }

  /// What a list took the place of.
  static let opening = "list"

  /// The same of a column in SQL.
  static func isListed(_ column: String) -> String {
    "(\(column) LIKE 'record:%' OR \(column) LIKE 'group:%')"
  }

  /// Whether a register posted an entry, so that only registers may change it.
  public static func isListed(_ source: String) -> Bool {
    source.hasPrefix("record:") || source.hasPrefix("group:")
  }
}
