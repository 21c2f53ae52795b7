import Foundation
import Journal
import Registers
import Reports
import Storage
import StorageSQLite
import Suite
import TargetEngine
import Testing

@testable import Desk

/// Secrets are encrypted where they are kept, tell people apart, and can be destroyed.
/// Source: `architecture.md`, "Secrets". No number here is anybody's.
@Suite struct SecretTests {
  private let fixture: RecordFixture
  private let person: RegisterShape
  private static let numbers = ["110101190003070002", "110101190003070010", "110101190003070029"]

  init() throws {
    fixture = try RecordFixture()
    try fixture.makeKey()
    person = try fixture.shape("people.person")
  }

  private var ledger: Ledger { fixture.desk.ledger }

  private func add(_ fields: String...) throws -> RecordState {
    let fields = fields.map { text -> Desk.Assignment in
      let halves = text.split(separator: "=", maxSplits: 1)
      return (String(halves[0]), String(halves[1]))
    }
    return try fixture.desk.addRecord(person, fields, on: nil).result
  }

  private func reveal(_ record: RecordState, _ fields: String...) throws -> [String] {
    try fixture.desk.reveal(fields, of: record, in: person, reason: "核对").result.map(\.value)
  }

  private func isSound() throws {
    #expect(try ledger.verify().isEmpty)
    #expect(try ledger.check().isEmpty)
  }

