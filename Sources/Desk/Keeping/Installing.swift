internal import Storage
public import TargetEngine

extension Desk {
  /// Adds those indicators that modules declare and the database lacks, in their order: all of them
  /// in a new one, in an older one those that later versions brought. Records post to them at once. Also
  /// where an indicator of the office has the name of one: see `IndicatorNames`.
  ///
  /// - Parameter files: read by the ordinary importer after them, such as the forms of a new ledger.
  public func install(
    _ drafts: [IndicatorDraft], _ files: [ShippedFile] = []
  ) throws -> Written<[Indicator]> {
    try changeRecords { session in
      var known = Dictionary(try ledger.indicators().map { ($0.code, $0) }) { a, _ in a }
      let added = try drafts.filter { known[$0.code] == nil }.map { draft in
        let indicator = try session.transaction.add(try draft.indicator(among: known))
        known[draft.code] = indicator
        return indicator
      }
      try session.post(to: added)
      try take(files, session.transaction)
      return added
    }
  }

  private func take(_ files: [ShippedFile], _ transaction: Transaction) throws {
    if files.isEmpty { return }
    let recognition = FileRecognition(self)
    let session = ImportSession(self, transaction, ImportOptions()) { _ in }
    try session.run(try files.flatMap { try recognition.open($0) })
    guard session.faults.isEmpty else { throw DeskError.faults(session.faults) }
  }
}

/// A file that a program carries within itself.
public struct ShippedFile: Sendable {
  public var name: String
  public var bytes: [UInt8]

  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
