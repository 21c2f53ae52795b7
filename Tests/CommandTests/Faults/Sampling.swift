import Foundation

/// Which of many cases a run of the tests tries: a few, others on every day; those of another seed
/// with `TAIZHANG_STRANGE=7`; with `TAIZHANG_STRANGE=all` every one, which takes up to an hour.
struct Sampling {
  private static let wanted = ProcessInfo.processInfo.environment["TAIZHANG_STRANGE"]
  private static let today = UInt64(Date().timeIntervalSince1970 / 86_400)
  private var random = SeededGenerator(seed: wanted.flatMap { UInt64($0) } ?? today)

  /// How many of so many cases are tried.
  static func share(_ few: Int, of count: Int) -> Int { wanted == "all" ? count : few }

  mutating func some<Case>(_ cases: [Case], _ count: Int) -> [Case] {
    Array(shuffled(cases).prefix(Sampling.share(count, of: cases.count)))
  }

  /// All cases in the order in which they are tried, for who passes over some of them.
  mutating func shuffled<Case>(_ cases: [Case]) -> [Case] {
    Sampling.wanted == "all" ? cases : cases.shuffled(using: &random)
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
