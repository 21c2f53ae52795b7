import Foundation
import Testing

/// What the manual's chapter on forms tells to type is what a script of `Golden` plays.
@Suite struct ManualTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("each command of the month with the shipped form is played, and prints what is said")
  func month() throws {
    let script = try lines("Tests/CommandTests/Golden/57-报表一个月.test")
    for (manual, chapter) in [
      ("docs/manual.zh.md", "### 一个月怎么走"), ("docs/manual.md", "### One month"),
    ] {
      let text = try lines(manual)
      let start = try #require(text.firstIndex(of: chapter))
      let end = text[(start + 1)...].firstIndex { $0.hasPrefix("#") } ?? text.endIndex
      let commands = text[start..<end].filter { $0.hasPrefix("$ taizhang form ") }
      #expect(commands.count > 9)
      for command in commands {
        let words = command.dropFirst("$ taizhang ".count)
        #expect(
          script.contains { $0.hasPrefix("$ \(words)") }, "\(manual): \(command)")
      }
      for line in text[start..<end] where line.hasPrefix("X0") || line.hasPrefix("应报") {
        #expect(script.contains(line), "\(manual): \(line)")
      }
    }
  }

  private func lines(_ path: String) throws -> [String] {
    try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
