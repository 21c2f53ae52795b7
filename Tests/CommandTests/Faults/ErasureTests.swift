import Foundation
import Testing

extension FaultTests {
  /// What is said of an erasure is what is so.
  @Suite struct Erasures {
    private static let name = "销毁前的姓名"
    private static let erase = ["people", "person", "erase", "1", "document-no=1", "--yes"]

    private static func office() async throws -> Office {
      let office = try await Office()
      let added = try await office.run("people", "person", "add", "name=\(name)")
      try #require(added.status == 0, "\(added.err)")
      return office
    }

    private static func isFound(_ office: Office) -> Bool {
      ["", "-wal"].contains { suffix in
        let bytes = try? Data(contentsOf: URL(fileURLWithPath: office.path + suffix))
        return bytes?.range(of: Data(name.utf8)) != nil
      }
    }

    @Test("no advice leads to undoing an erasure")
    func advice() async throws {
      let office = try await Self.office()
      for words in [["set", "1", "note=x"], ["set", "1", "note=y"]] {
        let outcome = try await office.program.run(["people", "person"] + words)
        try #require(outcome.status == 0, "\(outcome.err)")
      }
      #expect(try await office.program.run(Self.erase).status == 0)
      for number in 6...8 {
        let outcome = try await office.run("undo", "\(number)", "--reason", "r")
        #expect(outcome.status == 65, "\(outcome.out)")
        #expect(
          outcome.err.contains("#9") && outcome.err.contains("never undone")
            && !outcome.err.contains("first."), "\(outcome.err)")
      }
    }

    @Test(
      "while somebody reads, traces may remain, and go with the next command",
      .enabled(if: Machine.hasShell, "the sqlite3 shell reads"))
    func whileRead() async throws {
      let office = try await Self.office()
      let input = Pipe()
      let reader = try office.program.start(tool: ["sqlite3", office.path], input: input)
      let script = "BEGIN;\nSELECT COUNT(*) FROM entry;\n.shell touch held\n"
      try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
      let sign = office.program.folder.file("held")
      while reader.isRunning, !FileManager.default.fileExists(atPath: sign) {
        try await Task.sleep(for: .milliseconds(10))
      }
      let erased = try await office.program.run(
        Self.erase, variables: ["TAIZHANG_PATIENCE": "100", "TAIZHANG_LANG": "en"])
      #expect(erased.status == 0, "\(erased.err)")
      #expect(erased.out.contains("destroyed in the database"), "\(erased.out)")
      #expect(erased.out.contains("may keep the old content"))
      #expect(Self.isFound(office))
      try input.fileHandleForWriting.close()
      _ = try await reader.wait()
      try await office.expectSound()
      #expect(!Self.isFound(office))
    }

    @Test(
      "a call that fails after it was written is not said to have written nothing",
      .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot))
    func failing() async throws {
      let office = try await Self.office()
      var said: Set<String> = []
      try await office.eachCall(.fails(EIO), Self.erase, from: office.state(), rounds: 30) {
        outcome, comment in
        let again = try await office.run(
          "people", "person", "erase", "1", "document-no=1", "--yes")
        let isErased = again.err.contains("destroyed already")
        if outcome.status == 0 { #expect(isErased, comment) }
        if isErased, outcome.status != 0 { #expect(outcome.err.contains("#7·"), comment) }
        if outcome.out.contains("可能还留有旧内容") { said.insert("traces") }
        if outcome.out.contains("已销毁") {
          said.insert("erased")
        }
        try await office.expectSound(comment)
      }
      #expect(said == ["traces", "erased"])
    }
  }
}
