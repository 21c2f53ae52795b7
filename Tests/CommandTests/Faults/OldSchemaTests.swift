import Foundation
import Testing

extension StrangeLedgerTests {
  /// Databases of an earlier version: whoever may write brings them to this version's schema, once;
  /// whoever may not reads them as well; and a backup stays as it is.
  @Suite(.enabled(if: Machine.hasShell, "the sqlite3 shell makes the database"))
  struct OldSchema {
    private static let dump = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../StorageTests/Released/core.4.sql").standardizedFileURL.path

    /// Makes `old.db`, which everybody may read.
    private func make(_ program: Program, journal: String = "WAL") async throws -> String {
      let path = program.folder.file("old.db")
      // "TZLG", as every database of this program has it.
      let outcome = try await program.tool(
        "sqlite3", "-bail", path, "PRAGMA application_id = 1415203911",
        "PRAGMA journal_mode = \(journal)", ".read '\(Self.dump)'")
      try #require(outcome.status == 0, "\(outcome.err)")
      try await program.tool("chmod", "644", path)
      try await program.tool("chmod", "755", program.folder.path)
      return path
    }

    private func guest(_ program: Program, _ words: String...) async throws -> Program.Outcome {
      try await program.start(
        tool: Machine.powerless + [try Program.binary.get().path] + words
      ).wait()
    }

    @Test(
      "a guest reads it", .enabled(if: Machine.canBePowerless && Machine.isRoot, "two users"),
      arguments: ["WAL", "DELETE"])
    func guestReads(_ journal: String) async throws {
      let program = try Program()
      let path = try await make(program, journal: journal)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      for words in [["verify"], ["check"], ["unit", "list"], ["report", "monthly", "2021-06"]] {
        let outcome = try await program.start(
          tool: Machine.powerless + [try Program.binary.get().path, "--db", path] + words
        ).wait()
        #expect(outcome.status == 0, "\(words): \(outcome.out)\(outcome.err)")
      }
      let refused = try await guest(
        program, "--db", path, "unit", "add", "1", "--name", "x", "--kind", "village")
      #expect(refused.status == 74, "\(refused.err)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(
      "a guest restores it, and copies it",
      .enabled(if: Machine.canBePowerless && Machine.isRoot, "two users"))
    func guestRestores() async throws {
      let program = try Program()
      let path = try await make(program)
      let folder = program.folder.file("theirs")
      try await program.tool("mkdir", "-m", "777", folder)
      for words in [
        ["--db", folder + "/a.db", "restore", path], ["--db", path, "backup", folder + "/b.db"],
      ] {
        let outcome = try await program.start(
          tool: Machine.powerless + [try Program.binary.get().path] + words
        ).wait()
        #expect(outcome.status == 0, "\(words): \(outcome.err)")
      }
      for name in ["/a.db", "/b.db"] {
        let outcome = try await program.run(["--db", folder + name, "verify"])
        #expect(outcome.status == 0, "\(outcome.err)")
      }
    }

    @Test("a backup that is restored is not written to")
    func restoreLeavesIt() async throws {
      let program = try Program()
      let path = try await make(program)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let outcome = try await program.run(["restore", path])
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      for words in [["verify"], ["check"]] {
        #expect(try await program.run(words).status == 0)
      }
    }

    @Test("two that open it at once: one brings it to this version, both go on")
    func twoAtOnce() async throws {
      let program = try Program()
      let path = try await make(program)
      let script = """
        sqlite3 old.db "BEGIN IMMEDIATE" ".shell touch held" ".shell sleep 1" "COMMIT" & \
        while [ ! -e held ]; do sleep 0.05; done; \
        "$TAIZHANG" --db old.db verify & one=$!; "$TAIZHANG" --db old.db check & other=$!; \
        wait $one; a=$?; wait $other; echo "statuses $a $?"
        """
      // Another shell may miss the end of a child while it waits for it.
      let outcome = try await program.tool("bash", "-c", script)
      #expect(outcome.out.contains("statuses 0 0"), "\(outcome.out)\(outcome.err)")
      #expect(try await program.run(["--db", path, "verify"]).status == 0)
    }
  }
}
