/// Options that take one value are given once. The parser would take the last of several, so that a
/// slip of the hand changed what was meant without a word.
enum OnceOnly {
  /// Those that may be given several times, by the first word of their command.
  static let repeated: [String: Set<String>] = [
    "form": ["--from", "--unit"], "record": ["--where"], "report": ["--indicator"],
    "unit": ["--alias"],
  ]

  /// - Parameter words: as the parser takes them.
  /// - Throws: `UsageFault.givenTwice`.
  static func check(_ words: [String]) throws {
    let repeated = words.first.flatMap { OnceOnly.repeated[$0] } ?? []
    var given: [String: String] = [:]
    var index = 0
    while index < words.count, words[index] != "--" {
      let word = words[index]
      index += 1
      guard word.hasPrefix("--") else { continue }
      let sign = word.firstIndex(of: "=")
      let option = String(word[..<(sign ?? word.endIndex)])
      if OptionWords.isFlag(option) { continue }
      let value: String
      if let sign {
        value = String(word[word.index(after: sign)...])
      } else {
        guard index < words.count else { return }
        value = words[index]
        index += 1
      }
      if repeated.contains(option) { continue }
      if let first = given[option] { throw UsageFault.givenTwice(option, [first, value]) }
      given[option] = value
    }
  }
}
