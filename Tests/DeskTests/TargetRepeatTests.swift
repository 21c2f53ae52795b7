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
    let listed = try desk.targets(of: try desk.unit("t1").unit.id).map(\.target)
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

  @Test(
    "the year's first target beside one that revises it, in any order",
    arguments: [false, true])
  func revised(aside: Bool) throws {
    for (rows, expected) in [
      (["12,2021-03-01,,,,", "10,,,,,"], ["10@2021-01-01", "12@2021-03-01"]),
      (["10,2021-03-01,,,,", "10,,,,,"], ["10@2021-01-01", "10@2021-03-01"]),
      (["12,2021-06-01,,,,", "10,2021-03-01,2021-09-30,,,"], ["10@2021-03-01", "12@2021-06-01"]),
    ] {
      for rows in [rows, rows.reversed()] {
        let office = try TargetOffice()
        try office.read(
          text: TargetRow.header + rows.map { "a.done,t1,2021,\($0)\n" }.joined(), aside: aside)
        #expect(office.faults.isEmpty, "\(rows)")
        let found = try office.desk.ledger.targets(of: try office.desk.unit("t1").unit.id)
        #expect(found.map { "\($0.amount)@\($0.effective)" } == expected, "\(rows)")
        if rows.contains(where: { $0.contains("09-30") }) {
          #expect(try found.allSatisfy { $0.due == (try day("2021-09-30")) }, "\(rows)")
        }
      }
    }
  }

  @Test(
    "a row that may go back to the year's first target, or mean it, is refused beside a new revision",
    arguments: [false, true])
  func doubtful(aside: Bool) throws {
    try set("2")
    let rows = ["a.done,t1,2021,3,2021-05-01,,,,", "a.done,t1,2021,2,,,,,"]
    for rows in [rows, rows.reversed()] {
      try office.read(text: TargetRow.header + rows.joined(separator: "\n"), aside: aside)
      let (undated, dated) = rows[0] == "a.done,t1,2021,2,,,,," ? (2, 3) : (3, 2)
      #expect(office.faults.map(\.kind) == [.otherTarget(at: RowPlace(file: nil, line: dated))])
      #expect(office.faults.map(\.place.line) == [undated])
    }
    #expect(try history() == ["2@2021-01-01"])
    // With its day it is what it says; one that is not yet in force hinders nothing.
    try office.read(
      text: TargetRow.header + "a.done,t1,2021,3,2021-09-01,,,,\na.done,t1,2021,2,,,,,\n",
      aside: aside)
    try office.read(
      text: TargetRow.header + "a.done,t1,2021,4,2021-05-01,,,,\na.done,t1,2021,2,2021-06-30,,,,\n",
      aside: aside)
    #expect(try history() == ["2@2021-01-01", "3@2021-09-01", "4@2021-05-01", "2@2021-06-30"])
  }

  @Test("the rows of one import are one set, in any order and in any files", arguments: 1...12)
  func oneSet(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed) + 500)
    let first = TargetRow.header + "a.done,t1,2021,7,,,,,\na.done,t2,2021,7,,2021-10-31,,,\n"
    let rows = (0..<6).map { _ in
      let pick = { (texts: [String]) in texts.randomElement(using: &random) ?? "" }
      return "a.done,\(pick(["t1", "t2", "v1"])),2021,\(pick(["7", "8"])),"
        + "\(pick(["", "2021-03-01", "2021-05-01", "2021-08-01"])),"
        + "\(pick(["", "", "2021-11-30"])),\(pick(["", "", "deadline"])),,"
    }
    var expected: [String]?
    for turn in 0..<6 {
      let office = try TargetOffice()
      try office.read(text: first, aside: false)
      let shuffled = rows.shuffled(using: &random)
      let cut = Int.random(in: 0...rows.count, using: &random)
      let files = [shuffled[..<cut], shuffled[cut...]].filter { !$0.isEmpty }
      try office.read(
        texts: files.map { TargetRow.header + $0.joined(separator: "\n") + "\n" },
        aside: turn % 2 == 0)
      let books = office.faults.isEmpty ? try office.books() : ["refused"]
      #expect(expected == nil || books == expected, "seed \(seed): \(files)")
      expected = books
      #expect(try office.desk.ledger.check() == [])
    }
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
