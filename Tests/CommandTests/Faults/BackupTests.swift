import Foundation
import Testing

extension FaultTests {
  @Suite struct Copies {
    private static let script = """
      while [ ! -e stop ]; do \
      "$TAIZHANG" log work.visits 1 --unit 洪林镇 --on 2021-06-10 || exit; done
      """

    @Test func backupWhileSomebodyWrites() async throws {
      let office = try await Office()
      let writer = try office.program.start(tool: ["sh", "-c", Copies.script])
      var heads: [String] = []
      for round in 0..<10 {
        let copy = "copy\(round).db"
        let outcome = try await office.run("backup", copy, "--format", "json")
        #expect(outcome.status == 0, "\(outcome.err)")
        try await office.expectSound("\(copy)", db: copy)
        let verified = try await office.run("verify", "--format", "json", db: copy)
        let head = try #require(Copies.head(verified.out))
        #expect(outcome.out.contains(head))
        heads.append(head)
      }
      try office.program.folder.write("", to: "stop")
      let ended = try await writer.wait()
      #expect(ended.status == 0, "\(ended.err)")
      // The history goes on from every copy.
      for head in heads {
        #expect(try await office.run("verify", "--expect", head).status == 0)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(!names.contains { $0.contains("part") || $0.hasSuffix("-wal") })
    }

    @Test func backupDoesNotReplace() async throws {
      let office = try await Office()
      try office.program.folder.write("old", to: "copy.db")
      for (language, part) in [("zh", "文件已存在"), ("en", "exists already")] {
        let outcome = try await office.run("backup", "copy.db", language: language)
        #expect(outcome.status == 73)
        #expect(outcome.err.contains(part) && outcome.err.contains("copy.db"))
        #expect(outcome.err.contains("--force"))
        #expect(try office.program.folder.read("copy.db") == Data("old".utf8))
      }
      #expect(try await office.run("backup", "copy.db", "--force").status == 0)
      try await office.expectSound(db: office.program.folder.file("copy.db"))
    }

    @Test("of two backups to one name at once one is refused, and the other stands")
    func twoAtOnce() async throws {
      let (one, other) = (try await Office(), try await Office())
      _ = try await other.run("log", "work.visits", "1", "--unit", "洪林镇")
      let copy = one.program.folder.file("copy.db")
      for _ in 0..<10 {
        for name in ["", "-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: copy + name)
        }
        async let first = one.run("backup", copy)
        async let second = other.run("backup", copy)
        let outcomes = [try await first, try await second]
        #expect(outcomes.map(\.status).sorted() == [0, 73], "\(outcomes.map(\.err))")
        let done = try #require(outcomes.first { $0.status == 0 })
        let head = try #require(done.out.firstMatch(of: /#[0-9]+·[0-9a-f]{4}(?: ?[0-9a-f]{4})*/))
        let verified = try await one.run("verify", "--expect", String(head.output), db: copy)
        #expect(verified.status == 0, "\(verified.out)\(verified.err)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: one.program.folder.path)
      #expect(names.sorted() == ["copy.db", "台账.db"])
    }

    @Test(
      "what appears while a copy or a report is made stays",
      .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot),
      arguments: [["backup"], ["report", "monthly", "2021-06", "--output"]])
    func meanwhile(_ words: [String]) async throws {
      let office = try await Office()
      let start = try office.state()
      let words = words + ["new.db"]
      let path = office.program.folder.file("new.db")
      let count = try await FailingCalls.count(office, words)
      var refused = 0
      for number in stride(from: 1, through: count, by: max(1, count / 12)) {
        try start.putBack()
        try? FileManager.default.removeItem(atPath: path)
        var program = office.program
        program.environment.merge(try FailingCalls.variables(at: number, .stops)) { $1 }
        let child = try program.start(words)
        try await child.isStopped()
        let isThere = FileManager.default.fileExists(atPath: path)
        if !isThere { try Data("theirs".utf8).write(to: URL(fileURLWithPath: path)) }
        child.signal(SIGCONT)
        let outcome = try await child.wait()
        if isThere { continue }
        #expect(outcome.status == 73, "\(number): \(outcome.out)\(outcome.err)")
        #expect(try office.program.folder.read("new.db") == Data("theirs".utf8), "\(number)")
        refused += 1
      }
      #expect(refused > 0)
    }

    @Test("findings that no new totals mend are told apart", .enabled(if: Machine.hasShell))
    func otherFindings() async throws {
      let office = try await Office()
      // A table made from another declaration: history and totals are as they were.
      try await office.sql("UPDATE schema_step SET sha256 = 'x' WHERE id = 'clinics.project.1'")
      for (language, part) in [
        ("zh", "运行 taizhang check 逐项查看"), ("en", "shown by 'taizhang check'"),
      ] {
        let outcome = try await office.run("backup", "copy.db", "--force", language: language)
        #expect(outcome.status == 1, "\(outcome.err)")
        #expect(outcome.out.contains(part) && !outcome.out.contains("--rebuild"), "\(outcome.out)")
      }
    }

    @Test("wrong totals are copied, said, and mended in the copy", .enabled(if: Machine.hasShell))
    func wrongTotals() async throws {
      let office = try await Office()
      try await office.sql("UPDATE total SET m05 = m05 + 100")
      for (language, part) in [("zh", "重新汇总"), ("en", "do not follow")] {
        let outcome = try await office.run("backup", "copy.db", "--force", language: language)
        #expect(outcome.status == 1, "\(outcome.err)")
        #expect(outcome.out.contains(part) && outcome.out.contains("#5·"), "\(outcome.out)")
        #expect(outcome.out.contains("check --rebuild"))
      }
      let copy = office.program.folder.file("copy.db")
      #expect(try await office.run("check", "--rebuild", db: copy).status == 0)
      try await office.expectSound(db: copy)
    }

    @Test func outputDoesNotReplace() async throws {
      let office = try await Office()
      try office.program.folder.write("old", to: "report.csv")
      let words = ["report", "monthly", "2021-06", "--format", "csv", "--output", "report.csv"]
      #expect(try await office.program.run(words).status == 73)
      #expect(try office.program.folder.read("report.csv") == Data("old".utf8))
      #expect(try await office.program.run(words + ["--force"]).status == 0)
      #expect(try office.program.folder.read("report.csv").count > 100)
    }

    @Test(arguments: ["none/copy.db", "folder"])
    func backupToNowhere(_ name: String) async throws {
      let office = try await Office()
      try FileManager.default.createDirectory(
        atPath: office.program.folder.file("folder"), withIntermediateDirectories: false)
      for words in [["backup", name], ["report", "monthly", "2021-06", "--output", name]] {
        let outcome = try await office.program.run(words + ["--force"])
        #expect(outcome.status == 73, "\(words)")
        #expect(outcome.err.contains(name) && !outcome.err.contains("part"), "\(outcome.err)")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(names.sorted() == ["folder", "台账.db"])
    }

    /// The head in the JSON of `verify`.
    private static func head(_ json: String) -> String? {
      json.firstMatch(of: /#[0-9]+·[0-9a-f]{8}/).map { String($0.output) }
    }
  }
}
