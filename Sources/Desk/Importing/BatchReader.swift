internal import Database
internal import Dispatch
internal import OfficeFiles
internal import Storage

/// What an importer makes of rows: it states how a header and a row are read, and hands over what it has
/// read in batches, which another thread may write meanwhile.
///
/// ```swift
/// let (reader, digests) = try EntryReader(…).read(tables, asking: ledger, aside: 2) { batch, reached in
///   try transaction.insert(batch)
///   progress(reached)
/// }
/// ```
protocol BatchReader: Sendable {
  associatedtype Batch: Sendable

  /// Rows that were taken so far.
  var rows: Int { get }
  /// Whether there is enough for a batch.
  var isFull: Bool { get }

  /// Begins a table.
  ///
  /// - Throws: `ImportFaults` when its rows cannot be read.
  mutating func begin(_ table: any TableSource) throws

  /// The columns of places.
  var places: [Int] { get }

  /// Whether a row that looks like a sum or a signature is data all the same: it has all that a row needs and
  /// its unit is known, or a column makes sense of it otherwise.
  mutating func isData(_ row: borrowing TableRow, asking ledger: Ledger?) throws -> Bool

  /// - Parameter ledger: is asked for what was not met before; a second thread has none.
  mutating func take(_ row: borrowing TableRow, asking ledger: Ledger?) throws

  mutating func add(_ faults: ImportFaults)

  /// Ends the reading, when all tables are read.
  ///
  /// - Parameter ledger: as for `take`.
  mutating func end(asking ledger: Ledger?) throws

  /// What was read since the last batch; nil for nothing.
  mutating func handOver() throws -> Batch?
}

extension BatchReader {
  mutating func end(asking ledger: Ledger?) throws {}

  /// Reads tables one after the other, and takes their batches on this thread.
  ///
  /// - Parameters:
  ///   - aside: how many batches a second thread may be ahead; nil to read on this one.
  ///   - ledger: is asked by a reader on this thread.
  /// - Returns: the reader with all that it knows at the end, and the digest of each table's file; nil
  ///   where not all of it was read.
  consuming func read(
    _ tables: [any TableSource], asking ledger: Ledger, aside: Int?,
    take: (Batch, ImportProgress) throws -> Void
  ) throws -> (reader: Self, digests: [[UInt8]?]) {
    guard let aside else {
      var reader = self
      var failure: (any Error)?
      let digests = try reader.readRows(tables, asking: ledger) { batch, reached in
        do { try take(batch, reached) } catch { failure = error }
        return failure == nil
      }
      if let failure { throw failure }
      return (reader, digests)
    }
    let channel = Channel<Handed<Self>>(capacity: aside)
    let fresh = self
    DispatchQueue.global(qos: .userInitiated).async {
      var reader = fresh
      do {
        let digests = try reader.readRows(tables, asking: nil) { channel.send(.batch($0, $1)) }
        // Its sums are changed at the end, and would be copied if this thread had them still.
        _ = channel.send(.end(consume reader, digests))
      } catch {
        _ = channel.send(.failure(error))
      }
    }
    do {
      while true {
        switch channel.receive() {
        case .batch(let batch, let reached): try take(batch, reached)
        case .end(let reader, let digests): return (reader, digests)
        case .failure(let error): throw error
        }
      }
    } catch {
      channel.cancel()
      throw error
    }
  }

  /// - Parameter emit: takes a batch; false to stop.
  private mutating func readRows(
    _ tables: [any TableSource], asking ledger: Ledger?, emit: (Batch, ImportProgress) -> Bool
  ) throws -> [[UInt8]?] {
    var digests: [[UInt8]?] = []
    var isStopped = false
    func pass(_ batch: Batch, _ reached: ImportProgress) -> Bool {
      isStopped = isStopped || !emit(batch, reached)
      return !isStopped
    }
    for table in tables where !isStopped {
      var digest: [UInt8]?
      var reached = ImportProgress(bytes: 0, size: table.size, rows: rows)
      do {
        try begin(table)
        digest = try table.read(places: places) { row in
          try isData(row, asking: ledger)
        } row: { row in
          try take(row, asking: ledger)
          reached.bytes = row.bytesRead
          guard isFull else { return true }
          reached.rows = rows
          return try handOver().map { pass($0, reached) } ?? true
        } fault: {
          add(ImportFaults($0, in: table))
        }
      } catch let found as ImportFaults {
        add(found)
      }
      digests.append(digest)
      reached.rows = rows
      if isStopped { break }
      if digests.count == tables.count { try end(asking: ledger) }
      if let batch = try handOver() { _ = pass(batch, reached) }
    }
    return digests
  }
}

private enum Handed<Reader: BatchReader>: Sendable {
  case batch(Reader.Batch, ImportProgress)
  case end(Reader, [[UInt8]?])
  case failure(any Error)
}
