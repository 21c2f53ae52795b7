import Desk
import StorageSQLite
import TargetEngine
import Testing

@Suite("A second shell, in two languages at once")
struct TwoLanguagesTests {
  @Test("Tasks answer side by side, each in its language")
  func tasks() async throws {
    let (shell, remove) = try TwoLanguagesTests.shell()
    defer { remove() }
    let pages = try await withThrowingTaskGroup(of: (Language, SecondShell.Page).self) { group in
      for turn in 0..<8 {
        let language = Language.allCases[turn % 2]
        group.addTask { (language, try shell.page(language)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(pages.count == 8)
    for (language, page) in pages { #expect(page == ExpectedPages.page(language)) }
  }

  @Test("One desk answers in both languages in turn")
  func inTurn() throws {
    let (shell, remove) = try TwoLanguagesTests.shell()
    defer { remove() }
    let desk = try shell.desk()
    for language in [Language.zh, .en, .zh] {
      #expect(try SecondShell.page(desk, language) == ExpectedPages.page(language))
    }
  }

  private static func shell() throws -> (shell: SecondShell, remove: () -> Void) {
    let path = "/tmp/taizhang-second-shell-\(UInt64.random(in: .min ... .max)).db"
    return (try SecondShell.found(path), { SQLiteDatabase.remove(path) })
  }
}
