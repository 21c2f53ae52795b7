import Foundation
import Testing

extension BreakingTests {
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell holds the lock")) struct Locks {
    private static let log = ["log", "work.visits", "1", "--unit", "洪林镇"]

    @Test func aWriterGivesUp() async throws {
      try await whileLocked { office in
        let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
        for (language, part) in [("zh", "有人正在写入"), ("en", "Somebody else is writing")] {
          let outcome = try await office.program.run(
            Locks.log, variables: ["TAIZHANG_LANG": language, "TAIZHANG_PATIENCE": "200"],
            within: .seconds(15))
          #expect(!outcome.timedOut)
          #expect(outcome.status == 75)
          #expect(outcome.err.contains(part), "\(outcome.err)")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == before)
      }
    }

    @Test func aReaderGoesOn() async throws {
      try await whileLocked { office in
        for words in [["report", "monthly", "2021-06"], ["verify"], ["check"], ["dashboard"]] {
          let outcome = try await office.program.run(words)
          #expect(outcome.status == 0, "\(outcome.err)")
        }
        let copy = try await office.run("backup", "copy.db")
        #expect(copy.status == 0, "\(copy.err)")
      }
    }

    @Test func aWriterWaits() async throws {
      var waiting: Child?
      var place: Office?
      try await whileLocked { office in
        place = office
        waiting = try office.program.start(Locks.log)
        try await Task.sleep(for: .milliseconds(300))
      }
      let outcome = try #require(try await waiting?.wait())
      #expect(outcome.status == 0, "\(outcome.err)")
      try await place?.expectSound()
    }

    /// Runs `body` while another process is in the midst of writing.
    private func whileLocked(_ body: (Office) async throws -> Void) async throws {
      let office = try await Office()
      let input = Pipe()
      let holder = try office.program.start(tool: ["sqlite3", office.path], input: input)
      let script = "BEGIN IMMEDIATE;\nUPDATE setting SET value = 'x';\n.shell touch held\n"
      try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
      let sign = office.program.folder.file("held")
      while holder.isRunning, !FileManager.default.fileExists(atPath: sign) {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(holder.isRunning)
      do {
        try await body(office)
      } catch {
        holder.signal(SIGKILL)
        throw error
      }
      // At the end of its input it takes everything back.
      try input.fileHandleForWriting.close()
      #expect(try await holder.wait().status == 0)
    }
  }
}
