import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A number alone names a record by its id or by its key, never by whichever is found first. Source: `cli.md`,
/// "CSV in".
@Suite struct NumberOrKeyTests {
  private let fixture: RecordFixture
  private var desk: Desk { fixture.desk }

  /// Post 1 has the code 2, and post 2 the code 1; post 3 has its own number for its code.
  init() throws {
    fixture = try RecordFixture()
    for code in ["2", "1", "3", "04"] {
      try fixture.add(
        "workforce.post", "code=\(code)", "hospital=h1", "year=2021", "title=医师", "openings=2")
    }
  }

  private func post() throws -> RegisterShape { try fixture.shape("workforce.post") }

  private func fault(_ text: String, _ number: String, _ label: String, _ key: String) throws
    -> DeskError
  {
    .record(
      .numberOrKey(
        text, register: try post().name.title,
        number: NamedRecord(id: number, label: Text(label, label), unit: "unit h1"),
        keys: [NamedRecord(id: key, label: Text(text, text), unit: "unit h1")]))
  }

  @Test("every command that names a record refuses what may be either of two")
  func refused() throws {
    let shape = try post()
    let fault = try fault("1", "TEST-1", "2", "TEST-2")
    let head = try desk.ledger.head()
    for isRead in [false, true] {
      #expect(throws: fault) { try desk.record("1", in: shape, isRead: isRead) }
    }
    #expect(throws: fault) {
      try desk.setRecords(["1"], in: shape, [("openings", "3")], on: nil, isTypo: false)
    }
    #expect(throws: fault) {
      try desk.advanceRecords(["1"], in: shape, to: "approved", [], on: nil)
    }
    #expect(throws: fault) { try desk.removeRecords(["1"], in: shape, reason: "r") }
    #expect(throws: fault) {
      try desk.redateRecords(["1"], in: shape, "drafted", to: day("2021-01-02"), from: nil)
    }
    #expect(throws: fault) { try desk.mergeRecord("1", into: "TEST-3", in: shape, reason: "r") }
    #expect(throws: fault) { try desk.mergeRecord("TEST-3", into: "1", in: shape, reason: "r") }
    #expect(try desk.ledger.head() == head)
  }

  @Test("each of both has a name that means it alone, and what means one record twice is plain")
  func ways() throws {
    let shape = try post()
    #expect(throws: try fault("2", "TEST-2", "1", "TEST-1")) { try desk.record("2", in: shape) }
    for (text, id) in [("TEST-1", 1), ("1/", 2), ("2/", 1), ("3", 3), ("04", 4), ("4", 4)] {
      #expect(try desk.record(text, in: shape).id == Int64(id), "\(text)")
    }
    // A record that was taken out is not meant, but by who reads what it was.
    _ = try desk.removeRecords(["TEST-1"], in: shape, reason: "r")
    #expect(try desk.record("1", in: shape).id == 2)
    #expect(throws: DeskError.self) { try desk.record("1", in: shape, isRead: true) }
    // A code with a zero in front is no number.
    #expect(throws: DeskError.self) { try desk.record("003", in: shape) }
  }

  @Test("so does a condition of a search, which each of both answers by its own name")
  func conditions() throws {
    let shape = try fixture.shape("workforce.hire")
    for (post, person) in [("TEST-1", "甲"), ("1/", "乙")] {
      try fixture.advance("workforce.post", post, "approved", "2021-03-01")
      try fixture.add(
        "workforce.hire", "post=\(post)", "person=\(person)", "hired-on=2021-05-01")
    }
    let list = { (condition: String) in
      try desk.list(RecordSearch(conditions: [condition]), in: shape).records.count
    }
    for sign in ["=", "!="] {
      #expect(throws: try fault("1", "TEST-1", "2", "TEST-2")) { try list("post\(sign)1") }
    }
    #expect(try list("post=TEST-1") == 1)
    #expect(try list("post=1/") == 1)
    #expect(try list("post=3") == 0)
  }

  @Test("records that one name fits are told with what may be shown and tells them apart")
  func alike() throws {
    try fixture.makeKey()
    let shape = try fixture.shape("people.person")
    var ids: [String] = []
    for (unit, born) in [("h1", "1980-05-01"), ("h2", "1991-02-03")] {
      ids.append(
        try fixture.add("people.person", "name=张三", "unit=\(unit)", "born-on=\(born)"))
    }
    let about = { (unit: String, born: String) in
      [Text("出生日期 \(born)", "Born on \(born)"), Text("所在单位 \(unit)", "Unit \(unit)")]
    }
    let fault = DeskError.record(
      .ambiguousRecord(
        "张三", register: shape.name.title,
        records: [
          AlikeRecord(id: ids[0], about: about("unit h1", "1980-05-01")),
          AlikeRecord(id: ids[1], about: about("unit h2", "1991-02-03")),
        ], count: 2))
    #expect(throws: fault) { try desk.record("张三", in: shape) }
  }

  @Test("lists and files go by code, as they always did")
  func files() throws {
    #expect(try fixture.imported("workforce.post", "code,openings\n1,5\n").result.changed == 1)
    let names = try RecordNames(desk.ledger, .zh)
    let openings = try ["1/", "2/"].map { text in
      let shape = try post()
      let field = try #require(shape.field(named: "openings"))
      return try names.text(desk.record(text, in: shape).data[field], shape.fields[field].kind)
    }
    #expect(openings == ["5", "2"])
  }

  @Test("a reference is refused in the same way; in a file a number alone is a code")
  func references() throws {
    #expect(throws: try fault("1", "TEST-1", "2", "TEST-2")) {
      try fixture.add("workforce.hire", "post=1", "person=甲", "hired-on=2021-05-01")
    }
    let file = { (post: String) in
      try fixture.imported("workforce.hire", "post,person,hired-on\n\(post),乙,2021-05-01\n")
    }
    try fixture.advance("workforce.post", "TEST-2", "approved", "2021-03-01")
    #expect(try file("1").result.new == 1)
    let shape = try fixture.shape("workforce.hire")
    let hires = try desk.ledger.records(RecordQuery(), in: shape)
    let post = try #require(shape.field(named: "post"))
    #expect(hires.map { $0.data[post].record } == [2])
    // No post has this code, but one has this number.
    #expect(throws: (any Error).self) { try file("4") }
  }
}
