import Foundation
import Testing

extension FaceTests {
  /// What help shows as an example is taken by the program.
  @Suite struct Examples {
    /// A district with units of every kind, a key for secrets, and posts whose codes are the numbers of others.
    private func office() async throws -> Program {
      let program = try Program()
      let units = [
        "d,,宣州区,district", "t1,d,洪林镇,township", "t2,d,水东镇,township", "v1,t1,甲村,village",
        "v2,t1,乙村,village", "h1,t1,洪林镇卫生院,hospital", "h2,t2,水东镇卫生院,hospital",
        "c1,v1,甲村卫生室,clinic", "e1,d,大厂,enterprise", "s1,d,一中,school", "a1,d,卫健委,agency",
      ]
      let file = "code,parent,name,kind\n" + units.map { $0 + "\n" }.joined()
      try Data(file.utf8).write(to: URL(fileURLWithPath: program.folder.file("u.csv")))
      let post = ["workforce", "post", "add", "hospital=h1", "year=2021", "title=医师", "openings=5"]
      for words in [
        ["init"], ["import", "u.csv"], ["setting", "set", "unit", "d"],
        ["key", "create", "--file"],
        post + ["code=2"], post + ["code=1"],
      ] {
        let outcome = try await program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
      }
      return program
    }

    @Test(
      "every example of every register's help, with records and without, in both languages",
      arguments: ["zh", "en"])
    func registers(language: String) async throws {
      let program = try await office()
      let list = try await program.run(["register", "list", "--format", "json"])
      let registers = try #require(
        try JSONSerialization.jsonObject(with: list.output) as? [[String: Any]]
      ).compactMap { $0["register"] as? String }
      #expect(registers.count > 15)
      // Some registers name records of others, which come first.
      var refused: [String: [String]] = [:]
      var left = registers
      for _ in 0..<3 {
        for register in left {
          refused[register] = try await refusals(of: register, language, program)
        }
        left = left.filter { refused[$0]?.isEmpty == false }
      }
      #expect(left.isEmpty, "\(left.map { refused[$0] ?? [] })")
      // Once more, beside what all of them made.
      for register in registers {
        #expect(try await refusals(of: register, language, program) == [])
      }
    }

    /// The examples that are refused, each shown as the ledger is after those before it.
    private func refusals(
      of register: String, _ language: String, _ program: Program
    ) async throws -> [String] {
      let variables = ["TAIZHANG_LANG": language, "COLUMNS": "300"]
      var (refused, place): ([String], Int) = ([], 0)
      while true {
        let words = register.split(separator: ".").map(String.init)
        let help = try await program.run(words + ["--help"], variables: variables)
        let lines = help.out.split(separator: "\n").drop { !["例：", "EXAMPLES:"].contains($0) }
        let examples = lines.dropFirst().prefix { $0.hasPrefix("  taizhang ") }.map(self.words)
        guard examples.indices.contains(place) else { break }
        let outcome = try await program.run(examples[place], variables: variables)
        if outcome.status != 0 { refused.append("\(examples[place]): \(outcome.err)") }
        place += 1
      }
      return place > 2 ? refused : ["\(register) has \(place) examples"]
    }

    @Test("the example of every command is one that can be read")
    func commands() async throws {
      let program = try await office()
      let names = try await below([], program)
      var commands = names.map { [$0] }
      for name in names { commands += try await below([name], program).map { [name, $0] } }
      commands += try await below(["clinics", "project"], program).map {
        ["clinics", "project", $0]
      }
      var seen: Set<String> = []
      for command in commands {
        let help = try await program.run(
          command + ["--help"], variables: ["COLUMNS": "300"])
        let lines = help.out.split(separator: "\n").filter { $0.hasPrefix("例：taizhang ") }
        for line in lines where seen.insert(String(line)).inserted {
          let words = words(line)
          // These ask at a terminal.
          if ["menu", "key change"].contains(words.prefix(2).joined(separator: " ")) { continue }
          let outcome = try await program.run(words)
          #expect(outcome.status != 64, "\(line): \(outcome.err)")
        }
      }
      #expect(seen.count > 50)
    }

    @Test(
      "what help of a verb shows is of the register that was asked about, with records and without")
    func verbs() async throws {
      let program = try await office()
      let paths = [["clinics", "course"], ["workforce", "post"], ["people", "person"]]
      for path in paths {
        var shown = 0
        for verb in try await below(path, program) {
          let help = try await program.run(
            path + [verb, "--help"], variables: ["COLUMNS": "300", "TAIZHANG_LANG": "en"])
          let example = help.out.split(separator: "\n").first { $0.hasPrefix("Example: ") }
          guard let example else { continue }
          shown += 1
          #expect(
            example.hasPrefix("Example: taizhang \(path.joined(separator: " ")) "), "\(example)")
        }
        // A register without stages has none for `advance`, one without secrets none for `reveal`.
        #expect(shown > 9)
      }
      for item in ["second-round", "staffing"] {
        let help = try await program.run(["workforce", item, "--help"])
        #expect(help.out.contains("例：taizhang workforce \(item) "), "\(help.out)")
      }
    }

    private func below(_ command: [String], _ program: Program) async throws -> [String] {
      let lines = try await program.run(command + ["--help"]).out
        .split(separator: "\n", omittingEmptySubsequences: false)
      return lines.drop { $0 != "命令：" }.dropFirst()
        .prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") && !$0.contains("各命令") }
        .compactMap { $0.split(whereSeparator: { " ,".contains($0) }).first.map(String.init) }
    }

    /// The words after the program's name, as a shell parts them.
    private func words(_ line: Substring) -> [String] {
      var (words, isQuoted): ([String], Bool) = ([""], false)
      for character in line {
        switch character {
        case "'": isQuoted.toggle()
        case " " where !isQuoted: words.append("")
        default: words[words.count - 1].append(character)
        }
      }
      return Array(words.filter { !$0.isEmpty }.dropFirst())
    }
  }
}
