import Foundation
import Testing

extension FaultTests {
  /// Files that cannot be opened, and imports of several.
  @Suite struct InputFiles {
    private static let good = BadFile.entries("2021-06-01,work.visits,洪林镇,1")

    @Test(arguments: [
      ("none.csv", "找不到文件", "there is no such file"), ("folder", "是文件夹", "is a folder"),
      ("none/none.csv", "找不到文件", "there is no such file"),
    ])
    func cannotBeOpened(_ name: String, _ zh: String, _ en: String) async throws {
      let office = try await Office()
      try FileManager.default.createDirectory(
        atPath: office.program.folder.file("folder"), withIntermediateDirectories: false)
      try office.program.folder.write(InputFiles.good, to: "good.csv")
      let before = try office.snapshot()
      for (language, part) in [("zh", zh), ("en", en)] {
        for files in [[name], ["good.csv", name]] {
          let outcome = try await office.program.run(
            ["import"] + files, variables: ["TAIZHANG_LANG": language])
          #expect(outcome.status == 66)
          #expect(outcome.err.contains(name) && outcome.err.contains(part), "\(outcome.err)")
          #expect(try office.snapshot() == before)
        }
      }
    }

    @Test(.enabled(if: Machine.canBePowerless, "no user without powers can reach the program"))
    func withoutPermission() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try folder.write(InputFiles.good, to: "secret.csv")
      try await office.program.tool("chmod", "000", folder.file("secret.csv"))
      if Machine.isRoot { try await office.program.tool("chown", "-R", "65534", folder.path) }
      let before = try office.snapshot()
      let outcome = try await office.program.start(
        tool: Machine.powerless + [
          try Program.binary.get().path, "--lang", "en", "import", "secret.csv",
        ]
      ).wait()
      #expect(outcome.status == 66)
      #expect(outcome.err.contains("you may not read this file"), "\(outcome.err)")
      #expect(try office.snapshot() == before)
    }

    @Test(arguments: ["zh", "en"])
    func aHundredFaultsAndTheirNumber(_ language: String) async throws {
      let office = try await Office()
      let rows = (1...150).map { "2021-06-31-\($0),work.visits,洪林镇,1\n" }.joined()
      try office.program.folder.write(BadFile.entries() + rows, to: "bad.csv")
      let before = try office.snapshot()
      let outcome = try await office.run("import", "bad.csv", language: language)
      let lines = outcome.err.split(separator: "\n")
      #expect(outcome.status == 65)
      #expect(lines.count == 101)
      for (index, line) in lines.prefix(100).enumerated() {
        #expect(line.hasPrefix("bad.csv:\(index + 2):1: "))
      }
      #expect(lines.last?.contains("150") == true && lines.last?.contains("100") == true)
      #expect(try office.snapshot() == before)
    }

    @Test(arguments: ["zh", "en"])
    func oneFaultOfAllRows(_ language: String) async throws {
      let office = try await Office()
      let rows = String(repeating: "2021-06-31,work.visits,洪林镇,1\n", count: 150)
      try office.program.folder.write(BadFile.entries() + rows, to: "bad.csv")
      let outcome = try await office.run("import", "bad.csv", language: language)
      let lines = outcome.err.split(separator: "\n")
      #expect(outcome.status == 65)
      #expect(lines.count == 2, "\(outcome.err)")
      #expect(lines.first?.hasPrefix("bad.csv:2:1: ") == true)
      #expect(lines.allSatisfy { $0.contains("150") })
    }

    @Test func oneBadFileSpoilsAll() async throws {
      let office = try await Office()
      let folder = office.program.folder
      try folder.write("code,parent,name,kind\n9,341802,新塘镇,township\n", to: "units.csv")
      try folder.write("indicator,unit,year,amount\nwork.visits,9,2021,10\n", to: "targets.csv")
      try folder.write(InputFiles.good, to: "good.csv")
      try folder.write(BadFile.entries("2021-06-01,work.visits,9,x"), to: "bad.csv")
      let before = try office.snapshot()
      let outcome = try await office.run(
        "import", "good.csv", "bad.csv", "targets.csv", "units.csv")
      #expect(outcome.status == 65)
      #expect(outcome.err.hasPrefix("bad.csv:2:4: 'x' is not a number"), "\(outcome.err)")
      #expect(outcome.err.split(separator: "\n").count == 2, "\(outcome.err)")
      #expect(try office.snapshot() == before)
      // Without the bad one the same command goes through.
      let again = try await office.run("import", "good.csv", "targets.csv", "units.csv")
      #expect(again.status == 0, "\(again.err)")
    }
  }
}
