import Foundation
import Testing

extension FaultTests {
  /// What is no UTF-8 is kept nowhere as something else: it is refused at every door.
  @Suite struct Encodings {
    /// A name as GB 18030 writes it.
    private static let bytes = "$(printf '\\325\\305\\303\\364')"

    @Test(
      "a word of the command that is no text is refused, by its place",
      arguments: [
        ("log work.visits 1 --unit 洪林镇 --note \"?\"", 7), ("--as=\"?\" unit list", 1),
        ("setting set filler \"?\"", 4), ("log work.visits 1 --unit \"?\"", 5),
        ("import \"?.csv\"", 2), ("backup \"?.db\"", 2), ("unit list --output \"?\"", 4),
        ("unit list --db \"?\"", 4), ("verify --lang \"?\"", 3),
      ])
    func words(_ command: String, _ place: Int) async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let words = command.replacingOccurrences(of: "?", with: Self.bytes)
      for (language, part) in [("zh", "第 \(place) 个词"), ("en", "Word \(place) of")] {
        let outcome = try await office.program.tool(
          "sh", "-c", "TAIZHANG_LANG=\(language) \"$TAIZHANG\" \(words)")
        #expect(outcome.status == 64, "\(outcome.out)\(outcome.err)")
        let said = command.contains("--lang") ? "第 \(place) 个词" : part
        #expect(outcome.err.contains(said), "\(outcome.err)")
      }
      #expect(try office.snapshot() == before)
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      #expect(names == ["台账.db"])
    }

    @Test(
      "a variable that is no text is refused, by its name",
      arguments: [
        "TAIZHANG_ACTOR", "TAIZHANG_DB", "TAIZHANG_TODAY", "TAIZHANG_KEY_FILE",
        "TAIZHANG_PASSPHRASE", "XDG_CONFIG_HOME", "HOME",
      ])
    func variables(_ name: String) async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let outcome = try await office.program.tool(
        "sh", "-c",
        "export \(name)=\"\(Self.bytes)\"; \"$TAIZHANG\" log work.visits 1 --unit 洪林镇")
      #expect(outcome.status == 64 && outcome.err.contains(name), "\(outcome.err)")
      #expect(try office.snapshot() == before)
    }

    @Test("a line of standard input that is no text is refused, by its number")
    func standardInput() async throws {
      let office = try await Office()
      let outcome = try await office.program.run(
        ["clinics", "project", "set", "-", "year=2021", "--yes"],
        input: Data("编号\n1\n".utf8) + [0xD5, 0xC5, 0x0A])
      #expect(outcome.status == 65 && outcome.err.contains("第 3 行"), "\(outcome.err)")
    }

    @Test("in a folder whose name is no text, a database is made and found")
    func folder() async throws {
      let office = try await Office()
      let outcome = try await office.program.tool(
        "sh", "-c",
        """
        mkdir "\(Self.bytes)" && cd "\(Self.bytes)" && "$TAIZHANG" init --db a.db \
          && "$TAIZHANG" verify --db a.db && ls
        """)
      #expect(outcome.status == 0 && outcome.out.hasSuffix("a.db\n"), "\(outcome.err)")
    }

    @Test("an answer that is no text is asked for again")
    func prompts() async throws {
      let office = try await Office()
      let name: [UInt8] = [0xD5, 0xC5, 0x0A]
      let record = try PseudoTerminal(office.program, "clinics", "project", "add")
      try await record.expect("建设机构*")
      record.type(name)
      try await record.expect("UTF-8")
      try await record.expect("建设机构*")
      record.type("\u{4}")
      #expect(try await record.end() == 65)
      let key = try PseudoTerminal(office.program, "key", "create")
      try await key.expect("新口令：")
      key.type(name)
      try await key.expect("UTF-8")
      for question in ["新口令：", "再输一遍："] {
        try await key.expect(question)
        key.type("correct horse 42\n")
      }
      #expect(try await key.end() == 0)
      try await office.expectSound()
    }
  }
}
