import TargetEngine
import Testing

@testable import Reports

@Suite struct JSONTests {
  @Test(arguments: [
    (Decimal(65, places: 1), "6.5"), (Decimal(650, places: 2), "6.5"),
    (Decimal(506_329, places: 6), "0.506329"), (Decimal(1_300_000, places: 2), "13000"),
    (Decimal(-5, places: 1), "-0.5"), (Decimal(5, places: 6), "0.000005"), (Decimal(0), "0"),
    (Decimal(0, places: 4), "0"), (Decimal(-79), "-79"), (Decimal(.min), "-9223372036854775808"),
    (Decimal(.min, places: 6), "-9223372036854.775808"),
    (Decimal(.max, places: 19), "0.9223372036854775807"),
    (Decimal(1, places: 22), "0.0000000000000000000001"),
  ])
  func decimals(_ number: Decimal, _ expected: String) {
    #expect(JSONValue.number(number).text == expected)
    #expect(number.shortest == expected)
  }

  @Test func integers() {
    #expect(
      JSONValue.array([0, 7, -10, .integer(.max), .integer(.min)]).text
        == "[0,7,-10,9223372036854775807,-9223372036854775808]")
  }

  @Test func strings() {
    #expect(JSONValue.string("宣州区 👍/é").text == "\"宣州区 👍/é\"")
    #expect(JSONValue.string("\"\\\n\r\t\u{8}\u{1B}\0").text == #""\"\\\n\r\t\u0008\u001b\u0000""#)
    #expect(JSONValue.string("\u{7F}\u{9B}\u{A0}°\r\n").text == "\"\\u007f\\u009b\u{A0}°\\r\\n\"")
    #expect(JSONValue.string("").text == "\"\"")
  }

  @Test func objectsKeepTheirOrder() {
    let absent: Decimal? = nil
    let value: JSONValue = [
      "report": "rank", "version": 1, "closed": false, "lines": [], "unit": [:],
      "a\"b": .init(absent), "total": ["rate": .init(Decimal(5, places: 1)), "x": nil],
    ]
    #expect(
      value.text
        == #"{"report":"rank","version":1,"closed":false,"lines":[],"unit":{},"a\"b":null,"#
        + #""total":{"rate":0.5,"x":null}}"#)
  }

  @Test func optionals() {
    let (string, integer, wide): (String?, Int?, Int64?) = ("x", 3, nil)
    #expect(JSONValue.array([.init(string), .init(integer), .init(wide)]).text == #"["x",3,null]"#)
  }

  @Test func documentsAreAppended() {
    var buffer = Array("1\n".utf8)
    JSONValue.bool(true).write(into: &buffer)
    #expect(buffer == Array("1\ntrue".utf8))
  }
}
