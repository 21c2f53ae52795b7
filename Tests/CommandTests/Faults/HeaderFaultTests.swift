import Testing

extension FaultTests {
  /// First lines that do not fit, and lists of units that contradict themselves.
  @Suite struct Headers {
    @Test(arguments: [
      BadFile("wrong header", "甲,乙\n1,2\n", at: "1:1", zh: "认不出表头", en: "is not known"),
      BadFile(
        "missing column", "date,indicator,unit\n2021-06-01,work.visits,洪林镇\n", at: "1:1",
        zh: "缺少列：数量", en: "needs the columns amount (数量)"),
      BadFile(
        "a column in both languages", "date,日期,indicator,unit,amount\n1,2,3,4,5\n", at: "1:2",
        zh: "重复", en: "stands twice"),
      BadFile(
        "duplicate codes",
        "code,parent,name,kind\n1,宣州区,甲,village\n2,宣州区,乙,village\n1,宣州区,丙,village\n",
        at: "4:1", zh: "与第 2 行重复", en: "already on line 2"),
      BadFile(
        "a code that is taken", "code,parent,name,kind\n1,宣州区,甲,village\n341802105,宣州区,乙,village\n",
        at: "3:1", zh: "“341802105”", en: "'341802105' is taken already"),
      BadFile(
        "an indicator that is taken", "id,name,kind,measure\nwork.visits,甲,flow,次\n",
        at: "2:1", zh: "“work.visits”", en: "'work.visits' is taken already"),
      BadFile(
        "a circle of parents",
        "code,parent,name,kind\n1,3,甲,village\n2,1,乙,village\n3,2,丙,village\n",
        at: "2:2", zh: "1 → 3 → 2 → 1", en: "1 → 3 → 2 → 1"),
      BadFile(
        "its own parent", "code,parent,name,kind\n1,1,甲,village\n", at: "2:2",
        zh: "1 → 1", en: "1 → 1"),
    ])
    func isRefused(_ file: BadFile) async throws { try await file.expectRefusal() }
  }
}
