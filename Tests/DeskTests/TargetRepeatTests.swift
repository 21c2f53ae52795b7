import Storage
import TargetEngine
import Testing

@testable import Desk

/// `cli.md`: "Targets equal to those in force are unchanged, no revision."
@Suite struct TargetRepeatTests {
  private let office: TargetOffice
  private var desk: Desk { office.desk }

  init() throws { office = try TargetOffice() }

  private func set(
    _ amount: String, effective: String? = nil, due: String? = nil, document: String = ""
  ) throws {
    var draft = TargetDraft(
      amount: 0, effective: try effective.map { try day($0) }, due: try due.map { try day($0) })
    draft.document = document
    _ = try desk.setTarget("a.done", amount: amount, unit: "t1", year: 2021, draft: draft)
  }

  private func history() throws -> [String] {
    let unit = try desk.unit("t1").unit.id
    return try desk.ledger.history(
      indicator: try desk.indicator("a.done").id, unit: unit, year: 2021
    ).map { "\($0.revision.target.amount)@\($0.revision.target.effective)" }
  }

  @Test("what the one in force says already is no revision, by a command or a file")
  func unchanged() throws {
    try set("79")
    let head = try desk.ledger.head()
    try set("79")
    try set("79", effective: "2021-01-01", due: "2021-12-31", document: "  ")
    #expect(try desk.ledger.head() == head)
    try office.read(text: TargetRow.header + "a.done,t1,2021,79,,,,,\n", aside: false)
    try office.read(text: TargetRow.header + "a.done,t1,2021,79,2021-01-01,,,,\n", aside: true)
    #expect(try history() == ["79@2021-01-01"])
    try set("79", document: "卫健办〔2021〕1号")
    try set("75", effective: "2021-07-05")
    try set("79", effective: "2021-08-01")
    #expect(
      try history() == ["79@2021-01-01", "79@2021-06-30", "75@2021-07-05", "79@2021-08-01"])
  }

  @Test("an own list comes back without a revision; it leaves out what no report uses")
  func list() throws {
    try set("79")
    try set("80", effective: "2021-01-01")
    try set("75", effective: "2021-07-05", due: "2021-11-30")
    let listed = try desk.targets(of: try desk.unit("t1").unit.id)
    #expect(listed.map(\.amount) == [80, 75])
    let rows = listed.map {
      "a.done,t1,2021,\($0.amount),\($0.effective),\($0.due),\($0.pace),,"
    }
    for aside in [false, true] {
      // Other bytes, since the same are refused.
      try office.read(
        text: TargetRow.header + rows.joined(separator: "\n") + (aside ? "\n" : ""), aside: aside)
    }
    #expect(office.count == 0)
    #expect(try history().count == 3)
  }

  @Test(
    "two rows that say otherwise of one target from one day are refused", arguments: [false, true])
  func contradiction(aside: Bool) throws {
    try set("12")
    for rows in [
      ["a.done,t1,2021,12,2021-01-01,,,,", "a.done,t1,2021,11,2021-01-01,,,,"],
      ["a.done,t2,2021,3,,,,,", "a.done,t2,2021,4,,,,,"],
      ["a.done,t2,2021,3,,,,,", "a.done,t2,2021,3,2021-01-01,2021-11-30,,,"],
    ] {
      try office.read(text: TargetRow.header + rows.joined(separator: "\n"), aside: aside)
      #expect(office.faults.map(\.kind) == [.otherTarget(at: RowPlace(file: nil, line: 2))])
      #expect(office.faults.map(\.place.line) == [3])
    }
    #expect(try history() == ["12@2021-01-01"])
    // Whichever of two stands first.
    for (one, other) in [
      ("3,,,,,", "3,,,,卫健办〔2021〕1号,"), ("3,,,,,", "3,,,,,调整"), ("3,,,,,", "3,,2021-11-30,,,"),
      ("3,,,,,", "3,,,deadline,,"), ("3,,,,甲〔2021〕1号,", "3,,,,乙〔2021〕1号,"),
    ] {
      for rows in [[one, other], [other, one]] {
        let text = rows.map { "a.done,t2,2021,\($0)" }.joined(separator: "\n")
        try office.read(text: TargetRow.header + text, aside: aside)
        #expect(
          office.faults.map(\.kind) == [.otherTarget(at: RowPlace(file: nil, line: 2))], "\(rows)")
      }
    }
    // In another order they would come to something else.
    for rows in [
      ["12,2021-03-01,,,,", "10,,,,,"], ["10,2021-03-01,,,,", "10,,,,,"],
      ["12,2021-06-01,,,,", "10,2021-03-01,2021-09-30,,,"],
    ] {
      let text = rows.map { "a.done,t2,2021,\($0)" }.joined(separator: "\n")
      try office.read(text: TargetRow.header + text, aside: aside)
      #expect(
        office.faults.map(\.kind) == [.otherTarget(at: RowPlace(file: nil, line: 2))], "\(rows)")
    }
    // The same twice is said once.
    let same = "a.done,t2,2021,3,,,,,\na.done,t2,2021,3,2021-01-01,,,,"
    try office.read(text: TargetRow.header + same, aside: aside)
    #expect(try desk.ledger.targets(of: try desk.unit("t2").unit.id).count == 1)
  }

  @Test(
    "a file that says the year's first target and a later one is the same again",
    arguments: [
      false, true,
    ])
  func again(aside: Bool) throws {
    let rows = ["a.done,t1,2021,79,,,,,", "a.done,t1,2021,75,2021-03-05,,,,"]
    try office.read(text: TargetRow.header + rows.joined(separator: "\n"), aside: aside)
    #expect(try history() == ["79@2021-01-01", "75@2021-03-05"])
    for rows in [rows, rows.reversed()] {
      // Other bytes, since the same are refused.
      let text = TargetRow.header + rows.joined(separator: "\n") + "\n"
      try office.read(
        text: text.replacing("79,", with: rows[0].contains("79") ? "79," : "79 ,"), aside: aside)
      #expect(office.faults.isEmpty)
      #expect(try history() == ["79@2021-01-01", "75@2021-03-05"])
    }
    // By itself it is set back to what it was, from today.
    try office.read(text: TargetRow.header + "a.done,t1,2021,79,,,,,\n", aside: aside)
    #expect(try history().last == "79@2021-06-30")
  }

  @Test("the files of one import are one set of targets, in any order", arguments: [false, true])
  func files(aside: Bool) throws {
    let one = TargetRow.header + "a.done,t1,2021,79,,,,,\n"
    for (text, fault) in [
      ("a.done,t1,2021,80,,,,,", true), ("a.done,t1,2021,79,2021-01-01,,,,", false),
      ("a.done,t2,2021,80,,,,,", false),
    ] {
      for isReversed in [false, true] {
        let office = try TargetOffice()
        let texts = [one, TargetRow.header + text]
        try office.read(texts: isReversed ? texts.reversed() : texts, aside: aside)
        let expected =
          fault ? [ImportFault.Kind.otherTarget(at: RowPlace(file: "0.csv", line: 2))] : []
        #expect(office.faults.map(\.kind) == expected, "\(text)")
      }
    }
  }
}
