internal import Desk
internal import Reports
internal import Storage

extension Output {
  /// Says what a command wrote, with the ledger's new head, which paper may keep.
  func receipt<Result>(
    _ written: Written<Result>, _ message: String, _ fields: [(String, JSONValue)] = []
  ) throws {
    let head = written.head.description
    try tell(
      "\(message)\n" + say("账号：\(head)", "Ledger head: \(head)"),
      json: .object(
        [("transaction", .integer(written.head.transaction)), ("head", .string(head))] + fields))
  }
}
