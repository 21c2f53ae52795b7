import Foundation
import Testing

extension StrangeLedgerTests {
  /// A ledger that a copy is to take the place of stands whole until the copy does.
  @Suite(
    .enabled(if: Machine.hasShell, "the sqlite3 shell leaves a log behind"),
    .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot))
  struct StandingLedger {
    /// An office whose last transaction lies in the log only, and a copy from before it.
    private static func office() async throws -> Office {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      let folder = office.program.folder
      // The log of a machine that was switched off: the database is copied while it is in use.
      let script = """
        cp "$TAIZHANG_DB" old.db && sqlite3 old.db "PRAGMA wal_autocheckpoint=0;
        SELECT COUNT(*) FROM entry" ".shell \\"$TAIZHANG\\" --db old.db log work.visits 7 \
        --unit 洪林镇 && cp old.db \\"$TAIZHANG_DB\\" && cp old.db-wal \\"$TAIZHANG_DB-wal\\""
        """
      let outcome = try await office.program.tool("sh", "-c", script)
      try #require(outcome.status == 0, "\(outcome.err)")
      for name in ["old.db", "old.db-wal", "old.db-shm"] {
        try? FileManager.default.removeItem(atPath: folder.file(name))
      }
      return office
    }

    @Test(
      "restoring fails or is killed at any call",
      arguments: [FailingCalls.How.fails(EIO), .fails(ENOSPC), .kills])
    func restore(_ how: FailingCalls.How) async throws {
      let office = try await Self.office()
      let start = try office.state()
      #expect((start.files[office.path + "-wal"] ?? nil)?.isEmpty == false)
      var heads: Set<String> = []
      var statuses: Set<Bool> = []
      try await office.eachCall(
        how, ["restore", "copy.db", "--force"], from: start, rounds: 20
      ) { outcome, comment in
        statuses.insert(outcome.status == 0)
        try await office.expectSound(comment)
        let head = try await office.sql("SELECT MAX(tx), COUNT(*) FROM journal")
        #expect(["5|5", "6|6"].contains(head), comment)
        if outcome.status == 0 { #expect(head == "5|5", comment) }
        heads.insert(head)
      }
      #expect(heads == ["5|5", "6|6"])
      #expect(statuses.contains(false))
      // Copies that were killed are gone when the next one is made; what others called so is not.
      try await office.program.tool("touch", office.program.folder.file("台账.db.4194304.part"))
      #expect(try await office.run("restore", "copy.db", "--force").status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(names.sorted() == ["copy.db", "台账.db", "台账.db.4194304.part"])
    }

    @Test("a backup in the place of another one", arguments: [FailingCalls.How.fails(EIO), .kills])
    func backup(_ how: FailingCalls.How) async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      _ = try await office.run("log", "work.visits", "1", "--unit", "洪林镇")
      let start = try office.state(["copy.db"])
      let copy = office.program.folder.file("copy.db")
      var heads: Set<String> = []
      try await office.eachCall(how, ["backup", "copy.db", "--force"], from: start, rounds: 20) {
        outcome, comment in
        try await office.expectSound(comment, db: copy)
        let head = try await office.sql("SELECT MAX(tx), COUNT(*) FROM journal", db: copy)
        #expect(head == "6|6" || head == "5|5" && outcome.status != 0, comment)
        heads.insert(head)
      }
      #expect(heads == ["5|5", "6|6"])
    }

    @Test("what stands and cannot be opened is replaced, or left with all that lies beside it")
    func damaged() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      try Data("no database".utf8).write(to: URL(fileURLWithPath: office.path))
      try Data("no log".utf8).write(to: URL(fileURLWithPath: office.path + "-wal"))
      let start = try office.state()
      try await office.eachCall(
        .fails(EIO), ["restore", "copy.db", "--force"], from: start
      ) { outcome, comment in
        // The last call that fails is the one that prints.
        if outcome.status == 0 || outcome.err.contains("已写入") {
          try await office.expectSound(comment)
        } else {
          let left = try Data(contentsOf: URL(fileURLWithPath: office.path))
          let log = try? Data(contentsOf: URL(fileURLWithPath: office.path + "-wal"))
          #expect(left == Data("no database".utf8) && log == Data("no log".utf8), comment)
        }
      }
    }

    /// Whoever was stopped at any of its calls while the database was restored, and goes on.
    @Test("a receipt that is printed beside a restore is of the ledger that stands")
    func receipts() async throws {
      let office = try await Self.office()
      let words = ["log", "work.visits", "1", "--unit", "洪林镇"]
      let start = try office.state()
      var (isLogged, isRestored) = (false, false)
      let count = try await FailingCalls.count(office, words)
      for number in stride(from: 1, through: count, by: max(1, count / 10)) {
        try start.putBack()
        var program = office.program
        program.environment.merge(try FailingCalls.variables(at: number, .stops)) { $1 }
        let log = try program.start(words)
        try await log.isStopped()
        // Where the one that is stopped holds a lock, the restore has to wait for it.
        let restore = try office.program.start(["restore", "copy.db", "--force"])
        for _ in 0..<20 where restore.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        log.signal(SIGCONT)
        let outcome = try await log.wait()
        let restored = try await restore.wait()
        #expect([0, 75].contains(restored.status), "\(number): \(restored.err)")
        #expect([0, 75].contains(outcome.status), "\(number): \(outcome.err)")
        try await office.expectSound("\(number)")
        isLogged = isLogged || outcome.status == 0
        isRestored = isRestored || restored.status == 0
        guard outcome.status == 0 else { continue }
        let head = try #require(
          outcome.out.firstMatch(of: /#([0-9]+)·[0-9a-f]{4}(?: ?[0-9a-f]{4})*/))
        let isKept = try await office.run("verify", "--expect", String(head.output.0)).status == 0
        // Restored after it was written and before it was printed.
        let isBefore = try await office.sql("SELECT MAX(tx) FROM journal") == "5"
        #expect(isKept || isBefore && restored.status == 0, "\(number): \(head.output.0)")
      }
      #expect(isLogged && isRestored)
    }
  }
}

extension Child {
  /// Waits until a signal has stopped the process, or it has ended.
  func isStopped() async throws {
    while isRunning {
      let facts = (try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)) ?? ""
      if facts.contains(") T ") { return }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
