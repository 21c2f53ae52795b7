import Registers
import Reports
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Secrets in lists that come and go.
@Suite struct SecretFilesTests: SecretSuite {
  let office: SecretOffice

  init() throws { office = try SecretOffice() }

  private func reveal(_ record: RecordState, _ fields: String...) throws -> [String] {
    try fixture.desk.reveal(fields, of: record, in: person, reason: "核对").result.map(\.value)
  }

  @Test(
    "a mask in a list is no value: what is kept stays, and the receipt counts what was left out")
  func masks() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    let list = "name,sex,id-number,phone\n张一,female,1101**…0002,138**…0001\n李二,,**…**,\n"
    let written = try fixture.imported("people.person", list)
    #expect(written.notices.masked == 3)
    #expect(written.result.new == 1)
    #expect(written.result.changed == 1)
    #expect(try reveal(fixture.desk.record("张一", in: person)) == [Self.numbers[0], "13800000001"])
    #expect(try reveal(fixture.desk.record("李二", in: person)) == [])
    // Another number's mask is of somebody else of that name.
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,sex,id-number\n张一,female,3402**…1234\n")
    }
    // By hand a mask is a slip.
    #expect(throws: DeskError.self) {
      try fixture.desk.setRecords(
        ["TEST-\(added.id)"], in: person, [("phone", "138**…0001")], on: nil, isTypo: false)
    }
    try isSound()
  }

  @Test("a list with columns of secrets in which nothing stands needs no key")
  func emptyColumns() throws {
    let fixture = try RecordFixture()
    try fixture.importList("people.person", "name,id-number,phone\n张一,,\n李二,,**…**\n")
    #expect(throws: SecretsFault.noKey) {
      try fixture.importList("people.person", "name,id-number,phone\n王三,,13800000001\n")
    }
  }

  @Test("an export leaves out what was erased, and its number makes nobody elsewhere")
  func exportOfErased() throws {
    let added = try add("name=张一", "unit=v1")
    _ = try add("name=李二")
    _ = try fixture.desk.erase(added, in: person, document: "文〔2021〕1号")
    let list = ByteSink()
    let erased = try fixture.desk.exportRecords(
      RecordSearch(), in: person, try RecordNames(ledger, .en), .en, byteOrderMark: false, to: list)
    #expect(erased == 1)
    let text = String(decoding: list.bytes, as: UTF8.self)
    #expect(text == "Name,Sex,Born on,Unit,Note\n李二,,,,\n")
    let other = try RecordFixture()
    #expect(throws: DeskError.self) {
      try other.importList(
        "workforce.trainee", "person,cohort,college,home\nABCD-1,2021,甲校,v1\n")
    }
    #expect(try other.count("people_person") == 0)
  }

  @Test("an export has no secrets, unless someone says why")
  func export() throws {
    _ = try add("name=张一", "phone=13800000001")
    let names = try RecordNames(ledger, .en)
    let plain = ByteSink()
    _ = try fixture.desk.exportRecords(
      RecordSearch(), in: person, names, .en, byteOrderMark: false, to: plain)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "Name,Sex,Born on,Unit,Note\n张一,,,,\n")
    let head = try ledger.head().transaction
    let clear = try fixture.desk.revealRecords(
      RecordSearch(), in: person, names, .en, byteOrderMark: false, reason: "上报")
    #expect(
      String(decoding: clear.result.bytes, as: UTF8.self)
        == "Name,Sex,Born on,Unit,Identity number,Phone,Note\n张一,,,,,13800000001,\n")
    #expect(clear.head.transaction == head + 1)
    try isSound()
  }

  @Test("a file with columns that tell of persons is known by a salted digest, until one is erased")
  func digests() throws {
    let text = "name,phone\n张一,13800000001\n李二,13800000002\n"
    let number = try fixture.importList("people.person", text)
    #expect(try fixture.count("imported WHERE sha256 LIKE 'salted:%'") == 1)
    #expect(try fixture.count("change WHERE body LIKE '%sha256=salted:%'") == 1)
    #expect(throws: DeskError.self) { try fixture.importList("people.person", text) }
    // Nothing of it is new, and no transaction is written but the notes, of the refusal too, that its secrets are
    // known.
    let noted = try fixture.importList("people.person", text, ImportOptions(again: true))
    #expect(try noted == number + 2 && fixture.desk.hasOnlyNotes(since: number))
    #expect(try fixture.count("imported") == 1)
    _ = try fixture.desk.undo("\(number)", reason: "试")
    _ = try fixture.desk.undo("\(noted + 1)", reason: "试")
    #expect(throws: DeskError.self) { try fixture.importList("people.person", text) }
    let first = try fixture.desk.record("张一", in: person)
    let erased = try fixture.desk.erase(first, in: person, document: "文〔2021〕1号").result
    #expect(erased.files.isEmpty)
    #expect(try fixture.count("import_salt") == 0)
    try isSound()
    // Lists of things are known as before.
    try fixture.importList("clinics.project", "facility,year\nc1,2021\n")
    #expect(try fixture.count("import_salt") == 0)
  }

  @Test("lists that name a person are salted, too, and the erasure takes all their salts")
  func namedDigests() throws {
    try fixture.importList("people.person", "name,note\n张一,转岗\n")
    // Makes 李二.
    try fixture.importList(
      "workforce.trainee",
      "person,cohort,college,home,enrolled-on\n张一,2021,卫校,v1,2021-02-01\n李二,2021,卫校,v1,2021-02-01\n"
    )
    try fixture.importList(
      "plan.task", "title,module,owner,due,person\n督导,clinics,t1,2021-07-01,张一\n")
    #expect(try fixture.count("import_salt") == 3)
    let second = try fixture.desk.record("李二", in: person)
    #expect(
      try fixture.desk.erase(second, in: person, document: "文〔2021〕1号").result.files.isEmpty)
    // The first file is older than the record.
    #expect(try fixture.count("import_salt") == 1)
    let first = try fixture.desk.record("张一", in: person)
    #expect(
      try fixture.desk.erase(first, in: person, document: "文〔2021〕1号").result.files.isEmpty)
    #expect(try fixture.count("import_salt") == 0)
    #expect(try fixture.count("imported WHERE sha256 NOT LIKE 'salted:%'") == 0)
    try isSound()
  }
}
