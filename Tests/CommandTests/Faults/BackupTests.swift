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
      for (language, part) in [("zh", "--force"), ("en", "--force")] {
        let outcome = try await office.run("backup", "copy.db", language: language)
        #expect(outcome.status == 73)
        #expect(outcome.err.contains(part) && outcome.err.contains("copy.db"))
        #expect(try office.program.folder.read("copy.db") == Data("old".utf8))
      }
      #expect(try await office.run("backup", "copy.db", "--force").status == 0)
      try await office.expectSound(db: office.program.folder.file("copy.db"))
    }

    @Test("wrong totals are copied, said, and mended in the copy", .enabled(if: Machine.hasShell))
    func wrongTotals() async throws {
      let office = try await Office()
      try await office.sql("UPDATE total SET m05 = m05 + 100")
      for (language, part) in [("zh", "check --rebuild"), ("en", "check --rebuild")] {
        let outcome = try await office.run("backup", "copy.db", "--force", language: language)
        #expect(outcome.status == 1, "\(outcome.err)")
        #expect(outcome.out.contains(part) && outcome.out.contains("#5·"), "\(outcome.out)")
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
