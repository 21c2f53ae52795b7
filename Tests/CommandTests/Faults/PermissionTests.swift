import Foundation
import Testing

extension FaultTests {
  /// What is written is for its owner, and keeps the mode of what it replaces.
  @Suite struct Permissions {
    private static func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private static func set(_ mode: Int, _ path: String) throws {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test("databases, copies and what was restored are their owner's alone")
    func databases() async throws {
      let office = try await Office()
      let folder = office.program.folder
      #expect(try await office.run("init", db: folder.file("new.db")).status == 0)
      #expect(try await office.run("backup", "copy.db").status == 0)
      #expect(try await office.run("restore", "copy.db", db: folder.file("back.db")).status == 0)
      for name in ["new.db", "copy.db", "back.db"] {
        #expect(try Self.mode(folder.file(name)) == 0o600, "\(name)")
      }
    }

    @Test("a file with secrets is its owner's alone, and made for a reason")
    func secrets() async throws {
      let office = try await Office()
      let folder = office.program.folder
      for words in [
        ["key", "create", "--file"], ["people", "person", "add", "name=甲", "phone=13800000001"],
        ["people", "person", "reveal", "1", "reason=x", "--output", "one.txt"],
        ["people", "person", "export", "--reveal", "x", "--output", "all.csv"],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 0, "\(words): \(outcome.err)")
      }
      for name in ["one.txt", "all.csv"] {
        #expect(try Self.mode(folder.file(name)) == 0o600, "\(name)")
      }
      for words in [
        ["people", "person", "reveal", "1", "reason="],
        ["people", "person", "export", "--reveal", ""], ["close", "2021-05", "--reissue", ""],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 64 && outcome.out == "", "\(words): \(outcome.err)")
      }
    }

    @Test(
      "what is replaced keeps its mode, and a symbolic link stays one", arguments: [0o640, 0o600])
    func replaced(_ mode: Int) async throws {
      let office = try await Office()
      let folder = office.program.folder
      try FileManager.default.createDirectory(
        atPath: folder.file("far"), withIntermediateDirectories: false)
      #expect(try await office.run("backup", "far/copy.db").status == 0)
      try folder.write("old", to: "far/report.csv")
      for name in ["copy.db", "report.csv"] {
        try Self.set(mode, folder.file("far/\(name)"))
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(name), withDestinationPath: "far/\(name)")
      }
      for words in [
        ["backup", "copy.db", "--force"],
        ["report", "monthly", "2021-06", "--format", "csv", "--output", "report.csv", "--force"],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 0, "\(outcome.err)")
        let name = words[0] == "backup" ? "copy.db" : "report.csv"
        #expect(try Self.mode(folder.file("far/\(name)")) == mode)
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: folder.file(name))
        #expect(link == "far/\(name)")
        #expect(try folder.read("far/\(name)").count > 100)
      }
      // A file that is no database is replaced as well, and keeps its mode.
      try folder.write("old", to: "far/copy.db")
      #expect(try await office.run("backup", "copy.db", "--force").status == 0)
      #expect(try Self.mode(folder.file("far/copy.db")) == mode)
    }

    @Test("an export with secrets is its owner's alone")
    func revealed() async throws {
      let office = try await Office()
      let folder = office.program.folder
      #expect(try await office.run("key", "create", "--file").status == 0)
      #expect(
        try await office.run("people", "person", "add", "name=甲", "phone=13800000001").status == 0)
      let revealed = try await office.run(
        "people", "person", "export", "--reveal", "test", "--output", "a.csv")
      #expect(revealed.status == 0, "\(revealed.err)")
      #expect(String(decoding: try folder.read("a.csv"), as: UTF8.self).contains("13800000001"))
      #expect(try Self.mode(folder.file("a.csv")) == 0o600)
    }
  }
}
