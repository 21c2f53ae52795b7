import Foundation
import Testing

/// Line breaks and other control characters in texts of one line, at every door of the program.
@Suite struct ControlCharacterTests {
  private let program: Program

  init() async throws {
    program = try Program()
    try await run(["init"])
    try await run(["unit", "add", "1", "--name", "县", "--kind", "district"])
    try await run(["setting", "set", "unit", "县"])
  }

  @discardableResult
  private func run(_ words: [String], exit: Int32 = 0) async throws -> Program.Outcome {
    let outcome = try await program.run(words)
    #expect(outcome.status == exit, "\(words) \(outcome.err)")
    return outcome
  }

  /// Whether any text of the database has a control character that the journal's form does not put
  /// there itself.
  private func hasControl() async throws -> Bool {
    for command in [
      ["unit", "list"], ["indicator", "list"], ["entry", "list"], ["journal", "list"],
      ["target", "list"], ["setting", "list"], ["clinics", "project", "list"], ["rule", "list"],
      ["holiday", "list"],
    ] {
      let json = try await run(command + ["--format", "json"]).out
      for escape in ["\\r", "\\n", "\\t", "\\u00"] where json.contains(escape) { return true }
    }
    return false
  }

  @Test("arguments are put on one line")
  func arguments() async throws {
    try await run([
      "unit", "add", "11", "--name", "East\r\nkind=township\r", "--kind", "clinic", "--parent",
      "1\r", "--alias", "Old\r",
    ])
    try await run(["unit", "alias", "11", "Two\nlines\u{85}"])
    try await run(["unit", "rename", "11", "New\u{2028}name"])
    try await run([
      "indicator", "add", "x.a", "--name", "N\r\nkind=stock", "--kind", "flow", "--measure", "m\r",
    ])
    try await run([
      "target", "set", "x.a", "5", "--unit", "11", "--document", "文\n1号", "--reason", "w\ry",
    ])
    try await run([
      "log", "x.a", "3", "--unit", "11", "--note", "a\u{1B}[2J\tb", "--as", "张\n敏",
    ])
    try await run(["setting", "set", "filler", "张\r\n三"])
    try await run(["undo", "9", "--reason", "错\r\n了"])
    try await run([
      "clinics", "project", "add", "facility=11", "year=2021", "kind=villageClinic",
      "document-no=1\r\n号", "note=x\ny",
    ])
    try await run(["clinics", "project", "set", "1", "note=\tz\r"])
    #expect(try await !hasControl())
    try await run(["verify"])
    try await run(["check"])
    try await run(["backup", program.folder.file("b.db")])
  }

  @Test("cells are put on one line")
  func cells() async throws {
    let files = [
      "units.csv": "code,parent,name,kind\n11,1,\"East\r\nkind=township\r\",clinic\n",
      "indicators.csv": "id,name,kind,measure\nx.a,\"N\r\nkind=stock\",flow,\"m\r\"\n",
      "targets.csv":
        "indicator,unit,year,amount,document,reason\nx.a,11,2021,5,\"文\n1\",\"w\r\ny\"\n",
      "entries.csv":
        "date,indicator,unit,amount,note\n2021-06-01,x.a,11,3,\"one\r\ntwo\u{7F}\u{85}three\"\n",
      "holidays.csv": "日期,类型,名称\n2021-10-01,休假,\"国\n庆\"\n",
      "projects.csv":
        "建设机构,计划年度,机构类型,文号,备注\n11,2021,村卫生室,\"1\r\n号\",\"多\r\n行\"\n",
    ]
    for (name, text) in files { try program.folder.write(text, to: name) }
    let names = files.keys.filter { $0 != "holidays.csv" }.sorted { $0 > $1 }
    try await run(["import", "units.csv"])
    try await run(["import"] + names.filter { $0 != "units.csv" })
    #expect(try await !hasControl())
    try await run(["verify"])
    try await run(["check"])
  }

  @Test("a code with a line break is refused, and the place is named")
  func codes() async throws {
    let unit = try await run(
      ["unit", "add", "1\n3", "--name", "x", "--kind", "village", "--parent", "1"], exit: 65)
    #expect(unit.err.contains("“1 3”不能作为单位编码"))
    try program.folder.write(
      "code,parent,name,kind\n\"1\r\n3\",1,x,village\n", to: "units.csv")
    let file = try await run(["import", "units.csv"], exit: 65)
    #expect(file.err.contains("units.csv:2:1: “1 3”不能作为单位编码"))
    try program.folder.write(
      "id,name,kind,measure\n\"x.\na\",x,flow,个\n", to: "indicators.csv")
    let indicator = try await run(["import", "indicators.csv"], exit: 65)
    #expect(indicator.err.contains("indicators.csv:2:1: “x. a”不是指标编号"))
  }

  @Test("no escape of a terminal reaches standard output or error from an older database")
  func output() async throws {
    try await run([
      "indicator", "add", "x.a", "--name", "a", "--kind", "flow", "--measure", "个",
    ])
    try await run(["unit", "add", "11", "--name", "乙", "--kind", "township", "--parent", "1"])
    let escape = "\u{1B}[2J"
    for table in ["unit", "unit_name"] {
      try await program.tool(
        "sqlite3", program.folder.file("台账.db"),
        "UPDATE \(table) SET name = name || char(27) || '[2J'")
    }
    for command in [
      ["log", "x.a", "3", "--unit", "11"], ["rank", "x.a", "2021-06", "--text"], ["unit", "list"],
      ["report", "monthly", "2021-06"], ["unit", "close", "11", "--on", "2022-01-01"],
      ["log", "x.a", "3", "--unit", "11", "--on", "2023-01-01"],
    ] {
      let outcome = try await program.run(command)
      #expect(!(outcome.out + outcome.err).contains(escape), "\(command)")
    }
  }
}
