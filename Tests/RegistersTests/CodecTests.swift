import TargetEngine
import Testing

@testable import Registers

/// Every kind of value comes back from its column and from the journal as it went.
@Suite struct CodecTests {
  private static func samples() throws -> [(FieldKind, [Datum])] {
    let first = try #require(Day("2021-01-01"))
    let last = try #require(Day("2021-06-30"))
    let texts = ["甲", "a;b", #"a\"#, "x@20210101~", "；、", #"\;@~"#]
    let seal = Secret.Seal(blind: "b1", box: "x/y+z=")
    return [
      (.text, texts.map { .text($0) }), (.file, [.text("卫健办〔2021〕77号")]),
      (.int, [.int(0), .int(.min), .int(.max)]), (.money, [.int(-150)]), (.day, [.day(first)]),
      (.moment, [.moment(try #require(Moment("2021-07-01 00:00")))]),
      (.bool, [.bool(true), .bool(false)]), (.unit, [.unit(7)]),
      (.reference(["a.b"]), [.record(9)]),
      (.choice([Choice(name: "x", title: Text("甲", "X"))]), [.text("x")]),
      (
        .dated(.int),
        [.dated(Dated(steps: [.init(from: first, value: -1), .init(from: last, value: 2)]))]
      ),
      (.secret(.phone), [.secret(Secret(seal))]),
      (.list(.text, isDated: false), [Datum(members: texts.map { Datum.Member(.text($0)) })]),
      (.list(.unit, isDated: false), [Datum(members: [.init(.unit(1)), .init(.unit(2))])]),
      (
        .list(.reference(["a.b"]), isDated: true),
        [
          Datum(members: [
            .init(.record(1)), .init(.record(2), since: first), .init(.record(3), until: last),
            .init(.record(1), since: last, until: last),
          ])
        ]
      ),
      (
        .list(.text, isDated: true),
        [Datum(members: texts.map { Datum.Member(.text($0), since: first, until: last) })]
      ),
    ]
  }

  @Test("kind ↔ datum ↔ scalar ↔ journal text")
  func roundTrip() throws {
    for (kind, data) in try Self.samples() {
      for datum in data {
        #expect(kind.datum(datum.scalar, beside: datum.beside) == datum, "\(kind) \(datum)")
        #expect(kind.datum(journal: datum.journalText) == datum, "\(kind) \(datum)")
      }
      #expect(kind.datum(Datum.empty.scalar, beside: Datum.empty.beside) == .empty)
    }
  }

  @Test("what is no value of a kind is none")
  func strange() {
    for kind in [FieldKind.int, .day, .moment, .unit, .reference(["a.b"])] {
      #expect(kind.datum(.text("x")) == .empty)
      #expect(kind.datum(journal: "x") == .empty)
    }
    #expect(FieldKind.day.datum(.int(20210231)) == .empty)
    #expect(FieldKind.moment.datum(.int(202102011260)) == .empty)
    #expect(FieldKind.moment.datum(.int(.min)) == .empty)
    #expect(FieldKind.text.datum(.text("")) == .empty)
    #expect(FieldKind.list(.unit, isDated: true).datum(journal: ";;@;@~;x@1~2") == .empty)
  }
}
