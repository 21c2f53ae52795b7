internal import Registers
internal import Storage

extension Desk {
  /// A record's number from `K3F7-12`; nil for anything else.
  func recordNumber(_ text: String) throws -> RecordID? {
    let site = try ledger.site() + "-"
    guard text.uppercased().hasPrefix(site) else { return nil }
    let digits = text.dropFirst(site.count)
    return digits.utf8.first.map { $0 != UInt8(ascii: "+") } ?? false ? Int64(digits) : nil
  }
}

extension String {
  /// Whether it reads like a record's number, `K3F7-12`, of whatever ledger.
  var isRecordNumber: Bool {
    let halves = split(separator: "-", omittingEmptySubsequences: false)
    return halves.count == 2 && halves[0].utf8.count == 4 && Int64(halves[1]) != nil
      && halves[0].utf8.allSatisfy { $0.isASCIILetterOrDigit }
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension Ledger {
  /// `K3F7-12`.
  func publicID(_ record: RecordID) throws -> String { "\(try site())-\(record)" }
}
