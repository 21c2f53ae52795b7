import Foundation
import Testing

/// The pages that comments name as the source of a rule are in `docs/spec/`.
@Suite struct SpecificationTests {
  private static let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  @Test func citedPagesExist() throws {
    let folder = SpecificationTests.package.appendingPathComponent("docs")
    var cited: [String: String] = [:]
    for root in ["Sources", "Tests"] {
      let base = SpecificationTests.package.appendingPathComponent(root)
      let files = try #require(FileManager.default.enumerator(atPath: base.path))
      for case let path as String in files where path.hasSuffix(".swift") {
        let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
        for match in text.matches(of: #/`(?:docs/spec/)?([a-z-]+\.md)`/#) {
          cited[String(match.output.1)] = path
        }
      }
    }
    #expect(cited["engine.md"] != nil)
    for (page, file) in cited {
      let places = ["spec/\(page)", page].map { folder.appendingPathComponent($0).path }
      #expect(
        places.contains { FileManager.default.fileExists(atPath: $0) }, "\(page), cited in \(file)")
    }
  }
}
