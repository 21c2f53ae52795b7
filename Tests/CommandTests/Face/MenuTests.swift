import Testing

extension FaceTests {
  /// The menu at a terminal. Each step shows the command that it runs.
  @Suite struct Menus {
    @Test("a whole month is worked through by numbers")
    func month() async throws {
      var office = try await Office()
      office.program.environment["TAIZHANG_TODAY"] = "2021-07-02"
      office.program.environment["COLUMNS"] = "80"
      let terminal = try PseudoTerminal(office.program)
      try await terminal.expect("2021-07-02  宣州区")
      let menu = Typist(terminal)
      // Numbers stay where they are; a wrong key asks again.
      try await menu.answer("返回）：", "x", then: "没有这个编号，请输入 1 至 9。")
      try await menu.answer("返回）：", "99", then: "没有这个编号")
      // Logs a number: a part of the indicator's name, a wrong amount, unit and day.
      try await menu.answer("返回）：", "3")
      try await menu.answer("指标：", "走", then: "→ 走访")
      try await menu.answer("数量（减少写负数）：", "许多", then: "不是数")
      try await menu.answer("数量（减少写负数）：", "4")
      try await menu.answer("单位：", "镇", then: "洪林镇")
      try await menu.answer("单位：", "水东镇")
      try await menu.answer("日期（回车为 2021-07-02）：", "六月", then: "看不出")
      try await menu.answer("日期（回车为 2021-07-02）：", "2021-06-15")
      try await menu.answer(
        "备注（回车跳过）：", "入户",
        then:
          "taizhang 记账 走访 4 --单位 水东镇 --日期 2021-06-15 --备注 入户")
      try await menu.answer("放弃）：", "", then: "已记账")
      // Prints: the month is the last full one.
      try await menu.answer("返回）：", "6", then: "打印")
      try await menu.answer("返回）：", "1")
      try await menu.answer("月份（回车为 2021-06）：", "")
      try await menu.answer("单位（回车跳过）：", "", then: "taizhang 月报 2021-06")
      try await terminal.expect("2021年6月重点工作任务完成情况表")
      try await menu.answer("返回）：", "")
      // Looks where a figure comes from.
      try await menu.answer("返回）：", "5")
      try await menu.answer("返回）：", "3")
      try await menu.answer("指标：", "work.visits")
      try await menu.answer("月份（回车为 2021-06）：", "")
      try await menu.answer("单位（回车跳过）：", "水东镇", then: "taizhang 追溯")
      try await terminal.expect("入户")
      try await menu.answer("返回）：", "")
      // Closes, after what is not right was shown.
      try await menu.answer("返回）：", "7")
      try await menu.answer("返回）：", "2", then: "taizhang 核对")
      try await menu.answer("月份（回车为 2021-06）：", "", then: "taizhang 结账 2021-06")
      try await menu.answer("放弃）：", "", then: "已结账 2021-06")
      try await menu.answer("返回）：", "")
      // Undoes the entry that was logged.
      try await menu.answer("返回）：", "8")
      // A number is the transaction's, whatever line of the list it stands in.
      for (typed, number) in [("6", 6), ("#2", 2), ("b", 6)] {
        try await menu.answer("返回）：", "4", then: "a  #7")
        try await menu.answer("流水号：", typed)
        try await menu.answer("原因：", "重复", then: "taizhang 撤销 \(number) --原因 重复")
        try await menu.answer("放弃）：", "0", then: "没有办理。")
      }
      try await menu.answer("返回）：", "\u{4}")
      terminal.type("\u{4}")
      #expect(try await terminal.end() == 0)
      #expect(try await office.sql("SELECT COUNT(*) FROM entry WHERE day = 20210615") == "1")
      #expect(
        try await office.sql("SELECT command FROM journal WHERE tx = 6")
          == "taizhang 记账 走访 4 --单位 水东镇 --日期 2021-06-15 --备注 入户")
      try await office.expectSound()
    }

