import Foundation
import Testing

extension FaultTests {
  /// What an import asks at a terminal, and what a dry run leaves behind.
  @Suite struct ImportQuestions {
    private static let june = "date,indicator,unit,amount\n2021-06-10,work.visits,洪林镇,4\n"

    @Test("at a terminal it is shown what an import does, and asked; no writes nothing")
    func asked() async throws {
      let office = try await Office()
      try office.program.folder.write(Self.june, to: "june.csv")
      let before = try office.snapshot()
      let refusing = try PseudoTerminal(office.program, "import", "june.csv")
      try await refusing.expect("新增 1")
      try await refusing.expect("[y/N]")
      refusing.type("n\n")
      #expect(try await refusing.end() == 64)
      #expect(try office.snapshot().bytes == before.bytes)

      let accepting = try PseudoTerminal(office.program, "import", "june.csv")
      try await accepting.expect("[y/N]")
      accepting.type("y\n")
      try await accepting.expect("已按上述内容导入")
      #expect(try await accepting.end() == 0)
      #expect(try await office.sql("SELECT COUNT(*) FROM entry WHERE day = 20210610") == "1")
      try await office.expectSound()
    }

    @Test("what is confirmed is what is written, else nothing")
    func changed() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try folder.write(Self.june, to: "june.csv")
      let before = try office.snapshot()
      let other = try PseudoTerminal(office.program, "import", "june.csv")
      try await other.expect("[y/N]")
      try folder.write(Self.june.replacing(",4\n", with: ",50000\n"), to: "june.csv")
      other.type("y\n")
      try await other.expect("与刚才显示的不同")
      #expect(try await other.end() == 65)
      #expect(try office.snapshot().bytes == before.bytes)

      // The same bytes, of which the ledger has a row meanwhile.
      let late = try PseudoTerminal(office.program, "import", "june.csv", "--same", "skip")
      try await late.expect("[y/N]")
      try folder.write(Self.june.replacing(",4\n", with: ",50000\n\n"), to: "copy.csv")
      let copied = try await office.program.run(
        ["import", "copy.csv"], variables: ["TAIZHANG_DB": office.path])
      #expect(copied.status == 0, "\(copied.err)")
      late.type("y\n")
      try await late.expect("与刚才显示的不同")
      #expect(try await late.end() == 65)
      #expect(try await office.sql("SELECT COUNT(*) FROM entry WHERE day = 20210610") == "1")
      try await office.expectSound()
    }

    @Test("faults, --yes and --dry-run need no question")
    func notAsked() async throws {
      let office = try await Office()
      try office.program.folder.write(Self.june, to: "june.csv")
      try office.program.folder.write(Self.june.replacing("洪林镇", with: "没有"), to: "bad.csv")
      let faulty = try PseudoTerminal(office.program, "import", "bad.csv")
      #expect(try await faulty.end() == 65)
      let trial = try PseudoTerminal(office.program, "import", "june.csv", "--dry-run")
      #expect(try await trial.end() == 0)
      let sure = try PseudoTerminal(office.program, "entry", "import", "june.csv", "--yes")
      #expect(try await sure.end() == 0)
      #expect(try await office.sql("SELECT COUNT(*) FROM entry WHERE day = 20210610") == "1")
      for terminal in [faulty, trial, sure] { #expect(!terminal.shown.contains("[y/N]")) }
    }

    @Test("a dry run changes no byte and leaves no file")
    func noTrace() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try folder.write(Self.june, to: "june.csv")
      try folder.write("code,parent,name,kind\nh1,洪林镇,洪林镇卫生院,hospital\n", to: "units.csv")
      try folder.write("indicator,unit,year,amount\nwork.visits,洪林镇,2021,90\n", to: "targets.csv")
      try folder.write("name,unit,id-number\n王五,洪林镇,\n", to: "people.csv")
      let before = try office.snapshot()
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
      for words in [
        ["import", "june.csv", "units.csv", "targets.csv", "people.csv"],
        ["unit", "import", "units.csv"],
        ["target", "import", "targets.csv"], ["entry", "import", "june.csv"],
        ["people", "person", "import", "people.csv"],
      ] {
        let outcome = try await office.program.run(
          words + ["--dry-run"], variables: ["TAIZHANG_DB": office.path])
        #expect(outcome.status == 0, "\(words): \(outcome.err)")
        #expect(try office.snapshot().bytes == before.bytes)
        #expect(
          try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted() == names)
      }
    }
  }
}
