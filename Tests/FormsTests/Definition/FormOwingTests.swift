import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Owed by".
@Suite struct FormOwingTests {
  private let units: [Unit] = [
    Unit(id: 1, code: "d", name: "宣州区", kind: .district),
    Unit(id: 2, code: "t1", name: "洪林镇", kind: .township, parent: 1),
    Unit(id: 3, code: "t2", name: "水阳镇", kind: .township, parent: 1, opened: day("2021-06-30")),
    Unit(id: 4, code: "t3", name: "旧乡", kind: .township, parent: 2, closed: day("2021-06-29")),
    Unit(id: 5, code: "t4", name: "新乡", kind: .township, parent: 1, closed: day("2021-06-30")),
    Unit(id: 6, code: "v1", name: "王庄村", kind: .village, parent: 2),
    Unit(id: 7, code: "c1", name: "别的县", kind: .district),
    Unit(id: 8, code: "t5", name: "别的镇", kind: .township, parent: 7),
    Unit(id: 9, code: "a1", name: "区教育局", kind: .agency, parent: 1),
  ]

  private func owing(
    _ owing: FormOwing, exempt: [FormExemption] = [], singly: Set<UnitID> = []
  ) -> [UnitID] {
    owing.owing(period("2021-06", .month), among: units, exempt: exempt, singly: singly)
      .map(\.id)
  }

  @Test("every unit of the kinds named that exists on the period's last day")
  func kinds() {
    #expect(owing(FormOwing(kinds: [.township])) == [2, 3, 5, 8])
    #expect(owing(FormOwing(kinds: [.village, .agency])) == [6, 9])
    #expect(owing(FormOwing()) == [])
  }

  @Test("at or below a unit")
  func below() {
    #expect(owing(FormOwing(kinds: [.township], below: 1)) == [2, 3, 5])
    #expect(owing(FormOwing(kinds: [.township, .village], below: 2)) == [2, 6])
    #expect(owing(FormOwing(kinds: [.township], below: 99)) == [])
  }

  @Test("minus exemptions that hold on the period's last day, from the first to the last day")
  func exemptions() {
    let townships = FormOwing(kinds: [.township], below: 1)
    let exempt = { (from: String, until: String?) in
      [FormExemption(2, from: day(from), until: until.map(day), reason: "撤并中")]
    }
    #expect(owing(townships, exempt: exempt("2021-06-30", "2021-06-30")) == [3, 5])
    #expect(owing(townships, exempt: exempt("2021-01-01", nil)) == [3, 5])
    #expect(owing(townships, exempt: exempt("2021-06-01", "2021-06-29")) == [2, 3, 5])
    #expect(owing(townships, exempt: exempt("2021-07-01", nil)) == [2, 3, 5])
    // The exempted unit's own, not what is below it.
    #expect(owing(FormOwing(kinds: [.village], below: 2), exempt: exempt("2021-01-01", nil)) == [6])
  }

  @Test(
    "plus units named singly, whatever they are; those of which a period was asked are the only ones"
  )
  func singles() {
    #expect(owing(FormOwing(kinds: [.township], below: 1, units: [9])) == [2, 3, 5, 9])
    #expect(owing(FormOwing(kinds: [.township], below: 1), singly: [6, 2]) == [2, 6])
    let exempt = [FormExemption(9, from: day("2021-01-01"), reason: "x")]
    #expect(owing(FormOwing(units: [9]), exempt: exempt) == [9])
  }

  @Test("a unit merged or closed before the period's last day owes nothing, named singly or not")
  func closed() {
    #expect(owing(FormOwing(kinds: [.township], units: [4])) == [2, 3, 5, 8])
    #expect(owing(FormOwing(kinds: [.township]), singly: [4, 2]) == [2])
    #expect(
      FormOwing(kinds: [.township]).owing(period("2021-05", .month), among: units).map(\.id)
        == [2, 4, 5, 8])
  }

  @Test("who has sent it owes it, whatever was told since")
  func sent() {
    let june = period("2021-06", .month)
    let exempt = [FormExemption(2, from: day("2021-01-01"), reason: "x")]
    let owing = FormOwing(kinds: [.township], below: 1)
    #expect(owing.owing(june, among: units, exempt: exempt).map(\.id) == [3, 5])
    #expect(
      owing.owing(june, among: units, exempt: exempt, sent: [2, 4]).map(\.id) == [2, 3, 4, 5])
    #expect(owing.owing(june, among: units, singly: [3], sent: [9]).map(\.id) == [3, 9])
  }

  @Test("a ring of parents harms nothing")
  func ring() {
    let ring = [
      Unit(id: 1, code: "a", name: "甲", kind: .township, parent: 2),
      Unit(id: 2, code: "b", name: "乙", kind: .township, parent: 1),
    ]
    let owing = FormOwing(kinds: [.township], below: 3)
    #expect(owing.owing(period("2021-06", .month), among: ring).isEmpty)
  }
}
