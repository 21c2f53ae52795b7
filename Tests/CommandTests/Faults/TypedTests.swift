import Foundation
import Testing

extension FaultTests {
  /// Slips of the hand in what is typed or written into a list.
  @Suite struct Typed {
    @Test(
      "an option that takes one value is given once",
      arguments: [
        ["log", "work.visits", "1", "--unit", "洪林镇", "--on", "2021-06-02", "--on", "2021-06-03"],
        ["log", "work.visits", "1", "--unit", "洪林镇", "--unit=水东镇"],
        ["target", "set", "work.visits", "9", "--year=2021", "--year", "2022"],
        ["unit", "close", "洪林镇", "--on", "2021-06-01", "--on", "2021-06-02"],
        ["unit", "list", "--format", "csv", "--format", "json"],
        ["people", "person", "list", "--sort", "name", "--sort", "-name"],
        ["entry", "list", "--indicator", "work.visits", "--indicator", "work.money"],
      ])
    func once(_ words: [String]) async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let twice = Dictionary(grouping: words.map { $0.prefix { $0 != "=" } }) { $0 }
        .first { $0.key.hasPrefix("--") && $0.value.count > 1 }
      let option = String(try #require(twice?.key))
      let values = words.indices.compactMap { index -> String? in
        if words[index] == option { return words[index + 1] }
        return words[index].hasPrefix(option + "=")
          ? String(words[index].dropFirst(option.count + 1)) : nil
      }
      for language in ["zh", "en"] {
        let outcome = try await office.program.run(words, variables: ["TAIZHANG_LANG": language])
        #expect(outcome.status == 64, "\(outcome.out)\(outcome.err)")
        #expect(
          ([option] + values).allSatisfy { outcome.err.contains($0) }, "\(outcome.err)")
        #expect(try office.snapshot() == before)
      }
    }