    @Test("the number of a stock is its level, unless it is said to be a change")
    func stocks() async throws {
      let office = try await Office()
      _ = try await office.run(
        "indicator", "add", "office.staff", "--name", "月末人数", "--kind", "stock", "--measure", "人")
      let terminal = try PseudoTerminal(office.program)
      let menu = Typist(terminal)
      try await menu.answer("返回）：", "3")
      try await menu.answer("指标：", "office.staff", then: "1  时点数")
      try await menu.answer("报的是（填编号）：", "1")
      try await menu.answer("那天一共多少：", "26")
      try await menu.answer("单位：", "水东镇")
      try await menu.answer("日期（回车为 2021-06-30）：", "")
      try await menu.answer(
        "备注（回车跳过）：", "", then: "taizhang 记账 office.staff --时点 26 --单位 水东镇")
      try await menu.answer("放弃）：", "", then: "已登记时点数")
      try await menu.answer("返回）：", "3")
      try await menu.answer("指标：", "office.staff")
      try await menu.answer("报的是（填编号）：", "2")
      try await menu.answer("数量（减少写负数）：", "-2")
      try await menu.answer("单位：", "水东镇")
      try await menu.answer("日期（回车为 2021-06-30）：", "2021-06-20")
      try await menu.answer("备注（回车跳过）：", "", then: "--累加 -2")
      try await menu.answer("放弃）：", "", then: "由 26 变为 24人")
      try await menu.answer("返回）：", "\u{4}")
      #expect(try await terminal.end() == 0)
      try await office.expectSound()
    }

    @Test("a record is added, moved and shown, and a refusal keeps the answers")
    func records() async throws {
      let office = try await Office()
      try await office.addHospital("h1", name: "洪林镇卫生院")
      let terminal = try PseudoTerminal(office.program, "menu", "--lang", "en")
      let menu = Typist(terminal)
      try await menu.answer("goes back): ", "2", then: "Which register?")
      try await menu.choose("Standardisation project")
      try await menu.answer("goes back): ", "1")
      try await menu.answer("Facility*", "", then: "This is needed")
      try await menu.answer("Facility*", "卫生", then: "→ 洪林镇卫生院 (h1)")
      try await menu.answer("Plan year*", "26", then: "Plan year*")
      try await menu.answer(":", "2021")
      for _ in 0..<9 { try await menu.answer("passes over): ", "") }
      try await terminal.expect(
        "taizhang clinics project add facility=洪林镇卫生院 year=2021 --lang en")
      try await menu.answer("does not): ", "", then: "Added")
      try await menu.answer("goes back): ", "5", then: "洪林镇卫生院/2021")
      try await menu.answer("Which record: ", "1", then: "Assessed")
      try await menu.answer("Which stage: ", "1")
      try await menu.answer(
        "2021-06-30): ", "2021-06-01",
        then:
          "taizhang clinics project advance 洪林镇卫生院/2021")
      try await menu.answer("does not): ", "", then: "Moved")
      // A move to before the last one is refused: the line is there to be mended.
      try await menu.answer("goes back): ", "5")
      try await menu.answer("Which record: ", "1")
      try await menu.answer("Which stage: ", "1")
      try await menu.answer("2021-06-30): ", "2021-05-01")
      try await menu.answer("does not): ", "", then: "Your answers are in this line")
      try await terminal.expect("--on 2021-05-01")
      terminal.interrupt()
      #expect(try await terminal.end() == -2)
      #expect(terminal.isUsable)
      try await office.expectSound()
    }

    @Test(
      "a new record: people are found by part of their names, procedure is asked for, values are quoted"
    )
    func adding() async throws {
      let office = try await Office()
      let person = try await office.run("people", "person", "add", "name=张三丰")
      #expect(person.status == 0, "\(person.err)")
      let terminal = try PseudoTerminal(office.program, "menu")
      let menu = Typist(terminal)
      try await menu.answer("返回）：", "2", then: "哪一本台账？")
      try await menu.choose("定向委托培养学员", question: "返回）：")
      try await menu.answer("返回）：", "1")
      try await menu.answer("学员*", "张三", then: "张三丰")
      try await terminal.expect("再输一遍“张三”")
      try await menu.answer("学员*", "张三")
      try await menu.answer("招生年度*", "2021")
      try await menu.answer("培养院校*", "安徽 中医'高专")
      try await menu.answer("定向村镇", "水东", then: "→ 水东镇")
      try await menu.answer("录取日期*", "2021-06-01")
      for _ in 0..<8 { try await menu.answer("回车跳过）：", "") }
      try await menu.answer("也填办理过程的各项吗", "是")
      try await menu.answer("应退培养费", "5000")
      for _ in 0..<2 { try await menu.answer("回车跳过）：", "") }
      try await terminal.expect(
        #"'培养院校=安徽 中医'\''高专' 定向村镇=水东镇 录取日期=2021-06-01 应退培养费=5000"#)
      try await menu.answer("放弃）：", "", then: "已添加")
      terminal.interrupt()
      _ = try await terminal.end()
      #expect(
        try await office.sql("SELECT college, refund FROM workforce_trainee")
          == "安徽 中医'高专|500000")
      #expect(try await office.sql("SELECT COUNT(*) FROM people_person") == "2")
      try await office.expectSound()
    }

