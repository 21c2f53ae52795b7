import Testing

@testable import Storage

/// The text of a state in the journal gives back the state.
@Suite struct FieldListTests {
  @Test(
    "every value comes back from its text, whatever is in it",
    arguments: [
      "plain", "=", "a=b", "two\nlines", "two\r\nlines", "a\ttab", "back\\slash", "\\n", "\\\\n",
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

  @Test("a carriage return that an earlier version left before a line feed stays in its value")
  func earlierText() {
    let fields = FieldList(parsing: "note=a\r\nb=c\nlast=d")
    #expect(fields["note"] == "a\r\nb=c")
    #expect(fields["last"] == "d")
  }
}
