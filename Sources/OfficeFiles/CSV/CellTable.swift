/// Where the cells of a record start and end in the reader's buffer.
struct CellTable: ~Copyable {
  /// Pairs of offsets: start, end.
  private(set) var bounds: UnsafeMutablePointer<Int32>
  private(set) var count = 0
  private var capacity = 64

  init() {
    bounds = .allocate(capacity: 2 * capacity)
  }

  deinit { bounds.deallocate() }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int) {
    if count == capacity { grow() }
    bounds[2 * count] = Int32(truncatingIfNeeded: start)
    bounds[2 * count + 1] = Int32(truncatingIfNeeded: end)
    count += 1
  }

  mutating func removeAll() {
    count = 0
  }

  subscript(cell: Int) -> Range<Int> {
    get { Int(bounds[2 * cell])..<Int(bounds[2 * cell + 1]) }
    set {
      bounds[2 * cell] = Int32(truncatingIfNeeded: newValue.lowerBound)
      bounds[2 * cell + 1] = Int32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// The cell, from 0, that contains the byte at `offset` or follows it.
  func cell(at offset: Int) -> Int {
    var cell = 0
    while cell < count - 1, self[cell].upperBound <= offset { cell += 1 }
    return cell
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: 4 * capacity)
    larger.update(from: bounds, count: 2 * count)
    bounds.deallocate()
    bounds = larger
    capacity *= 2
  }
}
