import Journal
import Testing

@testable import Storage

/// The text of a state in the journal gives back the state.
@Suite struct FieldListTests {
  @Test(
    "every value comes back from its text, whatever is in it",
    arguments: [
      "plain", "=", "a=b", "two\nlines", "two\r\nlines", "a\ttab", "return\r", "\r",
      "\rb=c", "back\\slash", "\\r", "\\n", "\\\\n",
      "\n", "\\", "ends\\", "ends\n", "汉字\t与\\换行\n", "#=0123",
    ])
  func roundTrip(value: String) {
    var fields = FieldList()
    fields.add("first", value)
    fields.add("second", "b")
    let read = FieldList(parsing: fields.description)
    #expect(read["first"] == value)
    #expect(read["second"] == "b")
    #expect(read.fields.count == 2)
    #expect(fields.description.utf8.count { $0 == 0x0A } == 1)
  }

  @Test("a line of a list reads as if it were told of alone")
  func list() {
    let heading = ListBody.heading("register=a.b", ["unit", "year", "moves"])
    let digest = String(repeating: "0f", count: 32)
    let body = heading + "\n7\t2021\t\t\n8\t\t20210601:done\t\(digest)"
    let list = ListBody(body)
    #expect(body.hasPrefix("register=a.b\nunit\tyear\tmoves\t#\n"))
    #expect(list.count == 2)
    #expect(list[0] == "register=a.b\nunit=7\nyear=2021")
    #expect(list[1] == "register=a.b\nunit=8\nmoves=20210601:done\n#=\(digest)")
    #expect(list[2] == nil)
    #expect(list.digests == [nil, Substring(digest)])
    #expect(HiddenText.digest(of: list[1] ?? "") == Substring(digest))
    #expect(ListBody("").count == 0)
    #expect(ListBody("register=a.b").digests.isEmpty)
  }

  @Test("no value has a carriage return in its text")
  func escapedReturn() {
    var fields = FieldList()
    fields.add("first", "a\r\nb\r")
    #expect(fields.description == "first=a\\r\\nb\\r")
  }

  @Test("a carriage return that an earlier version left before a line feed stays in its value")
  func earlierText() {
    let fields = FieldList(parsing: "value=a\r\nb=c\nname=d")
    #expect(fields["value"] == "a\r\nb=c")
    #expect(fields["name"] == "d")
  }

  @Test("a field ends with a carriage return where the next one follows")
  func earlierEnd() {
    let unit = FieldList(parsing: "code=1\r\nname=East\r\nkind=township\nalias=a\r\nalias=b\r")
    #expect(unit.fields.map(\.name) == ["code", "name", "kind", "alias", "alias"])
    #expect(unit.fields.map(\.value) == ["1\r", "East\r", "township", "a\r", "b\r"])
  }

  @Test("what reads as a field that comes further down belongs to the value")
  func earlierPretence() {
    let unit = FieldList(parsing: "code=1\nname=East\r\nkind=township\nkind=other\nparent=2")
    #expect(unit["name"] == "East\r\nkind=township")
    #expect(unit["kind"] == "other")
  }

  @Test("a line of a list that an earlier version wrote keeps what ends with a carriage return")
  func earlierList() {
    let digest = String(repeating: "0f", count: 32)
    let list = ListBody(
      ListBody.heading("register=a.b", ["kind", "name"]) + "\nx\r\ty\r\t\(digest)")
    let read = list[0].map { FieldList(parsing: $0) }
    #expect(read?["kind"] == "x\r")
    #expect(read?["name"] == "y\r")
    #expect(HiddenText.withoutDigest(list[0] ?? "").hasSuffix("name=y\\r"))
  }

  @Test("the digest is taken off a body whose last value ends with a carriage return")
  func digestAfterReturn() {
    let digest = String(repeating: "0f", count: 32)
    #expect(Array(HiddenText.withoutDigest("name=y\r\n#=\(digest)").utf8) == Array("name=y\r".utf8))
  }
}
