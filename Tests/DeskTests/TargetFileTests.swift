import Storage
import TargetEngine
import Testing

@testable import Desk

/// Files of targets are read by bytes and written many rows at a time: the same must come of them as
/// of one row after another.
@Suite struct TargetFileTests {
  @Test(
    "by file, here or aside, and by command the same revisions, plans and chain", arguments: 1...12)
  func same(seed: Int) throws {
    var rows = RandomTargets(seed: UInt64(seed), faulty: false)
    // A second file revises what the first one set.
    let files = [rows.make(60), rows.make(30)]
    let (here, aside) = (try TargetOffice(), try TargetOffice())
    let commands = try TargetOffice()
    for file in files {
      try here.read(file, aside: false)
      try aside.read(file, aside: true)
      for row in file { try commands.set(row) }
    }
    #expect(here.faults == [] && aside.faults == [])
    #expect(try here.books() == aside.books())
    #expect(try here.books() == commands.books())
    #expect(try here.desk.ledger.head() == aside.desk.ledger.head())
    for office in [here, aside, commands] {
      #expect(try office.desk.ledger.check() == [])
      #expect(try office.desk.ledger.verify() == [])
      try office.expectPlans()
    }
  }

  @Test("the faults of a file are those of its rows, and nothing is written", arguments: 1...12)
  func faults(seed: Int) throws {
    var rows = RandomTargets(seed: UInt64(seed) + 1000, faulty: true)
    let file = rows.make(50)
    let (here, aside) = (try TargetOffice(), try TargetOffice())
    try here.read(file, aside: false)
    try aside.read(file, aside: true)
    let found = here.faults.map {
      "\($0.place.line):\($0.place.column) \(TargetOffice.plain($0.kind))"
    }
    #expect(found == (try TargetOffice().faults(of: file)))
    #expect(!found.isEmpty)
    #expect(here.faults == aside.faults)
    for office in [here, aside] { #expect(try office.books().isEmpty) }
  }

  @Test("of very many faults the first hundred are listed, and all are counted")
  func many() throws {
    let text = (0..<30_000).map { "nothing\($0),d,2021,1,,,,,\n" }.joined()
    for aside in [false, true] {
      let office = try TargetOffice()
      try office.read(text: TargetRow.header + text, aside: aside)
      #expect(office.faults.map(\.place.line) == Array(2...101))
      #expect(office.count == 30_000)
    }
  }

  @Test("one and the same fault of very many rows is listed a few times, and said of how many more")
  func alike() throws {
    let text = TargetRow.header + String(repeating: "nothing,d,2021,1,,,,,\n", count: 30_000)
    for aside in [false, true] {
      let office = try TargetOffice()
      try office.read(text: text, aside: aside)
      #expect(office.faults.map(\.place.line) == [2, 3, 4, 5, 6])
      #expect(office.faults.map(\.more) == [0, 0, 0, 0, 29_995])
      #expect(office.count == 30_000)
    }
  }

  @Test("a large file is handed over in several parts, whose revisions build on each other")
  func parts() throws {
    let first = "a.done,v1,2021,7,,2021-09-30,deadline,,\n"
    let last = "a.done,v1,2021,9,2021-07-01,,,,\n"
    // Each from a day of its own.
    let between = (0..<45_000).map { row in
      let (day, month) = (row / 3 % 28 + 1, row / 84 % 12 + 1)
      let year = 2021 + row / 1008
      let effective = year * 10_000 + month * 100 + day
      return "a.money,v\(row % 3 + 1),\(year),\(row),\(effective),,,,\n"
    }.joined()
    let office = try TargetOffice()
    try office.read(text: TargetRow.header + first + between + last, aside: true)
    #expect(office.faults == [])
    let unit = try office.desk.unit("v1").unit.id
    let set = try office.desk.ledger.targets(of: unit)
      .filter { $0.amount == 9 && $0.pace == .deadline }
    #expect(set.map(\.due) == [try day("2021-09-30")])
    #expect(try office.desk.ledger.check() == [])
    #expect(try office.desk.ledger.verify() == [])
  }
}
