import Foundation
import Testing

extension BreakingTests {
  /// Whatever happens while a key is made or changed, the secrets can be read afterwards. No number
  /// here is anybody's.
  @Suite struct KeyFaults {
    private static let number = "11010119000307015X"

    private static func folder(_ office: Office) -> String {
      office.program.folder.path + "/.config/taizhang"
    }

    /// An office with a key file and one person, whose record is `-1`.
    private static func office() async throws -> Office {
      let office = try await Office()
      for words in [
        ["key", "create", "--file"], ["people", "person", "add", "name=甲", "id-number=\(number)"],
      ] {
        let outcome = try await office.program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
      }
      return office
    }

    /// The key file and what waits beside it, without the keys of before.
    private static func names(_ office: Office) -> [String] {
      let all = try? FileManager.default.contentsOfDirectory(atPath: folder(office))
      return (all ?? []).filter { !$0.hasSuffix(".old") }
    }

    private static func expectReadable(_ office: Office, _ comment: Comment) async throws {
      let shown = try await office.run("people", "person", "reveal", "1", "reason=test")
      #expect(shown.out.contains(number), "\(comment) → \(shown.err) \(names(office))")
    }

    private static let hows = [FailingCalls.How.fails(EIO), .fails(ENOSPC), .kills]

    @Test(
      "a change that fails or is killed at any call loses nothing",
      .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot), arguments: hows)
    func change(_ how: FailingCalls.How) async throws {
      let office = try await Self.office()
      let start = try office.state(folders: [Self.folder(office)])
      try await office.eachCall(how, ["key", "change", "--file"], from: start, rounds: 24) {
        outcome, comment in
        try await Self.expectReadable(office, comment)
        if outcome.status == 0 { #expect(outcome.out.contains("密钥已更换"), comment) }
        // A key waits only where the database may have taken it.
        if outcome.status == 74, !outcome.err.contains("journal list") {
          #expect(Self.names(office).count == 1, comment)
        }
        // What was left behind is settled by the next change.
        let next = try await office.run("key", "change", "--file")
        #expect(next.status == 0, "\(comment) → \(next.err)")
        try await Self.expectReadable(office, comment)
        #expect(Self.names(office).count == 1, comment)
      }
    }

    @Test(
      "making a key fails or is killed at any call: there is a key with its file, or none",
      .enabled(if: FailingCalls.canPreload, FailingCalls.whyNot),
      arguments: [FailingCalls.How.fails(EIO), .kills])
    func create(_ how: FailingCalls.How) async throws {
      let office = try await Office()
      try FileManager.default.createDirectory(
        atPath: Self.folder(office), withIntermediateDirectories: true)
      let start = try office.state(folders: [Self.folder(office)])
      try await office.eachCall(how, ["key", "create", "--file"], from: start, rounds: 18) {
        outcome, comment in
        let again = try await office.run("key", "create", "--file")
        #expect(again.status == 0 || again.err.contains("There is a key already"), comment)
        #expect(Self.names(office).contains { $0.hasSuffix(".key") }, comment)
        let added = try await office.run("people", "person", "add", "name=甲", "phone=13800000001")
        #expect(added.status == 0, "\(comment) → \(added.err)")
        // Where it was stopped between its two names, the next change takes the other away.
        #expect(try await office.run("key", "change", "--file").status == 0, comment)
        #expect(Self.names(office).count == 1, comment)
      }
    }

    @Test("a key that waited is kept when a passphrase takes its place, since copies may need it")
    func passphrase() async throws {
      let office = try await Self.office()
      let site = try #require(Self.names(office).first?.split(separator: ".").first)
      let key = "\(Self.folder(office))/\(site).key"
      // As after a change that was stopped before the new key got its name.
      let waiting = "\(key).\(site).1.none.new"
      try FileManager.default.moveItem(atPath: key, toPath: waiting)
      try Office.write(
        key: Data(repeating: 7, count: 32), to: "\(key).\(site).2.none.new")
      #expect(try await office.run("backup", "copy.db").status == 0)
      let changed = try await office.program.run(
        ["key", "change"], variables: ["TAIZHANG_NEW_PASSPHRASE": "correct horse 42"])
      #expect(changed.status == 0, "\(changed.err)")
      #expect(Self.names(office).isEmpty)
      #expect(try await office.run("restore", "copy.db", "--force").status == 0)
      try await Self.expectReadable(office, "restored")
    }

    @Test("a backup of before a change of the key file is opened by the file that was kept")
    func olderBackup() async throws {
      let office = try await Self.office()
      #expect(try await office.run("backup", "copy.db").status == 0)
      for _ in 0..<2 { #expect(try await office.run("key", "change", "--file").status == 0) }
      let restored = try await office.run("restore", "copy.db", "--force")
      #expect(restored.status == 0, "\(restored.err)")
      // It replaced two changes of the key, and says so.
      #expect(restored.out.contains("#7·") && !restored.out.contains("另一把"), "\(restored.out)")
      try await Self.expectReadable(office, "restored")
      // It goes on with its own key, and what was made since opens as well.
      #expect(try await office.run("backup", "later.db").status == 0)
      let changed = try await office.run("key", "change", "--file")
      #expect(changed.status == 0, "\(changed.err)")
      for copy in ["later.db", "copy.db"] {
        #expect(try await office.run("restore", copy, "--force").status == 0)
        try await Self.expectReadable(office, "\(copy)")
      }
      try await office.expectSound()
    }

    @Test("a key of before in the place of a new one is kept where the program finds it")
    func fromPassphrase() async throws {
      let office = try await Self.office()
      var program = office.program
      #expect(try await office.run("backup", "one.db").status == 0)
      #expect(try await office.run("key", "change", "--file").status == 0)
      #expect(try await office.run("backup", "two.db").status == 0)
      #expect(try await office.run("restore", "one.db", "--force").status == 0)
      program.environment["TAIZHANG_PASSPHRASE"] = "correct horse 42"
      program.environment["TAIZHANG_NEW_PASSPHRASE"] = "correct horse 42"
      #expect(try await program.run(["key", "change"]).status == 0)
      let changed = try await program.run(["key", "change", "--file"])
      #expect(changed.status == 0 && changed.out.contains(".old"), "\(changed.out)\(changed.err)")
      for copy in ["two.db", "one.db"] {
        #expect(try await office.run("restore", copy, "--force").status == 0)
        try await Self.expectReadable(office, "\(copy)")
      }
    }

    @Test("no file takes the place of a key, wherever it lies")
    func elsewhere() async throws {
      let office = try await Self.office()
      let folder = office.program.folder
      let key = "\(Self.folder(office))/\(Self.names(office)[0])"
      try FileManager.default.moveItem(atPath: key, toPath: folder.file("mine"))
      #expect(try await office.run("backup", "copy.db").status == 0)
      let bytes = try folder.read("mine")
      for words in [
        ["unit", "list", "--output", "mine"], ["backup", "mine"], ["demo", "--output", "mine"],
        ["restore", "copy.db", "--db", "mine"],
      ] {
        let outcome = try await office.program.run(words + ["--force"])
        #expect(outcome.status == 73 && outcome.err.contains("mine"), "\(words): \(outcome.err)")
        #expect(try folder.read("mine") == bytes, "\(words)")
      }
    }

    @Test("a restore says that the key at hand is not the backup's", arguments: ["file", "words"])
    func foreignKey(_ kind: String) async throws {
      let office = try await Self.office()
      var variables: [String: String] = [:]
      if kind == "words" {
        variables["TAIZHANG_PASSPHRASE"] = "correct horse 42"
        variables["TAIZHANG_NEW_PASSPHRASE"] = "correct horse 42"
        #expect(try await office.program.run(["key", "change"], variables: variables).status == 0)
        variables["TAIZHANG_PASSPHRASE"] = "another horse 42"
      }
      #expect(try await office.run("backup", "copy.db").status == 0)
      try FileManager.default.removeItem(atPath: Self.folder(office))
      let restored = try await office.program.run(
        ["restore", "copy.db", "--force"], variables: variables)
      #expect(restored.status == 0, "\(restored.err)")
      #expect(restored.out.contains("另一把"), "\(restored.out)")
    }

    @Test("two at once, again and again: one key, which opens the secrets")
    func twoAtOnce() async throws {
      let office = try await Office()
      let start = try office.state(folders: [Self.folder(office)])
      for round in 0..<100 {
        try start.putBack()
        let made = try await Self.both(
          office, ["key", "create", "--file"], ["key", "create", "--file"])
        #expect(made == [0, 65], "round \(round)")
        let added = try await office.run(
          "people", "person", "add", "name=甲", "id-number=\(Self.number)")
        #expect(added.status == 0, "round \(round): \(added.err) \(Self.names(office))")
        // Each changes what it finds: both, or one that comes too late for the file it read.
        let changed = try await Self.both(
          office, ["key", "change", "--file"], ["key", "change", "--file"])
        #expect(changed.first == 0, "round \(round): \(changed)")
        try await Self.expectReadable(office, "round \(round)")
        #expect(Self.names(office).count == 1)
      }
      try await office.expectSound()
    }

    @Test("a ledger and its copy at once, whose keys have one place: each has its key")
    func copies() async throws {
      let office = try await Office()
      let start = try office.state(folders: [Self.folder(office)])
      for round in 0..<30 {
        try start.putBack()
        let added = ["people", "person", "add", "name=甲", "id-number=\(Self.number)"]
        for words in [["key", "create", "--file"], added, ["backup", "copy.db", "--force"]] {
          #expect(try await office.program.run(words).status == 0, "round \(round)")
        }
        let changed = try await Self.both(
          office, ["key", "change", "--file"], ["key", "change", "--file", "--db", "copy.db"])
        #expect(changed == [0, 0], "round \(round)")
        try await Self.expectReadable(office, "round \(round)")
        let copied = try await office.run(
          "people", "person", "reveal", "1", "id-number", "reason=x", "--db", "copy.db")
        #expect(copied.out.contains(Self.number), "round \(round): \(copied.err)")
      }
    }

    /// A shell starts them nearer to each other than a test could.
    ///
    /// - Returns: their exit statuses, in ascending order.
    private static func both(
      _ office: Office, _ one: [String], _ other: [String]
    ) async throws -> [Int32] {
      let script =
        "\"$TAIZHANG\" \(one.joined(separator: " ")) > /dev/null & \"$TAIZHANG\" "
        + "\(other.joined(separator: " ")) > /dev/null; echo $?; wait $!; echo $?"
      let outcome = try await office.program.tool("sh", "-c", script)
      return outcome.out.split(separator: "\n").compactMap { Int32($0) }.sorted()
    }

    @Test(
      "a key file that others may read is refused, and said how to mend", arguments: [0o640, 0o604])
    func exposed(_ mode: Int) async throws {
      let office = try await Self.office()
      let key = "\(Self.folder(office))/\(Self.names(office)[0])"
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: key)
      for (language, part) in [("zh", "密钥"), ("en", "key file")] {
        let shown = try await office.run(
          "people", "person", "reveal", "1", "reason=test", language: language)
        #expect(shown.status == 65)
        #expect(shown.err.contains(part) && shown.err.contains("chmod 600"), "\(shown.err)")
        #expect(!shown.out.contains(Self.number))
      }
      #expect(try await office.run("people", "person", "list").status == 0)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
      try await Self.expectReadable(office, "mended")
    }

    @Test("a pipe in the place of a key file is not waited for")
    func pipe() async throws {
      let office = try await Self.office()
      let pipe = office.program.folder.file("pipe")
      try await office.program.tool("mkfifo", "-m", "600", pipe)
      let shown = try await office.program.run(
        ["people", "person", "reveal", "1", "reason=test"],
        variables: ["TAIZHANG_KEY_FILE": pipe], within: .seconds(20))
      #expect(!shown.timedOut && shown.status == 65, "\(shown.err)")
    }

    @Test("a key of another database waiting under the same name is left alone")
    func sharedName() async throws {
      let office = try await Self.office()
      let waiting = "\(Self.folder(office))/\(Self.names(office)[0]).ABCD.1.none.new"
      try Office.write(key: Data(repeating: 7, count: 32), to: waiting)
      #expect(try await office.run("key", "change", "--file").status == 0)
      #expect(FileManager.default.fileExists(atPath: waiting))
    }
  }
}
