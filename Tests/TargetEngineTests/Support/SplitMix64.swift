@testable import TargetEngine

/// A small deterministic generator, so that every run tests the same random worlds.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  mutating func int64(_ range: ClosedRange<Int>) -> Int64 { Int64(int(range)) }

  /// True in `percent` of 100 cases.
  mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[int(0...elements.count - 1)]
  }

  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in result.indices.dropFirst().reversed() {
      result.swapAt(index, int(0...index))
    }
    return result
  }

  mutating func day(in years: ClosedRange<Int>) -> Day {
    let (year, month) = (int(years), int(1...12))
    return Day(year: year, month: month, day: int(1...Day.daysIn(month: month, year: year)))!
  }
}
