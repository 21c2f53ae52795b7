import Glibc
import Testing

extension FaultTests {
  /// What the program asks at a terminal, where it may be interrupted in the midst of it.
  @Suite struct Terminals {
    @Test("a passphrase is asked for twice and never shown")
    func passphrase() async throws {
      let office = try await Office()
      let terminal = try PseudoTerminal(office.program, "key", "create")
      try await terminal.expect("：")
      terminal.type("correct horse 42\n")
      try await terminal.expect("：")
      terminal.type("correct horse 43\u{8}2\n")
      #expect(try await terminal.end() == 0)
      #expect(!terminal.shown.contains("horse"))
      #expect(terminal.isUsable)
      #expect(try await office.sql("SELECT COUNT(*) FROM master_key") == "1")
      try await office.expectSound()
    }

    @Test("Ctrl-C at a silent question leaves the terminal as it was and writes nothing")
    func interrupt() async throws {
      try await expectEnded(by: SIGINT) { $0.type("\u{3}") }
    }

    @Test(
      "a signal from outside at a silent question ends the program and leaves the terminal as it was",
      arguments: [SIGTERM, SIGINT, SIGHUP])
    func signal(number: Int32) async throws {
      try await expectEnded(by: number) { $0.send(number) }
    }

    /// A silent question that is ended leaves the terminal usable, shows nothing of the answer and writes nothing.
    private func expectEnded(by signal: Int32, _ end: (PseudoTerminal) -> Void) async throws {
      let office = try await Office()
      let before = try office.snapshot()
      let terminal = try PseudoTerminal(office.program, "key", "create")
      try await terminal.expect("：")
      terminal.type("correct")
      #expect(!terminal.isUsable)
      end(terminal)
      #expect(try await terminal.end() == -signal)
      #expect(terminal.isUsable)
      #expect(!terminal.shown.contains("correct"))
      #expect(try office.snapshot().bytes == before.bytes)
      try await office.expectSound()
    }

    @Test("a record is asked for field by field, and a wrong answer again")
    func record() async throws {
      let office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let terminal = try PseudoTerminal(office.program, "clinics", "project", "add")
      try await terminal.expect("建设机构*（单位：诊所卫生室、医院）")
      terminal.type("洪林真\n")
      try await terminal.expect("洪林镇")
      try await terminal.expect("建设机构*")
      terminal.type("洪林镇\n")
      try await terminal.expect("可用的单位类别")
      try await terminal.expect("建设机构*")
      terminal.type("洪林镇卫生院\n")
      try await terminal.expect("计划年度*")
      terminal.type("\n")
      try await terminal.expect("计划年度*")
      terminal.type("2021\n")
      for question in [
        "机构类型", "所有制", "资金来源", "预算", "评估日期", "达标日期", "返潮日期", "调出日期", "文号",
      ] {
        try await terminal.expect(question)
        terminal.type(question == "预算" ? "2万\n" : "\n")
        if question == "预算" {
          try await terminal.expect("预算")
          terminal.type("20000\n")
        }
      }
      #expect(try await terminal.end() == 0)
      #expect(
        try await office.sql("SELECT year, budget FROM clinics_project") == "2021|2000000")
      try await office.expectSound()
    }

    @Test("at the end of the input what is missing is named, and nothing is written")
    func endOfInput() async throws {
      let office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let before = try office.snapshot()
      let terminal = try PseudoTerminal(office.program, "clinics", "project", "add")
      try await terminal.expect("建设机构*")
      terminal.type("洪林镇卫生院\n")
      try await terminal.expect("计划年度*")
      terminal.type("\u{4}")
      #expect(try await terminal.end() == 65)
      // What was answered is not lost.
      try await terminal.expect("taizhang 标准化建设项目 添加 建设机构=洪林镇卫生院")
      try await terminal.expect("必填字段：计划年度")
      #expect(try office.snapshot() == before)
    }

    @Test(
      "a secret is refused when it is given, while the other answers stand, where there is no key")
    func noKey() async throws {
      let office = try await Office()
      let terminal = try PseudoTerminal(office.program, "people", "person", "add")
      try await terminal.expect("姓名*")
      terminal.type("张三\n")
      for question in ["性别", "出生日期", "所在单位", "身份证号"] {
        try await terminal.expect(question)
        terminal.type("\n")
      }
      try await terminal.expect("联系电话")
      terminal.type("13800000000\n")
      try await terminal.expect("密钥")
      try await terminal.expect("联系电话")
      terminal.type("\n")
      #expect(try await terminal.end() == 0)
      #expect(try await office.sql("SELECT COUNT(*) FROM people_person") == "1")
    }
  }
}
