import Foundation
import Testing

extension FaultTests {
  /// Files that are no database of this program, or not a whole one, given as `--db`.
  @Suite struct ForeignFiles {
    private static let commands = [
      ["report", "monthly", "2021-06"], ["log", "work.visits", "1", "--unit", "洪林镇"],
      ["import", "good.csv"], ["verify"], ["check", "--rebuild"], ["backup", "copy.db"],
    ]

    @Test(arguments: ["text", "noise", "empty", "cut header"])
    func noDatabase(_ kind: String) async throws {
      let office = try await Office()
      let bytes: Data =
        switch kind {
        case "text": Data("日期,指标,单位,数量\n".utf8)
        case "noise": Data((0..<50_000).map { _ in UInt8.random(in: 0...255) })
        case "empty": Data()
        default: try office.snapshot().bytes.prefix(60)
        }
      try await expectRefusal(office, bytes, zh: "不是台账的数据库", en: "not a database of Taizhang")
    }

    @Test(.enabled(if: Machine.hasShell, "the sqlite3 shell makes the file"))
    func anotherProgramsDatabase() async throws {
      let office = try await Office()
      let path = office.program.folder.file("other.db")
      try await office.sql("CREATE TABLE entry (a); INSERT INTO entry VALUES (1)", db: path)
      try await expectRefusal(
        office, try office.snapshot(path).bytes, zh: "不是台账的数据库",
        en: "not a database of Taizhang")
    }

    @Test(.enabled(if: Machine.hasShell, "the sqlite3 shell makes the file"))
    func newerSchema() async throws {
      let office = try await Office()
      try await office.sql("INSERT INTO schema_step VALUES ('core.9', 'x', '2031-01-01')")
      try await expectRefusal(office, try office.snapshot().bytes, zh: "core.9", en: "step core.9")
    }

    @Test(arguments: [100, 4096, 8191, 8192, 16_385, 100_000, -8192, -1])
    func truncated(_ length: Int) async throws {
      let office = try await Office()
      let whole = try office.snapshot().bytes
      try await expectRefusal(
        office, whole.prefix(length > 0 ? length : whole.count + length), zh: "已损坏",
        en: "is damaged")
    }

    /// Every page but the first overwritten: the file is as long as it should be.
    @Test func scribbledOver() async throws {
      let office = try await Office()
      var bytes = try office.snapshot().bytes
      bytes.replaceSubrange(
        8192..., with: Data(repeating: 0xA5, count: bytes.count - 8192))
      try await expectRefusal(office, bytes, zh: "已损坏", en: "is damaged")
    }

    @Test func aFolder() async throws {
      let office = try await Office()
      let path = office.program.folder.file("folder.db")
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      for words in ForeignFiles.commands {
        let outcome = try await office.program.run(words + ["--db", path])
        #expect(outcome.status == 74)
        #expect(outcome.err.contains("folder.db"), "\(outcome.err)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    }

    @Test(arguments: ["none.db", "none/none.db"])
    func notThere(_ name: String) async throws {
      let office = try await Office()
      for words in ForeignFiles.commands {
        let outcome = try await office.program.run(words + ["--db", name])
        #expect(outcome.status == 66)
        #expect(outcome.err.contains(name) && outcome.err.contains("taizhang init"))
        #expect(!FileManager.default.fileExists(atPath: office.program.folder.file(name)))
      }
    }

    private func expectRefusal(
      _ office: Office, _ bytes: Data, zh: String, en: String
    ) async throws {
      let folder = office.program.folder
      try folder.write(bytes, to: "bad.db")
      try folder.write(BadFile.entries("2021-06-01,work.visits,洪林镇,1"), to: "good.csv")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      for (index, words) in ForeignFiles.commands.enumerated() {
        let (language, part) = index % 2 == 0 ? ("zh", zh) : ("en", en)
        let outcome = try await office.program.run(
          words + ["--db", "bad.db"], variables: ["TAIZHANG_LANG": language])
        #expect(outcome.status == 74, "\(words)")
        #expect(outcome.out == "")
        #expect(outcome.err.contains(part), "\(words): \(outcome.err)")
        #expect(try folder.read("bad.db") == bytes)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    }
  }
}