    @Test("what is not yet right of a month is shown and asked about before it is closed")
    func closing() async throws {
      var office = try await Office()
      office.program.environment["TAIZHANG_TODAY"] = "2021-07-02"
      let unit = try await office.run(
        "unit", "add", "99", "--name", "别处", "--kind", "township", "--root")
      #expect(unit.status == 0, "\(unit.err)")
      let count = "SELECT COUNT(*) FROM closing WHERE month = 202106"
      for (answer, status, closings) in [("n", Int32(64), "0"), ("y", 0, "2")] {
        let terminal = try PseudoTerminal(office.program, "close", "2021-06")
        try await terminal.expect("99 别处 没有上级")
        try await terminal.expect("还没有办妥")
        try await Typist(terminal).answer("[y/N] ", answer)
        #expect(try await terminal.end() == status)
        #expect(try await office.sql(count) == closings)
      }
      try await office.expectSound()
    }

    @Test("the forms that are owed are filled in, accepted and reminded of by numbers")
    func forms() async throws {
      var office = try await Office()
      office.program.environment["TAIZHANG_TODAY"] = "2021-07-02"
      try office.program.folder.write(
        "报表,标题,周期,期限,填报单位类型,启用期\nm,走访月报,每月,次月5日,乡镇,2021-06\n", to: "f.csv")
      try office.program.folder.write(
        "报表,行号,标题,内容,计量单位,必填,来源\nm,1,走访,数值,户,是,\nm,2,有无问题,选项 有;无,,,\nm,3,加倍,数值,户,,公式 [1] * 2\n",
        to: "l.csv")
      let defined = try await office.run("form", "define", "f.csv", "l.csv")
      #expect(defined.status == 0, "\(defined.err)")
      let terminal = try PseudoTerminal(office.program, "menu", "--as", "镇")
      let menu = Typist(terminal)
      try await menu.answer("返回）：", "1", then: "报表：填报、审核、催报")
      try await menu.answer("返回）：", "5", then: "走访月报 2021-06，期限 2021-07-05：")
      try await menu.answer("返回）：", "1", then: "填报一个单位")
      try await menu.answer("返回）：", "2", then: "水东镇")
      try await menu.answer("单位：", "水东镇")
      try await menu.answer("1 走访（户）：", "", then: "这一项必填")
      try await menu.answer("1 走访（户）：", "许多", then: "不是数")
      try await menu.answer("1 走访（户）：", "5")
      try await menu.answer(
        "2 有无问题（有/无）（回车跳过）：", "无",
        then: "taizhang 报表 填报 m 2021-06 --单位 水东镇 1=5 2=无 --经办人 镇")
      try await menu.answer("放弃）：", "", then: "报送 1 个单位（水东镇）")
      try await menu.answer("返回）：", "7", then: "taizhang 报表 催报 m 2021-06")
      try await terminal.expect("洪林镇：待报")
      try await menu.answer("返回）：", "5", then: "taizhang 报表 审核 m 2021-06 --全部")
      try await menu.answer("放弃）：", "", then: "须由另一人审核")
      try await menu.answer("返回）：", "\u{4}")
      terminal.type("\u{4}")
      _ = try await terminal.end()
      try await office.expectSound()
    }

    @Test("without a ledger it offers to make one; off a terminal it says so")
    func empty() async throws {
      let program = try Program()
      let terminal = try PseudoTerminal(program)
      let menu = Typist(terminal)
      try await terminal.expect("还没有台账")
      try await menu.answer("返回）：", "9")
      try await menu.answer("返回）：", "1", then: "taizhang 新建")
      try await menu.answer("放弃）：", "", then: "已新建")
      try await menu.answer("返回）：", "")
      try await menu.answer("返回）：", "")
      #expect(try await terminal.end() == 0)
      let outcome = try await program.run(["menu"])
      #expect(outcome.status == 64)
      #expect(outcome.err == "菜单要在终端里用。\n")
    }
  }
}

/// Somebody who waits for a question before answering it.
private struct Typist {
  let terminal: PseudoTerminal

  init(_ terminal: PseudoTerminal) { self.terminal = terminal }

  func answer(
    _ question: String, _ answer: String, then shown: String? = nil,
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.expect(question, at: place)
    terminal.type(answer == "\u{4}" ? answer : answer + "\n")
    if let shown { try await terminal.expect(shown, at: place) }
  }

  /// Types the number that stands before a line.
  func choose(
    _ title: String, question: String = "goes back): ",
    at place: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.expect(question, at: place)
    let line = terminal.shown.split(separator: "\r\n").last { $0.hasSuffix("  " + title) }
    let number = line?.split(separator: " ").first.map(String.init) ?? ""
    #expect(!number.isEmpty, "\(terminal.shown)", sourceLocation: place)
    terminal.type(number + "\n")
  }
}
