import Foundation
import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// The key of secrets: who is asked for it, what it opens, and what does not open with it.
@Suite struct SecretKeyTests: SecretSuite {
  let office: SecretOffice

  init() throws { office = try SecretOffice() }

  private func reveal(_ record: RecordState, _ fields: String...) throws -> [String] {
    try fixture.desk.reveal(fields, of: record, in: person, reason: "核对").result.map(\.value)
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
