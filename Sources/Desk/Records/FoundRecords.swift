internal import Registers
internal import Storage
internal import TargetEngine

/// Records that can be gone through more than once, read a portion at a time where they are many.
struct FoundRecords {
  /// Those that are at hand; nil where they are read each time.
  private let states: [RecordState]?
  private let ids: [RecordID]
  private let read: (ArraySlice<RecordID>) throws -> [RecordState]
  private static let portion = 5_000

  init(_ states: [RecordState] = []) {
    self.states = states
    ids = []
    read = { _ in [] }
  }

  init(_ ids: [RecordID], in shape: RegisterShape, _ ledger: Ledger) throws {
    self.ids = ids
    read = { portion in
      let records = Dictionary(
        try ledger.records(Set(portion), in: shape).map { ($0.id, $0) }
      ) { first, _ in first }
      return portion.compactMap { records[$0] }
    }
    states = ids.count > FoundRecords.portion ? nil : try read(ids[...])
  }

  /// - Parameter body: false to stop.
  func forEach(_ body: ([RecordState]) throws -> Bool) throws {
    if let states {
      _ = try body(states)
      return
    }
    for start in stride(from: 0, to: ids.count, by: FoundRecords.portion) {
      let end = min(start + FoundRecords.portion, ids.count)
      if !(try body(read(ids[start..<end]))) { return }
    }
  }
}
