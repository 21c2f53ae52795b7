import Foundation
import Testing

extension FaultTests {
  @Suite struct Restoring {
    @Test func neverReplacesUnasked() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      _ = try await office.run("log", "work.visits", "1", "--unit", "洪林镇")
      let before = try office.snapshot()
      for (language, part) in [("zh", "文件已存在"), ("en", "exists already")] {
        let outcome = try await office.run("restore", "copy.db", language: language)
        #expect(outcome.status == 73)
        #expect(
          outcome.err.contains(part) && outcome.err.contains("--force"), "\(outcome.err)")
        #expect(try office.snapshot() == before)
      }
      let forced = try await office.run("restore", "copy.db", "--force")
      #expect(forced.status == 0, "\(forced.err)")
      #expect(forced.out.contains("#5·"), "\(forced.out)")
      try await office.expectSound()
    }

    @Test(arguments: ["cut", "scribbled", "text", "empty", "folder", "none"])
    func refusesWhatIsNotSound(_ kind: String) async throws {
      let office = try await Office()
      let folder = office.program.folder
      #expect(try await office.run("backup", "copy.db").status == 0)
      var bytes = try folder.read("copy.db")
      switch kind {
      case "cut": try folder.write(bytes.prefix(100_000), to: "bad.db")
      case "scribbled":
        bytes.replaceSubrange(16_384..<81_920, with: Data(repeating: 0xA5, count: 65_536))
        try folder.write(bytes, to: "bad.db")
      case "text": try folder.write("old", to: "bad.db")
      case "empty": try folder.write("", to: "bad.db")
      case "folder":
        try FileManager.default.createDirectory(
          atPath: folder.file("bad.db"), withIntermediateDirectories: false)
      default: break
      }
      try await expectRefusal(office, status: kind == "none" ? 66 : 74)
    }

    @Test(
      .enabled(if: Machine.hasShell, "the sqlite3 shell does the tampering"),
      arguments: [
        "UPDATE entry SET amount = 4 WHERE seq = 1",
        "INSERT INTO schema_step VALUES ('core.9', 'x', '2031-01-01')",
        "UPDATE unit SET name = '甲' WHERE id = 2",
        "PRAGMA application_id = 1",
      ])
    func refusesWhatWasTamperedWith(_ sql: String) async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "bad.db").status == 0)
      try await office.sql(sql, db: office.program.folder.file("bad.db"))
      try await expectRefusal(office, status: 74)
    }

    /// On a new machine neither the database nor its folder is there.
    @Test func onANewMachine() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      let path = office.program.folder.file("data/taizhang/taizhang.db")
      let outcome = try await office.run("restore", "copy.db", db: path)
      #expect(outcome.status == 0, "\(outcome.err)")
      if outcome.status == 0 { try await office.expectSound(db: path) }
    }

    private func expectRefusal(_ office: Office, status: Int32) async throws {
      let before = try office.snapshot()
      let folder = office.program.folder
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      for language in ["zh", "en"] {
        let outcome = try await office.run("restore", "bad.db", "--force", language: language)
        #expect(outcome.status == status, "\(outcome.err)")
        #expect(outcome.err != "" && outcome.out == "")
        #expect(try office.snapshot() == before)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    }
  }
}
