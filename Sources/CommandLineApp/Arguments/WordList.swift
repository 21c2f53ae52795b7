internal import ArgumentParser

/// The words between commas, wide ones too: at least one, which is more than blanks.
struct WordList: ExpressibleByArgument {
  let words: [String]

  init?(argument: String) {
    words = argument.split { ",，、".contains($0) }.map { String($0) }
    if words.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return nil }
  }
}