    @Test("what may be given several times still may, and a flag as well")
    func several() async throws {
      let office = try await Office()
      for words in [
        ["unit", "add", "9", "--name", "甲村", "--kind", "village", "--parent", "洪林镇"]
          + ["--alias", "乙", "--alias", "丙"],
        ["report", "monthly", "2021-05", "--indicator", "work.visits"]
          + ["--indicator", "work.money"],
        ["people", "person", "list", "--force", "--force"],
        ["log", "work.visits", "1", "--unit", "洪林镇", "--note", "a", "--", "--note"],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.status == 0 || words.contains("--"), "\(words): \(outcome.err)")
        #expect(!outcome.err.contains("只能写一次"), "\(outcome.err)")
      }
    }

    /// What the parser takes, as it tells it itself.
    private struct Dump: Decodable {
      struct Command: Decodable {
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?
      }
      struct Argument: Decodable {
        struct Name: Decodable {
          var kind: String
          var name: String
        }
        var kind: String
        var isRepeating: Bool
        var names: [Name]?
      }
      var command: Command
    }

    @Test("every flag and every option that may be repeated is known to be one")
    func known() async throws {
      let outcome = try await Program().run(["--experimental-dump-help"])
      let root = try JSONDecoder().decode(Dump.self, from: outcome.output).command
      var flags: Set<String> = []
      var options: Set<String> = []
      var repeated: [String: Set<String>] = [:]
      func walk(_ command: Dump.Command, _ first: String?) {
        for argument in command.arguments ?? [] {
          let names = (argument.names ?? []).filter { $0.kind == "long" }.map { "--\($0.name)" }
          if argument.kind == "flag" {
            flags.formUnion(names)
          } else if argument.kind == "option" {
            options.formUnion(names)
            if argument.isRepeating { repeated[first ?? "", default: []].formUnion(names) }
          }
        }
        for verb in command.subcommands ?? [] { walk(verb, first ?? verb.commandName) }
      }
      walk(root, nil)
      #expect(flags.intersection(options).isEmpty)
      let office = try await Office()
      // These are checked before they are counted.
      options.subtract(["--lang", "--color", "--format", "--today"])
      for option in options.sorted() {
        let isRepeated = repeated.values.contains { $0.contains(option) }
        let outcome = try await office.run("verify", option, "1", option, "2")
        #expect(outcome.err.contains("more than once") || isRepeated, "\(option): \(outcome.err)")
      }
      for flag in flags.sorted() {
        let outcome = try await office.run("verify", flag, "1", flag, "2")
        #expect(!outcome.err.contains("more than once"), "\(flag)")
      }
      #expect(
        repeated == [
          "form": ["--from", "--unit"], "record": ["--where"], "report": ["--indicator"],
          "unit": ["--alias"],
        ],
        "also said in OnceOnly")
    }

    @Test("the first closing of a month far from all others is asked about")
    func farFirst() async throws {
      let program = try Program()
      for words in [
        ["init", "--bare"], ["unit", "add", "1", "--name", "县", "--kind", "county"],
        ["indicator", "add", "a.b", "--name", "乙", "--kind", "flow", "--measure", "个"],
        ["log", "a.b", "3", "--unit", "1", "--on", "2021-05-06"],
      ] {
        let outcome = try await program.run(words)
        try #require(outcome.status == 0, "\(words): \(outcome.err)")
      }
      for month in ["1900-01", "1948-12", "1921-06", "2019-05", "2021-04"] {
        for (language, part) in [("zh", "第一个要结账的月份"), ("en", "the first month to be closed")] {
          let outcome = try await program.run(
            ["close", month], variables: ["TAIZHANG_LANG": language])
          #expect(outcome.status == 65, "\(month): \(outcome.out)")
          let isYear = month < "1949"
          #expect(
            outcome.err.contains(isYear ? "1949" : part)
              && outcome.err.contains("--yes") == !isYear, "\(outcome.err)")
        }
      }
      #expect(try await program.run(["close", "1948-12", "--yes"]).status == 65)
      #expect(try await program.run(["close", "2021-04", "--yes"]).status == 0)
      #expect(try await program.run(["close", "2021-05"]).status == 0)
    }

    @Test("a mark that turns the direction of writing is refused at every door")
    func directions() async throws {
      let office = try await Office()
      let before = try office.snapshot()
      for mark in ["\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{061C}"] {
        try office.program.folder.write(
          "code,parent,name,kind\n8,341802,甲\(mark)乙,village\n", to: "units.csv")
        for words in [
          ["log", "work.visits", "1", "--unit", "洪林镇", "--note", "a\(mark)b"],
          ["unit", "add", "9\(mark)", "--name", "乙", "--kind", "village", "--parent", "洪林镇"],
          ["people", "person", "add", "name=甲\(mark)"], ["import", "units.csv"],
          ["setting", "set", "phone", "1", "--as", "张\(mark)敏"],
        ] {
          for (language, part) in [("zh", "改变文字方向"), ("en", "direction of writing")] {
            let outcome = try await office.program.run(
              words, variables: ["TAIZHANG_LANG": language])
            #expect([64, 65].contains(outcome.status), "\(words): \(outcome.out)")
            #expect(outcome.err.contains(part) && !outcome.err.contains(mark), "\(outcome.err)")
          }
        }
      }
      #expect(try office.snapshot() == before)
    }

    @Test(
      "where nothing says which folder is the user's, it is said, and nothing is made elsewhere")
    func home() async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let empty = ["HOME": "", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""]
      let names = try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path)
      for words in [["unit", "list"], ["init"], ["restore", office.path]] {
        let outcome = try await office.program.run(
          words, variables: empty.merging(["TAIZHANG_DB": ""]) { $1 })
        #expect(outcome.status == 64 && outcome.err.contains("HOME"), "\(words) \(outcome.err)")
        #expect(outcome.err.contains("--db"))
      }
      let key = try await office.program.run(["key", "create", "--file"], variables: empty)
      #expect(key.status == 64 && key.err.contains("TAIZHANG_KEY_FILE"), "\(key.err)")
      let list = try await office.program.run(["unit", "list"], variables: empty)
      #expect(list.status == 0, "\(list.err)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: office.program.folder.path) == names)
      #expect(try office.snapshot() == before)
    }

    @Test("a line break within a key, and another first day of values by day, are pointed out")
    func lists() async throws {
      let office = try await Office()
      try await office.addHospital("h1", name: "卫生院")
      let header = "code,hospital,year,title,openings,approved-on,Openings by day\n"
      for (row, parts) in [
        ("\"R\n1\",h1,2021,护士,2,2021-03-01,", ["R 1", "line break"]),
        ("R1,h1,2021,护士,4,2021-02-01,4@2021-04-01", ["2021-04-01", "2021-02-01"]),
        ("R1,h1,2021,护士,3,2021-03-10,2@2021-03-01;3@2021-06-15", ["2021-03-01", "2021-03-10"]),
      ] {
        try office.program.folder.write(header + row + "\n", to: "posts.csv")
        let outcome = try await office.run("workforce", "post", "import", "posts.csv")
        #expect(outcome.status == 65, "\(row): \(outcome.out)")
        #expect(parts.allSatisfy { outcome.err.contains($0) }, "\(outcome.err)")
      }
      // Around a key a line break parts nothing.
      try office.program.folder.write(
        header + "\"R1\n\",h1,2021,护士,3,2021-03-01,2@2021-03-01;3@2021-06-15\n", to: "posts.csv")
      let outcome = try await office.run("workforce", "post", "import", "posts.csv")
      #expect(outcome.status == 0, "\(outcome.err)")
      // Nor does a later start day leave a step behind in silence.
      try office.program.folder.write(
        header + "R1,h1,2021,护士,3,2021-03-10,2@2021-03-01;3@2021-06-15\n", to: "posts.csv")
      let later = try await office.run("workforce", "post", "import", "posts.csv")
      #expect(later.status == 65, "\(later.out)")
    }
  }
}
