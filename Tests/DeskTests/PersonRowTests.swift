import Storage
import TargetEngine
import Testing

@testable import Desk

/// Rows of lists of persons that are easily taken for something else.
@Suite struct PersonRowTests {
  @Test(
    "a name that ends like the word of a sum is a name; a sum of a unit, or of all of them, is none"
  )
  func sums() throws {
    let fixture = try RecordFixture()
    _ = try fixture.desk.addUnit(
      code: "h9", name: "甲院", kind: .hospital, parent: "t1", opened: nil, aliases: [])
    let file = try fixture.imported(
      "people.person",
      """
      姓名,性别,所在单位
      张合计,男,h1
      李四,女,h1
      全县合计,男,h1
      甲院合计,男,h9
      小计,女,h1
      """
    ).result.files[0]
    #expect(file.new == 2)
    #expect(file.passed.map(\.row) == [4, 5, 6])
  }

  @Test("who is renamed by an identity number is named as before, too")
  func renamed() throws {
    let fixture = try RecordFixture()
    try fixture.makeKey()
    let header = "姓名,身份证号,所在单位\n"
    try fixture.importList("people.person", header + "孙二,110101190003070002,h1\n")
    let file = try fixture.imported("people.person", header + "钱一,110101190003070002,h1\n")
      .result.files[0]
    #expect(file.changes.map(\.name) == ["钱一/unit h1"])
    #expect(file.changes.map(\.formerName) == ["孙二/unit h1"])
  }
}