  @Test("a secret is sealed in the record and in its history, and opens again")
  func sealing() throws {
    let added = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[0])", "phone=13800000001")
    #expect(added.data.filter(\.isSealed).count == 2)
    let history = try ledger.history(of: added.id, in: person)
    #expect(history.map(\.state) == [added])
    #expect(try reveal(added) == [Self.numbers[0], "13800000001"])
    try isSound()
  }

  @Test("the journal keeps who looked at which secrets, and why")
  func revealing() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    let before = try ledger.head().transaction
    #expect(try reveal(added, "phone") == ["13800000001"])
    let row = try #require(try ledger.transaction(before + 1))
    #expect(row.reason == "核对")
    #expect(row.changes.count == 1)
    #expect(throws: DeskError.undo(.isFinal)) {
      try fixture.desk.undo("\(row.transaction)", reason: "试")
    }
    #expect(throws: DeskError.record(.noSecret("name", register: person.name.title))) {
      try fixture.desk.reveal(["name"], of: added, in: person, reason: "试")
    }
    try isSound()
  }

  @Test("the identity number tells people apart: one number one person, one name many")
  func identity() throws {
    let first = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[0])")
    let second = try add("name=张一", "unit=v1", "id-number=\(Self.numbers[1])")
    #expect(first.id != second.id)
    #expect(throws: DeskError.self) { try add("name=李二", "id-number=\(Self.numbers[0])") }
    #expect(throws: DeskError.self) { try add("name=张一", "unit=v1") }
    #expect(try fixture.desk.record(Self.numbers[1], in: person).id == second.id)
    // Without a number of its own the name means both.
    #expect(throws: DeskError.self) { try fixture.desk.record("张一", in: person) }
    try isSound()
  }

  @Test("a secret typed again is no change, another is")
  func again() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    let head = try ledger.head()
    try fixture.set("people.person", "TEST-\(added.id)", "phone=138-0000-0001")
    #expect(try ledger.head() == head)
    try fixture.set("people.person", "TEST-\(added.id)", "phone=13800000002")
    #expect(try reveal(added, "phone") == ["13800000001"])
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    #expect(try reveal(now, "phone") == ["13800000002"])
  }

  @Test("what contradicts the identity number is refused")
  func contradiction() throws {
    for wrong in ["born-on=1900-03-08", "sex=male"] {
      #expect(throws: DeskError.self) {
        try add("name=张一", "id-number=\(Self.numbers[0])", wrong)
      }
    }
    _ = try add("name=张一", "id-number=\(Self.numbers[0])", "born-on=1900-03-07", "sex=female")
  }

  @Test("no error about a secret repeats it")
  func silence() throws {
    for text in ["110101190003070003", "13800000001x", "八十余份"] {
      do {
        _ = try add("name=张一", "id-number=\(text)")
        Issue.record("accepted \(text)")
      } catch {
        #expect(!"\(error)".contains(text))
      }
    }
  }

  @Test("without the key, or with a wrong one, nothing is written and lists still show")
  func locked() throws {
    let added = try add("name=张一", "phone=13800000001")
    let cases: [([KeyMaterial], SecretsFault)] = [
      ([], .locked(.file)),
      ([.file([UInt8](repeating: 8, count: 32))], .wrongKey(.file)),
    ]
    for (materials, fault) in cases {
      // Opened keys are remembered by a ledger, so that another asks for them anew.
      let desk = Desk(
        ledger: try fixture.anotherLedger(), context: fixture.desk.context)
      desk.ledger.keySource = { _, _ in materials }
      let head = try ledger.head()
      #expect(throws: fault) {
        try desk.addRecord(person, [("name", "李二"), ("phone", "13800000002")], on: nil)
      }
      #expect(throws: fault) { try desk.reveal([], of: added, in: person, reason: "试") }
      #expect(try ledger.head() == head)
      #expect(try desk.shown([added], in: person) == [added])
      // What has no secrets needs no key.
      _ = try desk.addRecord(person, [("name", "李二")], on: nil)
      _ = try desk.removeRecords(["李二"], in: person, reason: "试")
    }
    try isSound()
  }

  @Test("a changed key opens everything, and the old one nothing")
  func changing() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])")
    let words = KeyMaterial.passphrase("correct horse battery")
    let boxes = try ledger.history(of: added.id, in: person).map(\.state)
    #expect(throws: SecretsFault.wrongKey(.file)) {
      try fixture.desk.changeKey(from: { _ in [.file([1])] }, to: { words })
    }
    #expect(throws: SecretsFault.shortPassphrase(minimum: 8)) {
      try fixture.desk.changeKey(from: { _ in [RecordFixture.key] }, to: { .passphrase("short") })
    }
    _ = try fixture.desk.changeKey(from: { _ in [RecordFixture.key] }, to: { words })
    #expect(try ledger.history(of: added.id, in: person).map(\.state) == boxes)
    let other = try fixture.anotherLedger()
    #expect(try !other.isOpened(by: RecordFixture.key))
    other.keySource = { _, _ in [RecordFixture.key, words] }
    #expect(try other.keyKind() == .passphrase)
    let opened = try other.opened([added], in: person, mayAsk: true)
    #expect(opened[0].data.contains(.secret(Secret(open: Self.numbers[0]))))
    // What it was before lies nowhere in the database.
    #expect(try fixture.count("master_key") == 1)
    #expect(throws: SecretsFault.keyExists) { try fixture.desk.makeKey { words } }
    try isSound()
  }

  @Test("an erasure destroys texts, secrets, salts and key, and history still verifies")
  func erasing() throws {
    let added = try add(
      "name=张一", "unit=v1", "id-number=\(Self.numbers[0])", "born-on=1900-03-07", "备注=住址")
    let trainee = try fixture.add(
      "workforce.trainee", "person=TEST-\(added.id)", "cohort=2021", "college=卫校", "home=v1",
      "enrolled-on=2021-06-01")
    try fixture.set("people.person", "TEST-\(added.id)", "name=张二")
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    let erased = try fixture.desk.erase(now, in: person, document: "文〔2021〕1号").result.state
    #expect(erased.data.filter { !$0.isEmpty } == [.unit(4)])
    for state in try ledger.history(of: added.id, in: person).compactMap(\.state) {
      #expect(state.data.allSatisfy { $0.isEmpty || $0 == .unit(4) })
      #expect(state.note == "")
    }
    #expect(try fixture.count("record_key") == 0)
    #expect(try fixture.count("change_text WHERE body LIKE '%张%' OR body LIKE '%1900%'") == 0)
    #expect(try fixture.count("change WHERE body LIKE '%张%' OR body LIKE '%1900%'") == 0)
    // What refers to the person counts as before.
    #expect(try fixture.actual("workforce.enrolled", "2021-06", "d") == 1)
    #expect(trainee.hasPrefix("TEST-"))
    #expect(throws: SecretsFault.alreadyErased) {
      try fixture.desk.erase(now, in: person, document: "文〔2021〕1号")
    }
    #expect(throws: DeskError.record(.erased("TEST-\(added.id)"))) {
      try fixture.set("people.person", "TEST-\(added.id)", "sex=male")
    }
    let head = try ledger.head().transaction
    for number in [head, head - 1] {
      #expect(throws: DeskError.self) { try fixture.desk.undo("\(number)", reason: "试") }
    }
    try isSound()
  }

  @Test(
    "texts beside the chain are proved by it",
    arguments: [
      "UPDATE change_text SET body = 'name=李二' WHERE seq = (SELECT MIN(seq) FROM change_text)",
      "UPDATE change_text SET salt = x'00' WHERE seq = (SELECT MIN(seq) FROM change_text)",
      "DELETE FROM change_text WHERE seq = (SELECT MIN(seq) FROM change_text)",
      "UPDATE people_person SET name = '李二'",
      "UPDATE people_person SET phone_box = id_number_box",
      "UPDATE master_key SET wrapped = x'00'",
      "INSERT INTO change_text (seq, salt, body) VALUES (1, x'00', 'name=x')",
      "INSERT INTO change_text (seq, salt, body) VALUES (999999, x'00', 'name=x')",
    ])
  func tampering(sql: String) throws {
    _ = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    try isSound()
    try fixture.execute(sql)
    #expect(try !ledger.verify().isEmpty)
  }

  @Test("a box moved to another record does not open there")
  func moving() throws {
    let first = try add("name=张一", "phone=13800000001")
    let second = try add("name=李二", "phone=13800000002")
    try fixture.execute(
      """
      UPDATE people_person SET phone_box = (SELECT phone_box FROM people_person WHERE id = \(first.id))
      WHERE id = \(second.id);
      UPDATE record_key SET wrapped = (SELECT wrapped FROM record_key WHERE record = \(first.id))
      """)
    let moved = try fixture.desk.record("TEST-\(second.id)", in: person)
    #expect(throws: SecretsFault.damaged) { try reveal(moved) }
  }

  @Test("a box moved to another field of its record is none of that field")
  func movingWithin() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "phone=13800000001")
    try fixture.execute("UPDATE people_person SET phone_box = id_number_box")
    let moved = try fixture.desk.record("TEST-\(added.id)", in: person)
    #expect(throws: SecretsFault.damaged) { try reveal(moved) }
    #expect(throws: SecretsFault.damaged) { try fixture.desk.shown([moved], in: person) }
    #expect(try ledger.check().contains(.secrets(added.id)))
  }

  @Test("what is said beside a kept identity number is compared with it, where the key is at hand")
  func besideIdentity() throws {
    let added = try add("name=张一", "id-number=\(Self.numbers[0])", "sex=female")
    let set = { (field: String, value: String) in
      _ = try self.fixture.desk.setRecords(
        ["TEST-\(added.id)"], in: self.person, [(field, value)], on: nil, isTypo: false)
    }
    #expect(throws: DeskError.self) { try set("sex", "male") }
    #expect(throws: DeskError.self) { try set("born-on", "1990-03-08") }
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name,born-on\n张一,1990-03-08\n")
    }
    try set("born-on", "1900-03-07")
    ledger.keySource = { _, _ in [] }
    let locked = Desk(ledger: try fixture.anotherLedger(), context: fixture.desk.context)
    _ = try locked.setRecords(
      ["TEST-\(added.id)"], in: person, [("born-on", "1990-03-08")], on: nil, isTypo: false)
  }

  @Test("a copy whose secrets no longer open says so")
  func copying() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let fixture = try RecordFixture(path: folder + "/a.db")
    try fixture.makeKey()
    let id = try fixture.add("people.person", "name=张一", "phone=13800000001")
    #expect(try fixture.backup(to: folder + "/b.db").findings.isEmpty)
    try fixture.execute("UPDATE record_key SET wrapped = zeroblob(40)")
    let number = try fixture.desk.record(id, in: person).id
    #expect(try fixture.backup(to: folder + "/c.db").findings == [.secrets(number)])
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
    // Nothing of it is new, and no transaction is written.
    #expect(
      try fixture.importList("people.person", text, ImportOptions(again: true)) == number)
    #expect(try fixture.count("imported") == 1)
    _ = try fixture.desk.undo("\(number)", reason: "试")
    _ = try fixture.desk.undo("\(number + 1)", reason: "试")
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

  @Test("an erasure takes the records with it that were merged into the one that is erased")
  func doubles() throws {
    let kept = try add("name=张一", "unit=v1")
    let others = try ["张益", "张依", "王三"].map { try add("name=\($0)", "unit=v1") }
    for (one, into) in [(others[1], others[0]), (others[0], kept), (others[2], kept)] {
      _ = try fixture.desk.mergeRecord(
        "TEST-\(one.id)", into: "TEST-\(into.id)", in: person, reason: "重复")
    }
    _ = try fixture.desk.undo("\(try ledger.head().transaction)", reason: "不是一人")
    let erased = try fixture.desk.erase(kept, in: person, document: "文〔2021〕1号").result
    #expect(Set(erased.doubles) == [others[0].id, others[1].id])
    for state in [kept] + others.dropLast() {
      #expect(try ledger.erasure(of: state.id) != nil)
      #expect(try ledger.record(state.id, in: person)?.data[0] == .empty)
    }
    #expect(try fixture.desk.record("王三", in: person).id == others[2].id)
    #expect(try fixture.count("change_text WHERE body LIKE '%张益%' OR body LIKE '%张依%'") == 0)
    try isSound()
  }

  @Test("an erasure tells of files that earlier versions noted without salt")
  func plainDigests() throws {
    let author = Author(actor: "tester", at: "2021-06-30T08:00:00Z", command: "import")
    let state = try ledger.write(author) { transaction in
      try transaction.remember(file: "旧表.csv", sha256: "ab", isPersonal: false)
      var state = person.blank
      state.data[0] = .text("张一")
      return try transaction.put(state, in: person)
    }.result
    let erased = try fixture.desk.erase(state, in: person, document: "文〔2021〕1号").result
    #expect(erased.files == ["旧表.csv"])
    try isSound()
  }

  @Test("undo brings a secret back as it was")
  func undoing() throws {
    let added = try add("name=张一", "phone=13800000001")
    try fixture.set("people.person", "TEST-\(added.id)", "phone=13800000002")
    _ = try fixture.desk.undo("\(try ledger.head().transaction)", reason: "试")
    let now = try fixture.desk.record("TEST-\(added.id)", in: person)
    #expect(now == added)
    #expect(try reveal(now) == ["13800000001"])
    try isSound()
  }

  @Test("a person is asked for the key before a transaction keeps others waiting")
  func askingFirst() throws {
    let added = try add("name=张一", "phone=13800000001")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).csv")
    try Data("姓名,联系电话\n李二,13800000002\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let ways: [(Desk) throws -> Void] = [
      { _ = try $0.addRecord(person, [("name", "王三"), ("phone", "13800000003")], on: nil) },
      { desk in
        _ = try desk.setRecords(
          ["TEST-\(added.id)"], in: person, [("phone", "13800000004")], on: nil, isTypo: false)
      },
      { _ = try $0.reveal([], of: added, in: person, reason: "核对") },
      { desk in
        _ = try desk.revealRecords(
          RecordSearch(), in: person, try RecordNames(ledger, .zh), .zh, byteOrderMark: false,
          reason: "上报")
      },
      { _ = try $0.importRecords(file.path, in: person, ImportOptions(again: true)) },
      { _ = try $0.importFiles([file.path], ImportOptions(again: true)) },
    ]
    for (index, way) in ways.enumerated() {
      let desk = Desk(ledger: try fixture.anotherLedger(), context: fixture.desk.context)
      var asked = 0
      desk.ledger.keySource = { _, mayAsk in
        guard mayAsk else { return [] }
        asked += 1
        // Inside of a transaction this would be refused.
        try fixture.execute("BEGIN; ROLLBACK")
        return [RecordFixture.key]
      }
      try way(desk)
      #expect(asked == 1, "way \(index)")
    }
    try isSound()
  }
}
