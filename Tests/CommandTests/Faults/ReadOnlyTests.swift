import Foundation
import Testing

extension FaultTests {
  /// A database that somebody may read but not write.
  @Suite(.enabled(if: Machine.canBePowerless, "no user without powers can reach the program"))
  struct ReadOnly {
    private static let reads = [
      ["report", "monthly", "2021-06"], ["dashboard"], ["unit", "list"], ["verify"], ["check"],
    ]
    private static let writes = [
      ["log", "work.visits", "1", "--unit", "洪林镇"], ["import", "good.csv"],
      ["setting", "set", "phone", "1"], ["check", "--rebuild"], ["close", "2021-06"],
    ]

    /// Modes of the folder and of the database.
    @Test(arguments: [("555", "444"), ("555", "666"), ("777", "444")])
    func readsGoOnAndWritesFail(_ folder: String, _ file: String) async throws {
      let office = try await Office()
      let path = try await shared(office, folder, file)
      let before = try office.snapshot(path)
      for words in ReadOnly.reads {
        let outcome = try await run(office, words, path)
        #expect(outcome.status == 0, "\(words): \(outcome.err)")
      }
      for words in ReadOnly.writes {
        let outcome = try await run(office, words, path)
        #expect(outcome.status == 74)
        #expect(outcome.err.contains("cannot be written to"), "\(words): \(outcome.err)")
      }
      #expect(try office.snapshot(path) == before)
      // A failed attempt leaves nothing that would shut others out.
      let names = try FileManager.default.contentsOfDirectory(
        atPath: office.program.folder.file("shared"))
      #expect(names == ["a.db"])
    }

    /// The owner's own work goes on after somebody without the right to write has tried.
    @Test(.enabled(if: Machine.isRoot, "this needs two users"))
    func theOwnerIsNotShutOut() async throws {
      let office = try await Office()
      let path = try await shared(office, "777", "644")
      let folder = office.program.folder.file("shared")
      try await office.program.tool("chown", "-R", "65533", folder)
      let refused = try await run(office, ReadOnly.writes[0], path)
      #expect(refused.status == 74)
      let words = ["env", "TAIZHANG_LANG=en", try Program.binary.get().path, "--db", path]
      let owner = try await office.program.start(
        tool: ["setpriv", "--reuid", "65533", "--regid", "65533", "--clear-groups"] + words
          + ReadOnly.writes[0]
      ).wait()
      #expect(owner.status == 0, "\(owner.err)")
    }

    @Test(.enabled(if: Machine.canMount, "a folder can be mounted again by root alone"))
    func readOnlyDisk() async throws {
      try await Office.onSmallDisk { office, disk in
        try office.program.folder.write(BadFile.entries(), to: "good.csv")
        let before = try office.snapshot()
        try await office.program.tool("mount", "-o", "remount,ro", disk.path)
        for words in ReadOnly.reads {
          let outcome = try await office.program.run(words)
          #expect(outcome.status == 0, "\(words): \(outcome.err)")
        }
        for words in ReadOnly.writes {
          let outcome = try await office.program.run(words)
          #expect(outcome.status == 74)
          #expect(outcome.err.contains("不能写入"), "\(words): \(outcome.err)")
        }
        #expect(try office.snapshot() == before)
      }
    }

    /// The path of a database in a folder that others look into.
    private func shared(_ office: Office, _ mode: String, _ file: String) async throws -> String {
      let folder = office.program.folder
      try folder.write(BadFile.entries("2021-06-01,work.visits,洪林镇,1"), to: "good.csv")
      try FileManager.default.createDirectory(
        atPath: folder.file("shared"), withIntermediateDirectories: false)
      let path = folder.file("shared/a.db")
      try FileManager.default.copyItem(atPath: office.path, toPath: path)
      try await office.program.tool("chmod", file, path)
      try await office.program.tool("chmod", mode, folder.file("shared"))
      return path
    }

    private func run(
      _ office: Office, _ words: [String], _ path: String
    ) async throws -> Program.Outcome {
      try await office.program.start(
        tool: Machine.powerless + [
          try Program.binary.get().path, "--lang", "en", "--db", path,
        ] + words
      ).wait()
    }
  }
}
