/// Finds the lines of a form by the bytes of their numbers: at once where they come in their order, as files and the
/// ledger have them.
///
/// ```swift
/// var lines = ExpectedLines(version.lines.map(\.number))
/// for row in rows { let line = lines.find(row.cell(3)) }
/// ```
public struct ExpectedLines: Sendable {
  private let lines: [LineNumber]
  /// All numbers behind each other, and where each begins and ends.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// Where the next line is expected.
  private var next = 0

  public init(_ lines: [LineNumber]) {
    self.lines = lines
    bytes = lines.flatMap { Array($0.description.utf8) }
    ends = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.description.utf8.count) }
  }

  /// How many lines are expected.
  public var count: Int { lines.count }

  /// The next line is expected to be the first.
  public mutating func restart() { next = 0 }

  /// The line of a number as it is written in the form; nil for any other text.
  public mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> LineNumber? {
    place(of: text).map { lines[$0] }
  }

  /// The place of that line among those that are expected.
  public mutating func place(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    for step in lines.indices {
      let place = next + step < lines.count ? next + step : next + step - lines.count
      if isNumber(at: place, text) {
        next = place + 1 == lines.count ? 0 : place + 1
        return place
      }
    }
    return nil
  }

  private func isNumber(at place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = ends[place]
    guard ends[place + 1] - first == text.count else { return false }
    for index in text.indices where bytes[first + index] != text[index] { return false }
    return true
  }
}
