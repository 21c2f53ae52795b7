internal import Registers
internal import Storage

extension Desk {
  /// A record's number from `K3F7-12`; nil for anything else.
  func recordNumber(_ text: String) throws -> RecordID? {
    let site = try ledger.site() + "-"
    guard text.uppercased().hasPrefix(site) else { return nil }
    return Int64(text.dropFirst(site.count))
  }
}

extension Ledger {
  /// `K3F7-12`.
  func publicID(_ record: RecordID) throws -> String { "\(try site())-\(record)" }
}
