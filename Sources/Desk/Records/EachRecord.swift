internal import Registers

/// Commands that change several records: all of them, or none.
extension Desk {
  /// Changes each of the records named, in one transaction.
  func changeRecords(
    _ texts: [String], _ body: (RecordSession, String) throws -> RecordState
  ) throws -> Written<[RecordState]> {
    try changeRecords { session in
      session.isOfMany = texts.count > 1
      return try changeEach(texts) { try body(session, $0) }
    }
  }

  /// Changes each of the records named within a transaction.
  func changeEach(
    _ texts: [String], _ body: (String) throws -> RecordState
  ) throws -> [RecordState] {
    try texts.map { text in try naming(text, of: texts) { try body(text) } }
  }

  /// Adds to a fault which of several records it is about.
  func naming<Result>(
    _ text: String, of texts: [String], _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch DeskError.record(let fault) where texts.count > 1 {
      throw DeskError.record(.inRecord(text, fault))
    }
  }
}
