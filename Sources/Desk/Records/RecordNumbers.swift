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

extension Ledger {
  /// `K3F7-12`.
  func publicID(_ record: RecordID) throws -> String { "\(try site())-\(record)" }
}
