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
      var names = ["台账.db", "台账.db-wal", "台账.db-shm", "台账.db-journal", "link", "./台账.db"]
      // A copy reads the database first, and does not where it has two names.
      if words != ["backup"] {
        try FileManager.default.linkItem(atPath: office.path, toPath: folder.file("hard"))
        names.append("hard")
      }
      let before = try office.snapshot()
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).count
      for name in names {
        for (language, part) in [("zh", "未作改动"), ("en", "left as it")] {
          let outcome = try await office.program.run(
            words + [name, "--force"], variables: ["TAIZHANG_LANG": language])
          #expect(outcome.status == 73, "\(name): \(outcome.err)")
          #expect(outcome.err.contains(part), "\(outcome.err)")
        }
      }
      #expect(try office.snapshot() == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == files)
    }

    @Test("nothing is written over a key, by any of its names", arguments: writers)
    func key(_ words: [String]) async throws {
      let office = try await Office()
      let folder = office.program.folder
      for made in [["key", "create", "--file"], ["backup", "copy.db"]] {
        #expect(try await office.program.run(made).status == 0)
      }
      let kept = folder.file(".config/taizhang")
      let usual = try FileManager.default.contentsOfDirectory(atPath: kept)
      let key = try #require(usual.first.map { "\(kept)/\($0)" })
      // One of a database that is not in use, one that waits, and one that is named.
      for other in ["\(kept)/ABCD.key", "\(key).ABCD.1.none.new", folder.file("named")] {
        try FileManager.default.copyItem(atPath: key, toPath: other)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.file("link"), withDestinationPath: key)
      try FileManager.default.linkItem(atPath: key, toPath: folder.file("hard"))
      let bytes = try folder.read("hard")
      let names = [key, "link", "hard", "\(kept)/ABCD.key", "\(key).ABCD.1.none.new", "named"]
      for name in names {
        for (language, part) in [("zh", "密钥文件"), ("en", "a key file")] {
          let outcome = try await office.program.run(
            words + [name, "--force"],
            variables: ["TAIZHANG_LANG": language, "TAIZHANG_KEY_FILE": folder.file("named")])
          #expect(outcome.status == 73, "\(name): \(outcome.err)")
          #expect(outcome.err.contains(part), "\(outcome.err)")
        }
        let restored = try await office.program.run(
          ["restore", "copy.db", "--force", "--db", name],
          variables: ["TAIZHANG_KEY_FILE": folder.file("named")])
        #expect(restored.status == 73 && restored.err.contains("密钥文件"), "\(restored.err)")
        let path = name.hasPrefix("/") ? name : folder.file(name)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      }
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
      try FileManager.default.createDirectory(
        atPath: office.program.folder.file("folder"), withIntermediateDirectories: false)
      for name in ["receipt.txt", "folder", "folder/", "new/", "台账.db/"] {
        for force in [[], ["--force"]] where name != "receipt.txt" || force.isEmpty {
          let outcome = try await office.program.run(
            ["log", "work.visits", "1", "--unit", "洪林镇", "--output", name] + force)
          #expect(outcome.status == 73, "\(name)")
          #expect(try office.snapshot() == before, "\(name)")
        }
      }
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

    @Test("a descriptor is the program's own, and was open before it opened anything")
    func descriptors() async throws {
      let office = try await Office()
      let folder = office.program.folder
      let before = try Data(contentsOf: URL(fileURLWithPath: office.path))
      // Another process has a file open under the number that the database gets here.
      let other = try office.program.start(tool: [
        "sh", "-c", "exec 3>>theirs; : > ready; exec sleep 30",
      ])
      defer { other.signal(SIGKILL) }
      while !FileManager.default.fileExists(atPath: folder.file("ready")) { await Task.yield() }
      let theirs = try await office.run(
        "unit", "list", "--output", "/proc/\(other.identifier)/fd/3")
      #expect(theirs.status == 0, "\(theirs.err)")
      #expect(try String(contentsOfFile: folder.file("theirs"), encoding: .utf8).contains("洪林镇"))
      for number in 3...12 {
        let outcome = try await office.run("unit", "list", "--output", "/dev/fd/\(number)")
        #expect(outcome.status == 73, "\(number): \(outcome.out)\(outcome.err)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: office.path)) == before)
      try await office.expectSound()
    }

    @Test("what makes a database asks first whether it can say so, and says what it made")
    func making() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try folder.write("old", to: "receipt.txt")
      #expect(try await office.run("backup", "copy.db").status == 0)
      let made = [["init", "--db", "new.db"], ["restore", "copy.db", "--db", "new.db"]]
      for words in made {
        let outcome = try await office.program.run(words + ["--output", "receipt.txt"])
        #expect(outcome.status == 73, "\(outcome.err)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("new.db")))
      }
      for words in made + [["backup", "other.db"]] {
        let outcome = try await office.program.run(words, output: "/dev/full")
        #expect(outcome.status == 73 && outcome.err.contains("已写入"), "\(words): \(outcome.err)")
        try? FileManager.default.removeItem(atPath: folder.file("new.db"))
      }
    }

    @Test(
      "without the words of the command nothing seems to be done",
      .enabled(if: Machine.canMount, "only root may hide /proc"))
    func wordless() async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let outcome = try await office.program.start(
        tool: [
          "unshare", "-m", "sh", "-c", "mount -t tmpfs none /proc && exec \"$0\" log a 1",
          try Program.binary.get().path,
        ]
      ).wait()
      #expect(outcome.status == 74 && outcome.err.contains("/proc"), "\(outcome)")
      #expect(outcome.out == "")
      #expect(try office.snapshot() == before)
    }

    @Test("no report is written over another ledger or a copy of one")
    func otherLedgers() async throws {
      let office = try await Office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      let before = try office.snapshot(office.program.folder.file("copy.db"))
      let outcome = try await office.run("unit", "list", "--output", "copy.db", "--force")
      #expect(outcome.status == 73 && outcome.err.contains("ledger"), "\(outcome.err)")
      #expect(try office.snapshot(office.program.folder.file("copy.db")) == before)
    }

    @Test(
      "the log of a ledger that was moved away is left for it", arguments: ["-wal", "-journal"])
    func strayLogs(_ end: String) async throws {
      let office = try await Office()
      let folder = office.program.folder
      let log = "moved.db" + end
      #expect(try await office.run("backup", "copy.db").status == 0)
      try folder.write("log", to: log)
      for words in [
        ["backup", "moved.db"], ["restore", "copy.db", "--db", "moved.db"],
        ["init", "--db", "moved.db"], ["demo", "--output", "moved.db"],
        ["unit", "list", "--output", "moved.db"],
      ] {
        let outcome = try await office.program.run(words + ["--force"])
        #expect(outcome.status == 73, "\(words): \(outcome.out)\(outcome.err)")
        #expect(try folder.read(log) == Data("log".utf8), "\(words)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("moved.db")), "\(words)")
      }
    }

    @Test("no copy takes the place of a pipe or a folder", arguments: ["pipe", "folder"])
    func copies(_ name: String) async throws {
      let office = try await Office()
      let folder = office.program.folder
      try await office.program.tool("mkfifo", folder.file("pipe"))
      try await office.program.tool("mkdir", folder.file("folder"))
      for words in [
        ["backup", name], ["demo", "--output", name], ["restore", "台账.db", "--db", name],
      ] {
        let outcome = try await office.program.run(words + ["--force"])
        #expect([73, 74].contains(outcome.status), "\(words): \(outcome.out)\(outcome.err)")
      }
      let kinds = ["pipe": "fifo", "folder": "directory"]
      let kind = try await office.program.tool("stat", "-c", "%F", folder.file(name)).out
      #expect(kind.trimmingCharacters(in: .newlines) == kinds[name])
    }

    @Test("a sample that cannot be made leaves what was there")
    func sample() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try await office.program.tool("mkdir", "-p", folder.file("seeds/set"))
      try folder.write("code,parent,name,kind\n1,,,\n", to: "seeds/set/units.csv")
      let before = try office.snapshot()
      let outcome = try await office.program.run(
        ["demo", "--output", "sample.db", "--db", "other.db"],
        variables: ["TAIZHANG_SEEDS": folder.file("seeds")])
      #expect(outcome.status == 65, "\(outcome.err)")
      #expect(try office.snapshot() == before)
      try folder.write("old", to: "sample.db")
      let kept = try await office.program.run(["demo", "--output", "sample.db", "--force"])
      #expect(kept.status == 0, "\(kept.err)")
    }
  }
}
