import Testing

extension FaultTests {
  /// Rows whose cells cannot be taken.
  @Suite struct Cells {
    @Test(arguments: [
      BadFile(
        "unknown unit", BadFile.entries("2021-06-01,work.visits,洪林县,1"), at: "2:3",
        zh: "您是不是要找：洪林镇", en: "Did you mean 洪林镇"),
      BadFile(
        "unknown indicator", BadFile.entries("2021-06-01,work.visit,洪林镇,1"), at: "2:2",
        zh: "您是不是要找：work.visits", en: "Did you mean work.visits"),
      BadFile(
        "impossible days",
        BadFile.entries(
          "2021-02-29,work.visits,洪林镇,1", "2021-06-31,work.visits,洪林镇,1",
          "2021-06-30,work.visits,洪林镇,1", "2021-13-01,work.visits,洪林镇,1"),
        at: "2:1", "3:1", "5:1", zh: "不是日历上的日期", en: "no day of the calendar"),
      BadFile(
        "words for a number", BadFile.entries("2021-06-01,work.visits,洪林镇,八十余份"),
        at: "2:4", zh: "“八十余份”不是数字", en: "'八十余份' is not a number"),
      BadFile(
        "a fraction of a whole", BadFile.entries("2021-06-01,work.visits,洪林镇,1.5"),
        at: "2:4", zh: "只填整数", en: "only whole numbers"),
      BadFile(
        "excess decimals", BadFile.entries("2021-06-01,work.money,洪林镇,1.555"),
        at: "2:4", zh: "最多 2 位小数", en: "at most 2"),
      BadFile(
        "an amount beyond 64 bits",
        BadFile.entries(
          "2021-06-01,work.visits,洪林镇,9223372036854775808",
          "2021-06-01,work.money,洪林镇,92233720368547758.08"),
        at: "2:4", "3:4", zh: "超出可记录的范围", en: "too large to be recorded"),
      BadFile(
        "after the unit's closing",
        BadFile.entries("2021-03-31,work.visits,旧桥镇,1", "2021-04-01,work.visits,旧桥镇,1"),
        at: "3:1", zh: "“旧桥镇”", en: "closed on 2021-03-31"),
      BadFile(
        "several in one row", BadFile.entries("昨天,走,镇,很多"),
        at: "2:1", "2:2", "2:3", "2:4", zh: "“昨天”不是日历上的日期", en: "'昨天' is no day"),
      BadFile(
        "a row with too many cells", BadFile.entries("2021-06-01,work.visits,洪林镇,1,234"),
        at: "2:5", zh: "有 5 格", en: "has 5 cells"),
    ])
    func isRefused(_ file: BadFile) async throws { try await file.expectRefusal() }

    @Test func sumBeyondRange() async throws {
      let office = try await Office()
      let rows = BadFile.entries(
        "2021-06-01,work.visits,洪林镇,9223372036854775807", "2021-06-01,work.visits,洪林镇,1")
      try office.program.folder.write(rows, to: "bad.csv")
      let before = try office.snapshot()
      let outcome = try await office.run("import", "bad.csv")
      #expect(outcome.status == 65)
      #expect(outcome.err.contains("too large"))
      #expect(try office.snapshot() == before)
    }
  }
}
