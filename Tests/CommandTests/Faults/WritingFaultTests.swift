import Foundation
import Testing

extension BreakingTests {
  /// Commands that write a transaction write the whole of it or nothing, and say which it was.
  @Suite(
    .enabled(if: Machine.hasShell, "the sqlite3 shell counts transactions"),
    .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot))
  struct Writing {
    @Test(
      "any call of a correction, an undo or a closing fails, or the process is killed there",
      arguments: [FailingCalls.How.fails(EIO), .kills])
    func each(_ how: FailingCalls.How) async throws {
      let office = try await Office()
      let logged = try await office.run(
        "log", "work.visits", "7", "--unit", "洪林镇", "--format", "json")
      #expect(logged.status == 0, "\(logged.err)")
      let number = try #require(logged.out.firstMatch(of: /"transaction":([0-9]+)/)).output.1
      let before = try #require(Int(number))
      let start = try office.state()
      for words in [
        ["entry", "correct", "\(number).1", "--amount", "9", "--reason", "录入错误"],
        ["undo", "\(number)", "--reason", "重复上报"], ["close", "2021-06", "--yes"],
      ] {
        try await office.eachCall(how, words, from: start, rounds: 10) { outcome, comment in
          try await office.expectSound(comment)
          let last = Int(try await office.sql("SELECT MAX(tx) FROM journal")) ?? 0
          #expect(last == before || last == before + 1, comment)
          if outcome.status == 0 { #expect(last == before + 1, comment) }
          // What was written is never denied: a process that was not killed says that it is.
          if last > before {
            let denials = ["未写入", "未作改动", "未进行", "未完成", "没有写入", "不能写入"]
            #expect(!denials.contains { outcome.err.contains($0) }, comment)
            if outcome.status > 0 { #expect(outcome.err.contains("已写入"), comment) }
          }
        }
      }
    }

    @Test(
      "what is not known to be written is not to be tried again unseen",
      arguments: [EIO, ENOSPC])
    func unsettled(_ errno: Int32) async throws {
      let office = try await Office()
      let start = try office.state()
      let log = ["log", "work.visits", "1", "--unit", "洪林镇"]
      var unsettled = 0
      try await office.eachCall(.fails(errno), log, from: start) { outcome, comment in
        try await office.expectSound(comment)
        let last = try await office.sql("SELECT MAX(tx) FROM journal")
        if outcome.err.contains("journal list") {
          unsettled += 1
          #expect(outcome.status == 74 && !outcome.err.contains("重试"), comment)
        } else {
          let isWritten = outcome.status == 0 || outcome.err.contains("已写入")
          #expect(last == (isWritten ? "6" : "5"), comment)
        }
        if errno == EIO { #expect(!outcome.err.contains("空间不足"), comment) }
      }
      #expect(unsettled > 0)
    }

    @Test("a file that may not grow is a write that fails")
    func limit() async throws {
      let office = try await Office()
      let before = try office.snapshot()
      for (words, kilobytes, status) in [
        ("log work.visits 1 --unit 洪林镇", 40, 74), ("backup copy.db", 40, 74),
        ("--generate-completion-script bash > script", 0, 73),
      ] {
        let outcome = try await office.program.tool(
          "bash", "-c", "ulimit -f \(kilobytes); exec \"$TAIZHANG\" \(words)")
        #expect(outcome.status == status, "\(words): \(outcome.err)")
        // Where nothing may be written, no error can be either.
        #expect(
          kilobytes == 0 || outcome.err.contains("File too large"), "\(words): \(outcome.err)")
      }
      #expect(try office.snapshot().bytes == before.bytes)
      try await office.expectSound()
    }
  }
}
