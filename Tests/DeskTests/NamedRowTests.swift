import Registers
import TargetEngine
import Testing

@testable import Desk

/// "A row with a known id (or a known unique field) updates that record, any other adds one; an empty cell
/// leaves a field alone."
@Suite struct NamedRowTests {
  private static let post = "workforce.post"

  private func office() throws -> RecordFixture {
    let fixture = try RecordFixture()
    for code in ["A1", "A2"] {
      try fixture.add(
        Self.post, "code=\(code)", "hospital=h1", "year=2021", "title=医师", "openings=3",
        "approved-on=2021-01-01")
    }
    return fixture
  }

  private func faults(_ body: () throws -> Void) -> [ImportFault] {
    do {
      try body()
    } catch DeskError.faults(let faults) {
      return faults.listed
    } catch {
      Issue.record(error)
    }
    return []
  }

  @Test("a known id updates its record, of which the row may correct the key")
  func corrected() throws {
    let fixture = try office()
    let written = try fixture.imported(
      Self.post, "id,code,title\nTEST-1,B1,\nTEST-2,,护士\n")
    #expect(written.result.changed == 2)
    let shape = try fixture.shape(Self.post)
    #expect(try fixture.desk.record("B1", in: shape).id == 1)
    #expect(try fixture.actual("workforce.posts-approved", "2021-06", "d") == 6)
    let title = try #require(shape.field(named: "title"))
    #expect(try fixture.desk.record("B1", in: shape).data[title] == .text("医师"))
    #expect(try fixture.desk.record("A2", in: shape).data[title] == .text("护士"))
    #expect(try fixture.desk.ledger.check().isEmpty)
  }

  @Test("what only a new record needs is not asked of a known one")
  func short() throws {
    let fixture = try office()
    let written = try fixture.imported(Self.post, "code,openings\nA2,5\n")
    #expect(written.result.changed == 1)
    #expect(try fixture.actual("workforce.posts-approved", "2021-06", "d") == 8)
    let found = faults { try fixture.importList(Self.post, "code,openings\nA1,3\nA3,5\n") }
    #expect(found.map(\.place.line) == [3])
    // Where nothing is known it is the header that lacks them.
    let header = faults { try RecordFixture().importList(Self.post, "code,openings\nA1,5\n") }
    #expect(header.map(\.place.line) == [1])
    // A file that names no record is a list of new ones.
    let unnamed = faults { try fixture.importList(Self.post, "hospital,openings\nh1,5\n") }
    #expect(unnamed.map(\.place.line) == [1])
  }

  @Test("an id that is not known, or one beside the key of another record, is a fault at its cell")
  func wrong() throws {
    let fixture = try office()
    let head = try fixture.desk.ledger.head()
    for (row, column) in [
      ("A1,TEST-99", 2), (",XY12-1", 2), ("A1,nonsense", 2), ("A1,TEST-x", 2), ("A1,TEST-2", 2),
      ("A9,2", 2), ("A9,TEST-+2", 2), ("A9,1.5", 2),
    ] {
      let found = faults { try fixture.importList(Self.post, "code,id\n\(row)\n") }
      #expect(found.map(\.place.line) == [2], "\(row)")
      #expect(found.map(\.place.column) == [column], "\(row)")
    }
    // Twice in one file, by number and by key.
    let twice = faults {
      try fixture.importList(Self.post, "id,code,openings\nTEST-1,,4\n,A1,5\n")
    }
    #expect(twice.map(\.place.line) == [3])
    #expect(try fixture.desk.ledger.head() == head)
  }

  @Test("a number of another office's ledger says nothing here: the key tells")
  func foreign() throws {
    let fixture = try office()
    let rows = "id,code,hospital,year,title,openings\nXY12-1,A1,h1,2021,医师,4\n"
    #expect(try fixture.imported(Self.post, rows).result.changed == 1)
    #expect(try RecordFixture().imported(Self.post, rows).result.new == 1)
  }

  @Test("a bare number is no id: a list that numbers its rows changes nothing")
  func bare() throws {
    let fixture = try RecordFixture()
    for name in ["张三", "李四"] { try fixture.add("people.person", "name=\(name)", "unit=v1") }
    let found = faults {
      try fixture.importList("people.person", "id,name,unit\n1,王五,v1\n2,赵六,v2\n")
    }
    #expect(found.map(\.kind) == ["1", "2"].map { .rule(.record(.badID($0, site: "TEST"))) })
    #expect(found.map(\.place.column) == [1, 1])
  }

