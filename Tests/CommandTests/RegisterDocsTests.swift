import Foundation
import Testing

/// `docs/registers/` says of each register what the program says. `UPDATE_DOCS=1` writes the pages
/// anew instead of comparing.
@Suite struct RegisterDocsTests {
  private static let folder = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }.appendingPathComponent("docs/registers", isDirectory: true)

  @Test func pagesAreCurrent() async throws {
    let program = try Program()
    func print(_ words: String...) async throws -> String {
      let outcome = try await program.run(words + ["--format", "markdown"])
      #expect(outcome.status == 0, "\(words): \(outcome.err)")
      return outcome.out
    }
    var pages = [
      "README.md": try await print("register", "list") + "\n"
        + (try await print("register", "list", "--lang", "en"))
    ]
    let list = try await program.run(["register", "list", "--format", "json"])
    let registers = try #require(
      try JSONSerialization.jsonObject(with: list.output) as? [[String: Any]])
    for case let register as String in registers.map({ $0["register"] }) {
      pages["\(register).md"] =
        try await print("register", "show", register) + "\n"
        + (try await print("register", "show", register, "--lang", "en"))
    }
    #expect(pages.count > 10)
    if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
      try? FileManager.default.removeItem(at: RegisterDocsTests.folder)
      try FileManager.default.createDirectory(
        at: RegisterDocsTests.folder, withIntermediateDirectories: true)
      for (name, text) in pages {
        try text.write(
          to: RegisterDocsTests.folder.appendingPathComponent(name), atomically: true,
          encoding: .utf8)
      }
    }
    let present = try FileManager.default.contentsOfDirectory(
      atPath: RegisterDocsTests.folder.path)
    #expect(Set(present) == Set(pages.keys))
    for (name, text) in pages {
      let page = RegisterDocsTests.folder.appendingPathComponent(name)
      #expect(try String(contentsOf: page, encoding: .utf8) == text, "docs/registers/\(name)")
    }
  }
}
