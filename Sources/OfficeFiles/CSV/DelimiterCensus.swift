/// Counts how often each candidate separates cells in the header line.
struct DelimiterCensus {
  private let candidates: [UInt8]
  private var counts: [Int]

  init(_ candidates: [UInt8]) {
    self.candidates = candidates
    counts = candidates.map { _ in 0 }
  }

  /// The most frequent candidate, the first one in a tie.
  var winner: UInt8 {
    let most = counts.max() ?? 0
    return zip(candidates, counts).first { $0.1 == most }?.0 ?? UInt8(ascii: ",")
  }

  /// Counts again from `start` to the end of the line; false when `end` comes before it.
  mutating func count(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
    counts = candidates.map { _ in 0 }
    var isInQuotes = false
    var isAtCellStart = true
    for index in start..<end {
      let byte = base[index]
      if byte == ByteScan.quote, isInQuotes || isAtCellStart {
        // The second of two doubled quotes opens again what the first has closed.
        isInQuotes.toggle()
        isAtCellStart = !isInQuotes
      } else if !isInQuotes {
        if byte == ByteScan.lineFeed || byte == ByteScan.carriageReturn { return true }
        let candidate = candidates.firstIndex(of: byte)
        if let candidate { counts[candidate] += 1 }
        isAtCellStart = candidate != nil || isAtCellStart && ByteScan.isBlank(byte)
      }
    }
    return false
  }
}
