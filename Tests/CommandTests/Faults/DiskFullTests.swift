import Foundation
import Testing

extension BreakingTests {
  @Suite(.enabled(if: Machine.canMount, "a small disk can be mounted by root alone"))
  struct FullDisk {
    private static let log = ["log", "work.visits", "1", "--unit", "洪林镇"]

    /// From not a byte of room up to some pages, which do not hold a transaction either.
    @Test(arguments: [0, 4, 16, 28, 40])
    func aLogFails(_ room: Int) async throws {
      try await Office.onSmallDisk { office, disk in
        let before = try office.snapshot()
        try await disk.fill(leaving: room)
        for (language, part) in [("zh", "磁盘空间不足"), ("en", "The disk is full")] {
          let outcome = try await office.program.run(
            FullDisk.log, variables: ["TAIZHANG_LANG": language])
          #expect(outcome.status == 74)
          #expect(outcome.out == "")
          #expect(outcome.err.contains(part), "\(outcome.err)")
        }
        try disk.makeRoom()
        try await office.expectSound()
        #expect(try office.snapshot() == before)
        let again = try await office.program.run(FullDisk.log)
        #expect(again.status == 0, "\(again.err)")
        #expect(try disk.names() == ["a.db"])
      }
    }

    @Test func anImportFails() async throws {
      try await Office.onSmallDisk { office, disk in
        let before = try office.snapshot()
        try office.program.folder.write(BulkFile.bytes, to: "bulk.csv")
        let outcome = try await office.run("import", "bulk.csv")
        #expect(outcome.status == 74)
        #expect(outcome.err.contains("The disk is full"), "\(outcome.err)")
        try await office.expectSound()
        #expect(try office.snapshot() == before)
        #expect(try disk.names() == ["a.db"])
      }
    }

    /// Even a reader needs a few pages of room beside the log; without it, it says so.
    @Test func aReaderSaysWhatIsWrong() async throws {
      try await Office.onSmallDisk { office, disk in
        try await disk.fill()
        for words in [["report", "monthly", "2021-06"], ["verify"], ["check"], ["unit", "list"]] {
          let outcome = try await office.program.run(words)
          #expect(outcome.status == 74, "\(words): \(outcome.err)")
          #expect(outcome.err.contains("磁盘") && !outcome.err.contains("4874"), "\(outcome.err)")
        }
      }
    }

    @Test(arguments: [false, true])
    func aCopyIsWholeOrAbsent(_ replaces: Bool) async throws {
      try await expectNoPart(["backup"], as: "b.db", replaces)
    }

    @Test(arguments: [false, true])
    func anOutputIsWholeOrAbsent(_ replaces: Bool) async throws {
      try await expectNoPart(["report", "monthly", "2021-06", "--output"], as: "b.txt", replaces)
    }

    /// The database lies elsewhere; only the result goes to the full disk.
    private func expectNoPart(_ words: [String], as name: String, _ replaces: Bool) async throws {
      let office = try await Office()
      try await Office.onSmallDisk { _, disk in
        if replaces { try Data("old".utf8).write(to: URL(fileURLWithPath: disk.file(name))) }
        try await disk.fill()
        let names = try disk.names()
        let outcome = try await office.program.run(
          words + [disk.file(name)] + (replaces ? ["--force"] : []))
        #expect([73, 74].contains(outcome.status))
        #expect(outcome.err != "" && !outcome.err.contains("代码"), "\(outcome.err)")
        #expect(try disk.names() == names)
        if replaces {
          let kept = try Data(contentsOf: URL(fileURLWithPath: disk.file(name)))
          #expect(kept == Data("old".utf8))
        }
      }
    }
  }
}
