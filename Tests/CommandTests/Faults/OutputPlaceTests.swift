import Foundation
import Testing

extension FaultTests {
  /// Places of ledgers, of their logs and of keys, by whatever name a result is sent there.
  @Suite struct OutputPlaces {
    @Test("no key file takes the place of the database or of what lies beside it")
    func keyInPlace() async throws {
      let office = try await Office()
      let before = try office.snapshot()
      for end in ["", "-wal", "-shm", "-journal"] {
        let outcome = try await office.program.run(
          ["key", "create", "--file"], variables: ["TAIZHANG_KEY_FILE": office.path + end])
        #expect(outcome.status == 73, "\(outcome.err)")
      }
      #expect(try office.snapshot() == before)
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

    @Test(
      "nothing is written into the log of another ledger, by a descriptor either",
      arguments: ["-wal", "-shm", "-journal"])
    func otherLog(_ end: String) async throws {
      let office = try await Office()
      let folder = office.program.folder
      try FileManager.default.copyItem(atPath: office.path, toPath: folder.file("other.db"))
      let begin: [String: [UInt8]] = [
        "-wal": [0x37, 0x7F, 0x06, 0x82], "-shm": [0x18, 0xE2, 0x2D, 0x00],
        "-journal": [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
      ]
      let log = Data((begin[end] ?? []) + [UInt8](repeating: 7, count: 200))
      try folder.write(log, to: "other.db" + end)
      try FileManager.default.linkItem(
        atPath: folder.file("other.db" + end), toPath: folder.file("hard"))
      for name in ["other.db" + end, "hard"] {
        for place in ["/dev/fd/3", "/proc/self/fd/3", name] {
          let outcome = try await office.program.tool(
            "sh", "-c", "exec 3<>'\(name)'; \"$TAIZHANG\" unit list --force --output '\(place)'")
          #expect(outcome.status == 73, "\(name) \(place): \(outcome.err)")
          #expect(try folder.read("other.db" + end) == log)
        }
      }
    }

    @Test(
      "no folder is made in the place of a log", arguments: ["-wal", "-shm", "-journal"],
      ["", "/", "/new.db", "/a/b/new.db"])
    func folderOfLog(_ end: String, _ rest: String) async throws {
      let office = try await Office()
      let path = office.path + end + rest
      let before = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      for words in [["init", "--db", path], ["restore", office.path, "--db", path]] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 73, "\(words): \(outcome.err)")
      }
      let key = try await office.program.run(
        ["key", "create", "--file"], variables: ["TAIZHANG_KEY_FILE": path])
      #expect(key.status == 73, "\(key.err)")
      let after = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(after.sorted() == before.sorted())
      try await office.expectSound()
    }

    @Test("a database with two names is neither read nor written by any of them")
    func twoNames() async throws {
      let office = try await Office()
      let other = office.program.folder.file("hard.db")
      #expect(try await office.run("backup", "copy.db").status == 0)
      try FileManager.default.linkItem(atPath: office.path, toPath: other)
      let before = try office.snapshot()
      for path in [office.path, other] {
        for words in [
          ["verify"], ["log", "work.visits", "1", "--unit", "洪林镇"], ["backup", "new.db"],
          ["restore", "copy.db", "--force"],
        ] {
          let outcome = try await office.program.run(
            words, variables: ["TAIZHANG_LANG": "en", "TAIZHANG_DB": path])
          #expect(outcome.status == 74, "\(words): \(outcome.out)\(outcome.err)")
          #expect(outcome.err.contains("has another name"), "\(outcome.err)")
        }
      }
      #expect(try office.snapshot() == before)
      try FileManager.default.removeItem(atPath: other)
      try await office.expectSound()
      // Programs that keep a row of backups give those of which few differ one file.
      let kept = office.program.folder.file("kept.db")
      try FileManager.default.linkItem(
        atPath: office.program.folder.file("copy.db"), toPath: kept)
      let restored = try await office.run("restore", "kept.db", "--force")
      #expect(restored.status == 0, "\(restored.err)")
      try await office.expectSound()
    }

    @Test("a sample that is not kept touches nothing of others in the folder for such files")
    func demoPlace() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try FileManager.default.createDirectory(
        atPath: folder.file("tmp"), withIntermediateDirectories: false)
      let outcome = try await office.program.tool(
        "sh", "-c",
        "export TMPDIR=\"$PWD/tmp\"; ln -s \"$TAIZHANG_DB\" \"$TMPDIR/taizhang-demo-$$.db\"; exec \"$TAIZHANG\" demo"
      )
      #expect(outcome.status == 0, "\(outcome.err)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("tmp"))
      #expect(left.count == 1, "\(left)")
      try await office.expectSound()
    }

    @Test("nothing is written where another ledger keeps its log", arguments: ["-wal", "-journal"])
    func otherLogs(_ end: String) async throws {
      let office = try await Office()
      let folder = office.program.folder
      #expect(try await office.run("backup", "copy.db").status == 0)
      let name = "copy.db" + end
      for isThere in [true, false] {
        if isThere { try folder.write("log", to: name) }
        for words in [
          ["unit", "list", "--output", name], ["backup", name], ["demo", "--output", name],
          ["restore", "台账.db", "--db", name], ["init", "--db", name],
        ] {
          let outcome = try await office.program.run(words + ["--force"])
          #expect(outcome.status == 73, "\(words): \(outcome.out)\(outcome.err)")
          #expect(
            FileManager.default.fileExists(atPath: folder.file(name)) == isThere, "\(words)")
        }
        let key = try await office.program.run(
          ["key", "create", "--file"], variables: ["TAIZHANG_KEY_FILE": name])
        #expect(key.status == 73, "\(key.out)\(key.err)")
        if isThere { try FileManager.default.removeItem(atPath: folder.file(name)) }
      }
    }

    @Test("a sample takes the place of no ledger, and of no copy of one")
    func sampleOverLedger() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      try await office.program.tool("ln", "-s", "copy.db", "link.db")
      let before = try office.snapshot()
      for name in ["台账.db", "copy.db", "link.db"] {
        let outcome = try await office.program.run(
          ["demo", "--output", name, "--force", "--db", "other.db"])
        #expect(outcome.status == 73, "\(name): \(outcome.err)")
      }
      #expect(try office.snapshot() == before)
      try await office.expectSound()
    }

    @Test("an empty file in the place of a ledger that was moved away does not hide its log")
    func emptyFile() async throws {
      let office = try await Office()
      let folder = office.program.folder
      #expect(try await office.run("backup", "copy.db").status == 0)
      try await office.program.tool("mv", "台账.db", "moved.db")
      for (name, text) in [("台账.db", ""), ("台账.db-wal", "log")] {
        try folder.write(text, to: name)
      }
      let before = try office.snapshot()
      for words in [
        ["restore", "copy.db", "--force"], ["backup", "台账.db", "--force", "--db", "copy.db"],
        ["demo", "--output", "台账.db", "--force", "--db", "other.db"],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 73, "\(words): \(outcome.err)")
        #expect(try office.snapshot() == before)
      }
    }
  }
}
