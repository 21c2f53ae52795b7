import Foundation
import Suite
import Testing

@testable import Desk

/// Source: `forms.md`, "What a form is".
@Suite struct ShippedFormTests {
  @Test("the program carries the files of seeds/forms as they are")
  func files() throws {
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    let folder = package.appending(path: "seeds/forms")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names.filter { $0.hasSuffix(".csv") }) == Set(Suite.forms.map(\.name)))
    for file in Suite.forms {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes))
    }
  }
}
