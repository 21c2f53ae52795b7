import Foundation
import Testing

extension FaultTests {
  /// Keys in files, and what is left of a secret in the files of a database. No number here is
  /// anybody's.
  @Suite struct SecretFiles {
    private static let number = "11010119000307015X"
    private static let name = "销毁前的姓名"

    /// An office with a key file and one person, whose record is `-1`.
    private func office() async throws -> Office {
      let office = try await Office()
      for words in [
        ["key", "create", "--file"],
        [
          "people", "person", "add", "name=\(Self.name)", "id-number=\(Self.number)",
          "note=住在洪林镇某处",
        ],
      ] {
        let outcome = try await office.program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
      }
      return office
    }

    private func keyFiles(_ office: Office) throws -> [String] {
      let folder = office.program.folder.path + "/.config/taizhang"
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
        "\(folder)/\($0)"
      }
    }

    /// All bytes of the database and of what lies beside it.
    private func bytes(_ office: Office) -> Data {
      ["", "-wal", "-shm"].reduce(into: Data()) { all, suffix in
        all += (try? Data(contentsOf: URL(fileURLWithPath: office.path + suffix))) ?? Data()
      }
    }

    private func contains(_ office: Office, _ text: String) -> Bool {
      bytes(office).range(of: Data(text.utf8)) != nil
    }

    @Test("a key file is its owner's alone, and opens the secrets by itself")
    func keyFile() async throws {
      let office = try await office()
      let files = try keyFiles(office)
      #expect(files.count == 1)
      let facts = try FileManager.default.attributesOfItem(atPath: files[0])
      #expect((facts[.posixPermissions] as? Int) == 0o600)
      let shown = try await office.run("people", "person", "reveal", "1", "reason=test")
      #expect(shown.out.contains(Self.number))
      #expect(!contains(office, Self.number))
    }

    @Test("a key file that is another's, cut short or gone: told apart, nothing written")
    func wrongKeyFile() async throws {
      let office = try await office()
      let key = try keyFiles(office)[0]
      let whole = try Data(contentsOf: URL(fileURLWithPath: key))
      let cases: [(Data?, String)] = [
        (Data(repeating: 1, count: 32), "not this database's"), (whole.dropLast(), "not found"),
        (Data(), "not found"), (nil, "not found"),
      ]
      for (bytes, words) in cases {
        try? FileManager.default.removeItem(atPath: key)
        try bytes.map { try Office.write(key: $0, to: key) }
        let before = try office.snapshot()
        for command in [
          ["people", "person", "reveal", "1", "reason=test"],
          ["people", "person", "add", "name=王五", "phone=13800000001"], ["key", "change"],
        ] {
          let outcome = try await office.program.run(
            command, variables: ["TAIZHANG_LANG": "en", "TAIZHANG_NEW_PASSPHRASE": "long enough"])
          #expect(outcome.status == 65)
          #expect(outcome.err.contains(words), "\(outcome.err)")
        }
        #expect(try office.snapshot() == before)
        // Lists go on without the key.
        let list = try await office.run("people", "person", "list")
        #expect(list.status == 0)
        #expect(list.out.contains("**…**"))
      }
    }

    @Test("a key file of something else is not replaced")
    func foreignKeyFile() async throws {
      let office = try await Office()
      let other = office.program.folder.file("其他.key")
      try Office.write(key: Data(repeating: 9, count: 32), to: other)
      let outcome = try await office.program.run(
        ["key", "create", "--file"], variables: ["TAIZHANG_KEY_FILE": other])
      #expect(outcome.status == 73)
      // Which --force would not help.
      #expect(outcome.err.contains("TAIZHANG_KEY_FILE") && !outcome.err.contains("--force"))
      #expect(try office.program.folder.read("其他.key") == Data(repeating: 9, count: 32))
      let show = try await office.run("key", "show", "--format", "json")
      #expect(show.out == "{\"key\":null}\n")
    }

    @Test("a list with secrets is its owner's alone, whatever file it takes the place of")
    func export() async throws {
      let office = try await office()
      let path = office.program.folder.file("list.csv")
      for mode in [0o644, 0o600, 0o400] {
        try? FileManager.default.removeItem(atPath: path)
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let outcome = try await office.run(
          "people", "person", "export", "--reveal", "test", "--output", path, "--force")
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(
          String(decoding: try office.program.folder.read("list.csv"), as: UTF8.self)
            .contains(Self.number))
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect((facts[.posixPermissions] as? Int) == mode & 0o600)
      }
      let lost = try await office.run(
        "people", "person", "export", "--reveal", "test", "--output", "none/list.csv")
      #expect(lost.status == 73)
      #expect(lost.err.contains("Run it again") && !lost.err.contains("Do not do it again"))
    }

    @Test("what was erased lies nowhere in the files")
    func erased() async throws {
      let office = try await office()
      #expect(contains(office, Self.name))
      // Something later, so that the record's pages are not the newest.
      for amount in 1...5 {
        _ = try await office.run("log", "work.visits", "\(amount)", "--unit", "洪林镇")
      }
      let outcome = try await office.run("people", "person", "erase", "1", "document-no=1", "--yes")
      #expect(outcome.status == 0, "\(outcome.err)")
      #expect(!contains(office, Self.name))
      #expect(!contains(office, "住在洪林镇某处"))
      try await office.expectSound()
    }

    @Test("an old passphrase opens nothing, even for who keeps the file")
    func changed() async throws {
      let office = try await office()
      let change = try await office.program.run(
        ["key", "change"], variables: ["TAIZHANG_NEW_PASSPHRASE": "a new passphrase"])
      #expect(change.status == 0, "\(change.err)")
      let old = try await office.run("people", "person", "reveal", "1", "reason=test")
      #expect(old.status == 65)
      let new = try await office.program.run(
        ["people", "person", "reveal", "1", "reason=test"],
        variables: ["TAIZHANG_PASSPHRASE": "a new passphrase"])
      #expect(new.out.contains(Self.number))
    }

    @Test("a change of the key that is killed leaves the old or the new one")
    func killed() async throws {
      let office = try await office()
      let whole = try await ContinuousClock().measure {
        _ = try await office.run("key", "change", "--file")
      }
      for round in 0..<15 {
        let child = try office.program.start(["key", "change", "--file"])
        try await Task.sleep(for: whole * Double.random(in: 0...1.2))
        child.signal(SIGKILL)
        _ = try await child.wait()
        let shown = try await office.run("people", "person", "reveal", "1", "reason=test")
        #expect(shown.out.contains(Self.number), "round \(round): \(shown.err)")
      }
      try await office.expectSound()
    }
  }
}

extension Office {
  /// Writes a key file that is its owner's alone.
  static func write(key: Data, to path: String) throws {
    try key.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
