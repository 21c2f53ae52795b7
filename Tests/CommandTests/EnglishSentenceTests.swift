import Foundation
import Testing

/// English is written with its own punctuation, in whatever sentence of the program.
@Suite struct EnglishSentenceTests {
  private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  @Test("no English sentence has a full-width colon, comma, stop or bracket")
  func punctuation() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let lines = try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated()
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for match in line.matches(of: #/"((?:[^"\\]|\\.)*)"/#) {
          let sentence = match.output.1
          guard isEnglish(sentence) else { continue }
          count += 1
          #expect(
            !sentence.contains { "：，。；！？（）".contains($0) },
            "\(file.lastPathComponent):\(number + 1): \(sentence)")
        }
      }
    }
    #expect(count > 1000)
  }

  /// Several words, none of them Chinese.
  private func isEnglish(_ sentence: Substring) -> Bool {
    let words = sentence.split(separator: " ").count { $0.allSatisfy(\.isLetter) && $0.count > 1 }
    return words > 1 && !sentence.unicodeScalars.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }
  }
}
