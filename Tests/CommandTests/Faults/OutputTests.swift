import Foundation
import Testing

extension FaultTests {
  /// Where results may go, and what is said when they cannot.
  @Suite struct Outputs {
    private static let writers = [
      ["report", "monthly", "2021-06", "--output"], ["due", "calendar", "--output"],
      ["clinics", "project", "export", "--output"], ["unit", "list", "--output"],
      ["log", "work.visits", "1", "--unit", "洪林镇", "--output"], ["demo", "--output"],
      ["backup"],
    ]

    @Test(
      "nothing is written over the database in use, by any of its names", arguments: writers)
    func database(_ words: [String]) async throws {
      let office = try await Office()
      let folder = office.program.folder
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: "台账.db")
      try FileManager.default.linkItem(atPath: office.path, toPath: folder.file("hard"))
      let before = try office.snapshot()
      for name in ["台账.db", "台账.db-wal", "台账.db-shm", "台账.db-journal", "link", "hard", "./台账.db"] {
        for (language, part) in [("zh", "未作改动"), ("en", "left as it")] {
          let outcome = try await office.program.run(
            words + [name, "--force"], variables: ["TAIZHANG_LANG": language])
          #expect(outcome.status == 73, "\(name): \(outcome.err)")
          #expect(outcome.err.contains(part), "\(outcome.err)")
        }
      }
      #expect(try office.snapshot() == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }

    @Test("a database beside a link to it is protected as well")
    func throughLink() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link.db"), withDestinationPath: "台账.db")
      let outcome = try await office.run(
        "unit", "list", "--output", "台账.db-wal", "--force", db: folder.file("link.db"))
      #expect(outcome.status == 73, "\(outcome.err)")
    }

    @Test("a pipe and a device are written to and stay what they are")
    func pipes() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try await office.program.tool("mkfifo", folder.file("pipe"))
      let reader = try office.program.start(tool: ["cat", "pipe"])
      let report = ["report", "monthly", "2021-06", "--format", "json"]
      let plain = try await office.program.run(report)
      for name in ["pipe", "/dev/null", "/dev/stdout"] {
        let outcome = try await office.program.run(report + ["--output", name])
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(outcome.out == (name == "/dev/stdout" ? plain.out : ""))
      }
      #expect(try await reader.wait().out == plain.out)
      let facts = try FileManager.default.attributesOfItem(atPath: "/dev/null")
      #expect(facts[.type] as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test("what was written and could not be told is told so, with its number")
    func unsaid() async throws {
      let office = try await Office()
      let log = ["log", "work.visits", "1", "--unit", "洪林镇"]
      for (language, part, head) in [("zh", "已写入", "#6·"), ("en", "This is written", "#7·")] {
        let full = try await office.program.run(
          log, variables: ["TAIZHANG_LANG": language], output: "/dev/full")
        #expect(full.status == 73)
        #expect(full.err.contains(part) && full.err.contains(head), "\(full.err)")
      }
      let closed = try await office.program.tool(
        "sh", "-c", "\"$TAIZHANG\" log work.visits 1 --unit 洪林镇 >&-")
      #expect(closed.status == 73 && closed.err.contains("#8·"), "\(closed.err)")
      try await office.expectSound()
    }

    @Test("an output that is in the way is found before anything is written")
    func early() async throws {
      let office = try await Office()
      try office.program.folder.write("old", to: "receipt.txt")
      let before = try office.snapshot()
      let outcome = try await office.run(
        "log", "work.visits", "1", "--unit", "洪林镇", "--output", "receipt.txt")
      #expect(outcome.status == 73)
      #expect(try office.snapshot() == before)
    }

    @Test(
      "a pipe, a device and odd names given as a database",
      arguments: ["pipe", "/dev/null", "/dev/zero"])
    func oddDatabases(_ name: String) async throws {
      let office = try await Office()
      try await office.program.tool("mkfifo", office.program.folder.file("pipe"))
      for words in [
        ["verify"], ["log", "work.visits", "1"], ["restore", "台账.db"], ["backup", "x.db"],
      ] {
        let outcome = try await office.program.run(words + ["--db", name], within: .seconds(20))
        #expect(!outcome.timedOut && [73, 74].contains(outcome.status), "\(words): \(outcome.err)")
      }
    }

    @Test(
      "names that SQLite knows otherwise are names of files",
      arguments: [":memory:", "file:a.db?mode=memory"])
    func literalNames(_ name: String) async throws {
      let office = try await Office()
      #expect(try await office.run("init", "--bare", "--db", name).status == 0)
      #expect(FileManager.default.fileExists(atPath: office.program.folder.file(name)))
      #expect(try await office.run("verify", "--db", name).status == 0)
    }
  }
}
