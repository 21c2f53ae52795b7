import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Words that would mean another unit, or a person's number, are no names.
@Suite struct NameGuardTests {
  private func add(
    _ fixture: Fixture, _ code: String, _ name: String, parent: String? = "d",
    aliases: [String] = [], isRoot: Bool = false
  ) throws {
    _ = try fixture.desk.addUnit(
      code: code, name: name, kind: .village, parent: parent, opened: nil, aliases: aliases,
      isRoot: isRoot)
  }

  private func isRefused(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return false
    } catch DeskError.codeIsName, DeskError.badUnitCode, DeskError.noParent {
      return true
    } catch {
      return false
    }
  }

  @Test("no unit is called as another's code, and none has another's name for a code")
  func codes() throws {
    let fixture = try Fixture()
    try add(fixture, "x1", "甲镇", aliases: ["老甲"])
    for (code, name, aliases) in [
      ("甲镇", "丙村", []), ("老甲", "丙村", []), ("x2", "x1", []), ("x2", "丙村", ["v1"]),
    ] as [(String, String, [String])] {
      #expect(isRefused { try add(fixture, code, name, aliases: aliases) }, "\(code) \(name)")
    }
    #expect(isRefused { _ = try fixture.desk.renameUnit("x1", to: "v1") })
    #expect(isRefused { _ = try fixture.desk.addAlias("v1", to: "x1") })
    // Its own code may be its name.
    try add(fixture, "x3", "x3")
  }

  @Test("beside the office's own unit stands none that nobody meant to put there")
  func roots() throws {
    let fixture = try Fixture()
    try add(fixture, "r1", "前", parent: nil)
    _ = try fixture.desk.set(.unit, to: "d")
    #expect(isRefused { try add(fixture, "r2", "后", parent: nil) })
    try add(fixture, "r2", "后", parent: nil, isRoot: true)
  }

  @Test(
    "codes in which a spreadsheet has lost digits are refused", arguments: ["3.40001E+11", "1e+17"])
  func lostDigits(_ code: String) throws {
    #expect(code.utf8.hasLostDigits)
    let fixture = try Fixture()
    #expect(isRefused { try add(fixture, code, "丙村") })
    let records = try RecordFixture()
    #expect(throws: DeskError.self) {
      try records.importList(
        "workforce.post", "code,hospital,year,title,openings\n\(code),h1,2021,医生,1\n")
    }
    for text in ["E+1", "3E5", "3.4.5E+1", "甲E+11", "12"] { #expect(!text.utf8.hasLostDigits) }
  }

  @Test(
    "a number is nobody's name, at no door",
    arguments: ["110101190003070002", "13800000001", "6222 0000 0000 0000 000", "１３８０００００００１"])
  func numbers(_ number: String) throws {
    let fixture = try RecordFixture()
    #expect(throws: DeskError.self) { try fixture.add("people.person", "name=\(number)") }
    #expect(throws: DeskError.self) {
      try fixture.importList("people.person", "name\n\(number)\n")
    }
    #expect(throws: DeskError.self) {
      try fixture.importList(
        "workforce.trainee", "person,cohort,college,home\n\(number),2021,甲校,v1\n")
    }
    #expect(try fixture.count("people_person") == 0)
    try fixture.add("people.person", "name=张三2")
  }

  @Test("the same document is one, however its number is typed")
  func documents() {
    for text in [
      "卫健办{2021}77号", "卫健办「2021」77号", "卫健办〔2021〕77 号", "卫健办 〔2021〕 77号", "卫健办［2021］第77 号",
    ] {
      let number = DocumentNumber.normalized(text).replacing("第", with: "")
      #expect(number == "卫健办〔2021〕77号", "\(text)")
      var copy = text
      #expect(copy.withUTF8 { !DocumentNumber.isNormal($0) })
    }
    for text in ["Example 2021-2", "关于 工作 的通知", "卫健办〔2021〕 附件 2"] {
      #expect(DocumentNumber.normalized(text) == text)
    }
  }
}