  @Test("a row whose id and key disagree changes the key, which is told")
  func renamed() throws {
    let fixture = try RecordFixture()
    try fixture.add("people.person", "name=张三", "unit=v1")
    try fixture.add("people.person", "name=李四")
    let written = try fixture.imported(
      "people.person", "id,name,unit,sex\nTEST-1,王五,v2,\nTEST-2,李 四,v1,女\n")
    #expect(written.result.changed == 2)
    let renamed = try #require(written.notices.renamed.first)
    #expect(written.notices.renamed.count == 1, "a blank that is filled is told as such")
    #expect(renamed.record == "TEST-1")
    #expect(renamed.fields.map(\.name) == ["name", "unit"])
    #expect((renamed.before, renamed.after) == ("张三/unit v1", "王五/unit v2"))
    #expect(written.notices.filled.map(\.record) == ["TEST-2"])
  }

  @Test("keys go along a chain or change places in any order of rows, and are told as corrections")
  func chains() throws {
    let swap = ["TEST-1,A2,", "TEST-2,A1,"]
    let chain = ["TEST-1,A2,", "TEST-2,A3,"]
    for rows in [swap, swap.reversed(), chain, chain.reversed()] {
      let fixture = try office()
      let shape = try fixture.shape(Self.post)
      let written = try fixture.imported(
        Self.post, "id,code,openings\n" + rows.joined(separator: "\n"))
      #expect(written.result.changed == 2 && written.notices.renamed.count == 2)
      #expect(try fixture.desk.record("A2", in: shape).id == 1)
      #expect(try fixture.desk.ledger.check().isEmpty)
      _ = try fixture.desk.undo("\(written.head.transaction)", reason: "r")
      #expect(try fixture.desk.record("A2", in: shape).id == 2)
      #expect(try fixture.desk.ledger.check().isEmpty)
    }
  }

  @Test("keys without names change places, too")
  func places() throws {
    let fixture = try RecordFixture()
    for (facility, year) in [("c1", 2021), ("c1", 2022), ("c2", 2021)] {
      try fixture.add(
        "clinics.project", "facility=\(facility)", "year=\(year)", "assessed-on=2021-02-01")
    }
    let before = try fixture.figures()
    let rows = "id,facility,year\nTEST-1,c1,2022\nTEST-2,c2,2021\nTEST-3,c1,2021\n"
    let written = try fixture.imported("clinics.project", rows)
    let shape = try fixture.shape("clinics.project")
    #expect(try fixture.desk.record("c1/2021", in: shape).id == 3)
    #expect(try fixture.desk.ledger.check().isEmpty)
    _ = try fixture.desk.undo("\(written.head.transaction)", reason: "r")
    #expect(try fixture.desk.record("c1/2021", in: shape).id == 1)
    #expect(try fixture.figures() == before)
    #expect(try fixture.desk.ledger.check().isEmpty && fixture.desk.ledger.verify().isEmpty)
    let found = faults {
      try fixture.importList(
        "clinics.project", "id,facility,year\nTEST-1,c1,2022\nTEST-2,c1,2022\n")
    }
    #expect(found.map(\.place.line) == [2])
  }

  @Test("a key that two records would have in the end is refused at its row, in any order")
  func taken() throws {
    let new = ",B1,h1,2021,医师,1"
    for rows in [["TEST-1,A2,,,,"], ["TEST-1,B1,,,,", new], ["TEST-1,B1,,,,", "TEST-2,B1,,,,"]] {
      for rows in [rows, rows.reversed()] {
        let fixture = try office()
        let found = faults {
          try fixture.importList(
            Self.post, "id,code,hospital,year,title,openings\n" + rows.joined(separator: "\n"))
        }
        #expect(!found.isEmpty, "\(rows)")
      }
    }
    // A row by a key that another row takes from its record is of a new one: in the end both are.
    for rows in [["TEST-1,B1,,,,", ",A1,h1,2021,医师,7"], [",A1,h1,2021,医师,7", "TEST-1,B1,,,,"]] {
      let fixture = try office()
      let count = try fixture.imported(
        Self.post, "id,code,hospital,year,title,openings\n" + rows.joined(separator: "\n")
      ).result
      #expect(count.new == 1 && count.changed == 1, "\(rows)")
      let shape = try fixture.shape(Self.post)
      #expect(try fixture.desk.record("B1", in: shape).id == 1)
      #expect(try fixture.desk.record("A1", in: shape).id == 3)
    }
  }
}
