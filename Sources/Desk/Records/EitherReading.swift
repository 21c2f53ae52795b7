internal import Registers
internal import TargetEngine

/// Records that are named where a field takes those of several registers.
extension FieldReading {
  func record(_ text: UnsafeBufferPointer<UInt8>, of registers: [String]) throws -> RecordID {
    let text = String(decoding: text, as: UTF8.self)
    guard registers.count > 1 else { return try record(text, of: registers.first ?? "") }
    let found = try registers.compactMap { try known(text, of: $0) }
    if let id = found.first, found.count == 1 { return id }
    let titles = registers.compactMap { desk.ledger.shape($0)?.name.title }
    let title = Text(
      titles.map(\.zh).joined(separator: "、"), titles.map(\.en).joined(separator: ", "))
    throw DeskError.record(
      found.isEmpty
        ? .unknownRecord(text, register: title)
        : .ambiguousRecord(
          text, register: title,
          records: try found.map { id in
            let register = try desk.ledger.register(of: id)?.name.title
            return AlikeRecord(
              id: try desk.ledger.publicID(id), about: [register].compactMap { $0 })
          }, count: found.count))
  }

  /// A record of one of several registers, of which the text may name none.
  private func known(_ text: String, of register: String) throws -> RecordID? {
    do {
      return try looking { try record(text, of: register) }
    } catch DeskError.record(.unknownRecord) {
      return nil
    }
  }
}
