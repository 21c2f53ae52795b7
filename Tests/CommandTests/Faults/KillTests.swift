import Foundation
import Testing

extension BreakingTests {
  /// A process that is killed leaves its transaction whole or absent.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell counts the rows")) struct Kills {
    private static let rounds = 25

    @Test func anImport() async throws {
      let office = try await Office()
      let clock = ContinuousClock()
      try office.program.folder.write(BulkFile.bytes, to: "bulk.csv")
      let whole = try await clock.measure {
        let outcome = try await office.run("import", "bulk.csv")
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      #expect(try await office.expectBulkWholeOrAbsent("never killed"))
      try await withThrowingTaskGroup(of: Void.self) { group in
        // Two at a time, so that the machine's load varies the moments as well.
        for worker in 0..<2 {
          group.addTask {
            for round in stride(from: worker, to: Kills.rounds, by: 2) {
              try await Kills.killImport(after: whole * Double.random(in: 0...1.2), round)
            }
          }
        }
        try await group.waitForAll()
      }
    }

    private static func killImport(after delay: Duration, _ round: Int) async throws {
      let office = try await Office()
      try office.program.folder.write(BulkFile.bytes, to: "bulk.csv")
      let child = try office.program.start(["import", "bulk.csv"])
      try await Task.sleep(for: delay)
      child.signal(SIGKILL)
      let outcome = try await child.wait()
      #expect([0, -SIGKILL].contains(outcome.status))
      let isWhole = try await office.expectBulkWholeOrAbsent("round \(round), after \(delay)")
      // What was reported as done is there.
      if outcome.status == 0 { #expect(isWhole) }
      // The next command goes on as if nothing had been.
      let next = try await office.run("log", "work.visits", "1", "--unit", "洪林镇")
      #expect(next.status == 0, "\(next.err)")
    }

    @Test func records() async throws {
      let office = try await Office()
      for code in BulkRecords.facilities { try await office.addHospital(code, name: code) }
      try office.program.folder.write(BulkRecords.bytes, to: "projects.csv")
      let adopted = try await office.run("indicator", "adopt")
      #expect(adopted.status == 0, "\(adopted.err)")
      let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
      let whole = try await ContinuousClock().measure {
        let outcome = try await office.run("clinics", "project", "import", "projects.csv")
        #expect(outcome.status == 0, "\(outcome.err)")
      }
      #expect(try await office.expectBulkRecordsWholeOrAbsent("never killed"))
      for round in 0..<12 {
        try before.write(to: URL(fileURLWithPath: office.path))
        let child = try office.program.start(["clinics", "project", "import", "projects.csv"])
        try await Task.sleep(for: whole * Double.random(in: 0...1.2))
        child.signal(SIGKILL)
        let outcome = try await child.wait()
        let isWhole = try await office.expectBulkRecordsWholeOrAbsent("round \(round)")
        if outcome.status == 0 { #expect(isWhole) }
        for suffix in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: office.path + suffix)
        }
      }
    }

    @Test func log() async throws {
      let office = try await Office()
      let whole = try await ContinuousClock().measure {
        _ = try await office.run("log", "work.visits", "1", "--unit", "洪林镇", "--note", "first")
      }
      for round in 0..<Kills.rounds {
        let note = "round \(round)"
        let child = try office.program.start(
          ["log", "work.visits", "1", "--unit", "洪林镇", "--note", note])
        try await Task.sleep(for: whole * Double.random(in: 0...1.2))
        child.signal(SIGKILL)
        let outcome = try await child.wait()
        try await office.expectSound("\(note)")
        let found = try await office.sql(
          "SELECT (SELECT COUNT(*) FROM entry WHERE note = '\(note)'),"
            + " (SELECT COUNT(*) FROM journal WHERE command LIKE '%\(note)''')")
        #expect(found == "1|1" || found == "0|0" && outcome.status != 0, "\(note): \(found)")
      }
    }

    @Test func interruption() async throws {
      let office = try await Office()
      try office.program.folder.write(BulkFile.bytes, to: "bulk.csv")
      // A process started in the background may have been told to ignore the key.
      let child = try office.program.start(
        tool: ["--default-signal=INT", try Program.binary.get().path, "import", "bulk.csv"])
      // The log beside the database is made when the import has begun.
      while child.isRunning, !FileManager.default.fileExists(atPath: office.path + "-wal") {
        try await Task.sleep(for: .milliseconds(5))
      }
      child.signal(SIGINT)
      let outcome = try await child.wait()
      let isWhole = try await office.expectBulkWholeOrAbsent("interrupted")
      #expect(outcome.status == -SIGINT || outcome.status > 0)
      #expect(!isWhole)
      let files = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(files.sorted() == ["bulk.csv", "台账.db"])
    }
  }
}
