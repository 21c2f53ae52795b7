public import Registers
internal import TargetEngine

/// Parses and writes the sources of entries. The source of a record's entry is stored as the
/// record's number.
public enum EntrySource {
  static func record(_ id: RecordID) -> String { prefix + "\(id)" }

  /// Runs `body` with the source of a record as bytes, without making a `String`.
  static func withBytes(_ record: RecordID, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { bytes in
      var start = record.writeDigits(to: bytes)
      for byte in prefix.utf8.reversed() {
        start -= 1
        bytes[start] = byte
      }
      body(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  static func isRecord(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    source.starts(with: prefix.utf8)
  }

  private static let prefix = "record:"

  /// The source of a group: `group:clinics.participant/clinics.doctors-trained:r12`.
  static func group(_ measure: GroupShape, _ key: Datum) -> String {
    group(measure.source, key)
  }

  /// The source of a group in versions before 0.3, without the register:
  /// `group:clinics.doctors-trained:r12`. Entries with it belong to the group.
  static func formerGroup(_ measure: GroupShape, _ key: Datum) -> String? {
    measure.formerSource.map { group($0, key) }
  }

  private static func group(_ measure: String, _ key: Datum) -> String {
    let letter =
      switch key {
      case .unit: "u"
      case .record: "r"
      default: "v"
      }
    return "group:\(measure):\(letter)\(key.journalText)"
  }

  /// The record that posted an entry; nil for any other source.
  public static func record(_ source: String) -> RecordID? {
    source.hasPrefix(prefix) ? Int64(source.dropFirst(prefix.count)) : nil
  }

  /// The record that is the key of the group that posted an entry, such as the person who counts
  /// once.
  public static func groupRecord(_ source: String) -> RecordID? { groupKey(source, "r") }

  /// The unit that is the key of the group that posted an entry.
  static func groupUnit(_ source: String) -> UnitID? { groupKey(source, "u") }

  /// Whether an entry was posted by a group whose key is a unit, in SQL.
  static func isGroup(of unit: String, _ entry: String) -> String {
    "(\(entry).record IS NULL AND \(entry).source LIKE 'group:%:u' || \(unit))"
  }

  private static func groupKey(_ source: String, _ letter: Character) -> Int64? {
    let parts = source.split(separator: ":", maxSplits: 2)
    guard parts.count == 3, parts[0] == "group", parts[2].first == letter else { return nil }
    return Int64(parts[2].dropFirst())
  }

  /// The opposite of numbers that a list replaced.
  static let opening = "list"
  /// Numbers restored when the list was undone.
  static let givenBack = "back"
  /// The prefix before the id of the entry that an undo reverses.
  static let undo = "undo:"
  /// The prefix before the id of the entry that a correction is about.
  static let correction = "correct:"

  /// The source of what an accepted line of a form posts: `form zero 2021-06 X01 3`. Only a period may have
  /// blanks in it.
  static func form(_ code: String, _ period: String, unit: String, line: String) -> String {
    "\(form(code))\(period) \(unit) \(line)"
  }

  /// What all sources of a form begin with.
  static func form(_ code: String) -> String { "form \(code) " }

  /// The form by its code and the period of which a line posted; nil for any other source.
  static func formPeriod(_ source: String) -> (code: String, period: String)? {
    let words = source.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count > 4, words[0] == "form" else { return nil }
    return (String(words[1]), words[2..<(words.count - 2)].joined(separator: " "))
  }

  /// Whether an accepted form posted an entry, so that only its submission may change it.
  public static func isOfForm(_ source: String) -> Bool {
    source.hasPrefix("form ") || LevelSource.teller(in: source)?.hasPrefix("form ") == true
  }

  /// The line of a form that posted an entry, or that says its level; nil for any other source.
  public static func formLine(_ source: String) -> FormLinePlace? {
    FormLinePlace(LevelSource.teller(in: source) ?? source)
  }

  /// Whether an entry corrects another.
  public static func isCorrection(_ source: String) -> Bool { source.hasPrefix(correction) }

  /// The entry that an entry's undo takes back; nil for any other source.
  public static func undone(_ source: String) -> EntryPlace? { EntryPlace(source, after: undo) }

  /// Whether an entry replaces numbers by a list, or restores them.
  public static func isOpening(_ source: String) -> Bool {
    source == opening || source == givenBack
  }

  /// Whether an entry restores numbers that a list had replaced.
  public static func isGivenBack(_ source: String) -> Bool { source == givenBack }

  /// Whether an entry was made by registers: posted by them, or a number that they replaced.
  static func isOfRegister(_ source: String) -> Bool { isListed(source) || isOpening(source) }

  /// The same as an SQL condition.
  static func isListed(_ entry: String) -> String {
    "(\(entry).record IS NOT NULL OR \(entry).source LIKE 'group:%')"
  }

  /// Whether a register posted an entry, so that only registers may change it.
  public static func isListed(_ source: String) -> Bool {
    source.hasPrefix(prefix) || source.hasPrefix("group:")
  }
}

/// A line of what a unit sent, as sources name it: `form zero 2021-06 X01 3`.
public struct FormLinePlace: Sendable, Hashable {
  /// The form's code.
  public let form: String
  public let period: String
  public let line: String

  fileprivate init?(_ source: String) {
    let words = source.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 4, words[0] == "form", let line = words.last else { return nil }
    // Only a period may have blanks in it.
    (form, self.line) = (words[1], line)
    period = words[2..<(words.count - 2)].joined(separator: " ")
  }
}

/// An entry by its transaction and its place there, from 1, as sources name it: `1204.2`.
public struct EntryPlace: Sendable, Hashable {
  public var transaction: Int64
  public var place: Int64

  public init(transaction: Int64, place: Int64) {
    self.transaction = transaction
    self.place = place
  }

  init?(_ source: String, after prefix: String) {
    guard source.hasPrefix(prefix) else { return nil }
    let parts = source.dropFirst(prefix.count).split(separator: ".")
    guard parts.count == 2, let transaction = Int64(parts[0]), let place = Int64(parts[1]) else {
      return nil
    }
    self.init(transaction: transaction, place: place)
  }
}
