import Forms
import TargetEngine
import Testing

@testable import Desk
@testable import OfficeFiles

/// "One and the same fault in one column … is told once, with the number of rows and the first of them"; "the first 100,
/// then their number".
///
/// Source: `forms.md`, "Files"; `cli.md`, "CSV in".
@Suite struct ManyFaultsTests {
  private func place(_ line: Int, _ column: Int) -> TablePlace {
    TablePlace(file: "a.csv", line: line, column: column)
  }

  @Test("one fault of more than 1 000 rows hides no other")
  func sameFault() {
    var faults = ImportFaults()
    for line in 2...5000 {
      // The suggestions are looked up for the first of them only.
      let near = faults.suggests ? ["洪林镇"] : []
      faults.add(.rule(.unknownUnit("洪林", suggestions: near)), at: place(line, 3))
    }
    faults.add(.badDay("六月"), at: place(5001, 1))
    #expect(faults.count == 5000)
    #expect(faults.listed.count == 6)
    #expect(faults.listed.map(\.more).reduce(0, +) == 4994)
    #expect(faults.listed.last?.kind == .badDay("六月"))
  }

  @Test("a hundred faults of one column leave room for the first of another")
  func otherFaults() {
    var faults = ImportFaults()
    for line in 2...3000 { faults.add(.badDay("第 \(line) 天"), at: place(line, 1)) }
    #expect(faults.listed.count == 100)
    faults.add(.badChoice("也许", allowed: []), at: place(3001, 2))
    faults.add(.badDay("无"), at: place(3002, 1))
    #expect(faults.listed.count == 100)
    #expect(faults.listed.first?.place.line == 2)
    #expect(faults.listed.last?.place == place(3001, 2))
    #expect(faults.count == 3001)
  }

  @Test("what stands against many answers hides nothing of another line")
  func objections() throws {
    var faults = ImportFaults()
    let missing = { (line: String, unit: Int) throws in
      ImportFault.Kind.rule(
        .form(
          .objections(
            unit: "\(unit)", [.missing(try number(line), Text("", ""))])))
    }
    for unit in 1...1200 { faults.add(try missing("1", unit), at: place(unit + 1, 5)) }
    faults.add(try missing("2", 7), at: place(8, 5))
    #expect(faults.listed.count == 100)
    #expect(faults.listed.last?.kind == (try missing("2", 7)))
  }
}
