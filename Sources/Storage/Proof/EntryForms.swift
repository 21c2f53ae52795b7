internal import Database
internal import Journal

/// The entries of a stretch of numbers, each in canonical form.
struct EntryForms: CanonicalWriter, Sendable {
  let first: Int64
  var buffer = FormBuffer(capacity: 1 << 21)
  /// Where the form of each number ends; that of a missing entry is empty.
  private var ends: [Int] = []

  /// The number after the last.
  var end: Int64 { first + Int64(ends.count) }

  /// Reads the entries `first` ..< `end`.
  init(_ connection: any Connection, _ first: Int64, _ end: Int64) throws(StorageError) {
    self.first = first
    let statement = try connection.statement(
      "SELECT \(Entry.columns) FROM entry WHERE seq >= ?1 AND seq < ?2 ORDER BY seq")
    statement.bind(1, first)
    statement.bind(2, end)
    ends.reserveCapacity(Int(end - first))
    while try statement.step() {
      let place = Int(statement.int(0) - first)
      while ends.count < place { ends.append(buffer.used) }
      entry(statement)
      ends.append(buffer.used)
    }
    while self.end < end { ends.append(buffer.used) }
  }

  mutating func reserve(_ count: Int) {
    if buffer.room < count { buffer.grow(by: count) }
  }

  /// Adds the entries of `numbers`, which lie in this stretch, to a form; false when one is
  /// missing.
  func add(_ numbers: Range<Int64>, to form: inout Canonical) -> Bool {
    let (low, high) = (Int(numbers.lowerBound - first), Int(numbers.upperBound - first))
    let start = low == 0 ? 0 : ends[low - 1]
    var before = start
    var whole = true
    for end in ends[low..<high] {
      if end == before { whole = false }
      before = end
    }
    buffer.bytes.withUnsafeBytes {
      form.add(form: UnsafeRawBufferPointer(rebasing: $0[start..<before]))
    }
    return whole
  }
}
