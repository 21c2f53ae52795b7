import Foundation

/// Which of many cases a run of the tests tries: a few, others on every day; those of another seed
/// with `TAIZHANG_STRANGE=7`; with `TAIZHANG_STRANGE=all` every one, which takes an hour or more; with
/// `TAIZHANG_STRANGE=3/12` every twelfth, starting at the third, so that a long run may be cut in parts.
struct Sampling {
  private static let wanted = ProcessInfo.processInfo.environment["TAIZHANG_STRANGE"]
  private static let today = UInt64(Date().timeIntervalSince1970 / 86_400)
  private static let part: (first: Int, step: Int)? = {
    if wanted == "all" { return (0, 1) }
    let numbers = (wanted ?? "").split(separator: "/").map { Int($0) }
    guard numbers.count == 2, let place = numbers[0], let step = numbers[1], step > 0,
      (1...step).contains(place)
    else { return nil }
    return (place - 1, step)
  }()
  private var random = SeededGenerator(
    seed: Sampling.wanted.flatMap { UInt64($0) } ?? Sampling.today)

  /// Whether only some of every one of the cases are tried.
  static var isPart: Bool { part.map { $0.step > 1 } ?? false }

  /// How many of `count` cases are tried.
  static func share(_ few: Int, of count: Int) -> Int { part == nil ? few : count }

  mutating func some<Case>(_ cases: [Case], _ count: Int) -> [Case] {
    Array(shuffled(cases).prefix(Sampling.share(count, of: cases.count)))
  }

  /// All cases of this run in the order in which they are tried, for a test that passes over some.
  mutating func shuffled<Case>(_ cases: [Case]) -> [Case] {
    guard let part = Sampling.part else { return cases.shuffled(using: &random) }
    return stride(from: part.first, to: cases.count, by: part.step).map { cases[$0] }
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
