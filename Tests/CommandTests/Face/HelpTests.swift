import Testing

extension FaceTests {
  /// Help in Chinese, of every command.
  @Suite struct Help {
    @Test("every option and every hole of every command has a Chinese name")
    func names() async throws {
      let program = try Program()
      var commands = try await subcommands(program, [])
      try #require(commands.count > 20)
      for command in commands { commands += try await subcommands(program, command) }
      commands += try await verbs(program).map { ["clinics", "project", $0] }
      for command in commands {
        let lines = try await help(program, command)
        for line in lines where line.hasPrefix("  -") {
          let label = line.dropFirst(2).prefix { $0 != "<" }
          #expect(label.contains { $0 > "\u{2E80}" }, "\(command): \(line)")
        }
        let usage = lines.filter { !$0.hasPrefix("例：") }
        for hole in usage.joined(separator: "\n").matches(of: /<([a-z-]+)>/) {
          Issue.record("\(command): <\(hole.1)>")
        }
      }
    }

    @Test("an option in Chinese is the option, before and after the command, with = and without")
    func options() async throws {
      let office = try await Office()
      for words in [
        ["report", "monthly", "2021-05", "--unit", "水东镇", "--format", "csv"],
        ["--格式", "csv", "月报", "2021-05", "--单位", "水东镇"],
        ["月报", "--月份=2021-05", "--单位=水东镇", "--格式=csv"],
        ["report", "monthly", "--month", "2021-05", "--unit", "水东镇", "--format", "csv"],
        // A month left out is the last full one: today is in June.
        ["月报", "--单位", "水东镇", "--格式", "csv"],
      ] {
        let outcome = try await office.program.run(words)
        #expect(outcome.out.contains("走访,次,50,5,5"), "\(words): \(outcome.out)\(outcome.err)")
      }
      let twice = try await office.program.run(["月报", "--单位", "水东镇", "--unit", "洪林镇"])
      #expect(twice.status == 64)
      let english = try await office.program.run(["看板", "--语言", "en"])
      #expect(english.out.contains("as of"), "\(english.out)")
    }

    @Test("a guess is an option of the same command in the same script, or none")
    func guesses() async throws {
      let program = try Program()
      for (words, wanted) in [
        (["log", "x", "1", "--単位", "甲"], "没有选项 --単位。您是不是要找：--单位？"),
        (["log", "x", "1", "--村"], "没有选项 --村。请用 --help 查看可用的选项。"),
        (["log", "x", "1", "--unti", "甲"], "没有选项 --unti。您是不是要找：--unit？"),
        (["log", "x", "1", "--at", "甲"], "没有选项 --at"),
        (["register", "column", "add", "x", "--db", "y", "--lang", "zh", "--單位"], "没有选项 --單位"),
        (["log", "x", "1", "--年份", "2021"], "您是不是要找：--年度？"),
      ] {
        let outcome = try await program.run(words)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains(wanted), "\(outcome.err)")
      }
    }

    @Test("a register's help has its verbs, fields, stages, and examples that run")
    func register() async throws {
      let office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let added = try await office.run(
        "clinics", "project", "add", "facility=洪林镇卫生院", "year=2021")
      #expect(added.status == 0)
      let help = try await office.program.run(["标准化建设项目", "--help"])
      #expect(help.status == 0)
      for part in ["advance, 推进", "facility", "建设机构", "必填", "现场评估", "可转入"] {
        #expect(help.out.contains(part), "\(part): \(help.out)")
      }
      let example = help.out.split(separator: "\n").first { $0.contains("推进 洪林镇卫生院/2021 现场评估") }
      #expect(example?.hasPrefix("  taizhang 标准化建设项目") == true, "\(help.out)")
      let words = example?.split(separator: " ").dropFirst().map(String.init) ?? []
      #expect(try await office.program.run(words).status == 0)
      // Without a ledger the examples are made up.
      let empty = try await Program().run(["clinics", "project", "--help", "--lang", "en"])
      #expect(empty.out.contains("taizhang clinics project add facility="), "\(empty.out)")
    }

    @Test("a module and its register may have one name")
    func oneName() async throws {
      let office = try await Office()
      for words in [["重点任务", "列表"], ["人员", "列表"], ["plan", "task", "list"]] {
        #expect(try await office.program.run(words).status == 0, "\(words)")
      }
      let added = try await office.program.run(["人员", "添加", "姓名=张三"])
      #expect(added.status == 0, "\(added.err)")
    }

    private func help(_ program: Program, _ command: [String]) async throws -> [Substring] {
      let outcome = try await program.run(command + ["--help"])
      #expect(outcome.status == 0, "\(command): \(outcome.err)")
      return outcome.out.split(separator: "\n")
    }

    /// The commands below one, from its help.
    private func subcommands(_ program: Program, _ command: [String]) async throws -> [[String]] {
      let lines = try await help(program, command).drop { $0 != "命令：" }.dropFirst()
      return lines.prefix { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(whereSeparator: { " ,".contains($0) }).first.map(String.init) }
        .filter { !$0.contains("各命令") }.map { command + [$0] }
    }

    private func verbs(_ program: Program) async throws -> [String] {
      try await subcommands(program, ["clinics", "project"]).compactMap(\.last)
    }
  }
}
