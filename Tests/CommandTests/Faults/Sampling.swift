import Foundation

/// Which of many cases a run of the tests tries: a few, chosen by a seed; those of another seed with
/// `TAIZHANG_STRANGE=7`; with `TAIZHANG_STRANGE=all` every one, which takes up to an hour.
struct Sampling {
  private static let wanted = ProcessInfo.processInfo.environment["TAIZHANG_STRANGE"]
  private var random = SeededGenerator(seed: wanted.flatMap { UInt64($0) } ?? 1)

  mutating func some<Case>(_ cases: [Case], _ count: Int) -> [Case] {
    if Sampling.wanted == "all" { return cases }
    return Array(cases.shuffled(using: &random).prefix(count))
  }
}

/// Random numbers that are the same for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
