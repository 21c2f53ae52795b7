import Foundation
import Registers
@testable import Storage
import TargetEngine
import Testing

@testable import Desk

/// A dry run says what the import then does, and leaves no trace. Source: `cli.md`, `--dry-run`.
@Suite struct DryRunTests {
  @Test("random files of the core: the same statement, the same faults", arguments: 0..<8)
  func core(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let desk = try Fixture().desk
    desk.largeFile = seed % 2 == 0 ? 0 : .max
    for round in 0..<20 {
      let texts = (0...Int.random(in: 0...1, using: &random)).map { _ in
        file(round, &random)
      }
      let same = [ImportOptions.Same.refuse, .skip, .keep].randomElement(using: &random) ?? .keep
      try expectSame(desk) { isDryRun in
        try desk.take(texts, ImportOptions(same: same, isDryRun: isDryRun))
      }
      if round == 12 { _ = try? desk.close(month("2021-04"), module: nil, reissue: nil) }
    }
    #expect(try desk.ledger.check().isEmpty)
    #expect(try desk.ledger.verify().isEmpty)
  }

  @Test("lists of records, which make persons and change what is known")
  func records() throws {
    let fixture = try RecordFixture()
    let lists = [
      ("people.person", "name,unit\n王五,t1\n张三,t1\n"),
      ("clinics.project", "facility,year,kind,ownership,funding\nc1,2021,村卫生室,集体,县级\n"),
      ("clinics.project", "facility,year,budget\nc1,2021,5\nc2,2021,7\n"),
      ("clinics.project", "facility,year,budget\nc1,2021,9\n"),
    ]
    for (register, text) in lists {
      try expectSame(fixture.desk) { isDryRun in
        try fixture.imported(register, text, ImportOptions(isDryRun: isDryRun))
      }
    }
  }

  /// Imports twice, first on trial.
  private func expectSame(
    _ desk: Desk, _ take: (Bool) throws -> Written<Imported>
  ) throws {
    let before = try books(desk)
    let trial = outcome { try take(true) }
    #expect(try books(desk) == before)
    let real = outcome { try take(false) }
    #expect(trial.text == real.text)
    guard let trial = trial.written, let real = real.written else {
      #expect(try books(desk) == before)
      return
    }
    #expect(trial.isRehearsal && !real.isRehearsal)
    #expect(trial.isEmpty == real.isEmpty && trial.late == real.late)
    #expect(trial.levels.count == real.levels.count)
    #expect(trial.doubles.count == real.doubles.count)
    #expect((try books(desk) == before) == real.isEmpty)
    let entries = real.result.files(of: .entries)
    if entries.count == real.result.files.count, real.levels.isEmpty {
      let new = try desk.ledger.entries(EntryQuery()).count - before.entries
      // A level takes a second entry where another follows, and one that is replaced as well.
      #expect(new >= entries.map(\.new).reduce(0, +))
    }
  }

  private func outcome(
    _ take: () throws -> Written<Imported>
  ) -> (text: String, written: Written<Imported>?) {
    do {
      let written = try take()
      let files = written.result.files.map { file in
        var file = file
        file.path = ""
        return "\(file)"
      }
      return (files.joined(separator: "\n"), written)
    } catch DeskError.faults(let faults) {
      let text = faults.listed.map { "\($0.place.line) \($0.kind)" }.joined(separator: "\n")
      return (text.replacing(/[0-9A-F-]{36}/, with: ""), nil)
    } catch DeskError.importedBefore(_, _, let transaction) {
      return ("imported by \(transaction)", nil)
    } catch {
      return ("\(type(of: error))", nil)
    }
  }

  /// All that may have changed.
  private func books(_ desk: Desk) throws -> Books {
    Books(
      head: try desk.ledger.head().description,
      entries: try desk.ledger.entries(EntryQuery()).count,
      units: try desk.ledger.units().map { "\($0)" },
      tables: try ["change", "target", "entry", "total", "imported", "import_salt", "plan"].map {
        try desk.ledger.connection.first("SELECT COUNT(*) FROM \($0)") { $0.int(0) } ?? 0
      })
  }

  private struct Books: Equatable {
    var head: String
    var entries: Int
    var units: [String]
    var tables: [Int64]
  }

  private func file(_ round: Int, _ random: inout SplitMix) -> String {
    func some(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    let count = Int.random(in: 0...5, using: &random)
    switch Int.random(in: 0...4, using: &random) {
    case 0:
      return "code,parent,name,kind\n"
        + (0..<count).map { _ in
          let code = some(["n1", "n2", "n\(round)", "v1"])
          return "\(code),\(some(["t1", "t2", "x"])),unit \(code),village\n"
        }.joined()
    case 1:
      return "indicator,unit,year,amount,effective\n"
        + (0..<count).map { _ in
          "a.done,\(some(["v1", "v2", "t1"])),2021,\(some(["5", "6", "7"])),"
            + "\(some(["", "", "2021-05-01"]))\n"
        }.joined()
    default:
      return "date,indicator,unit,amount,note,mode\n"
        + (0..<count).map { _ in
          let isLevel = Int.random(in: 0...3, using: &random) == 0
          return "2021-0\(some(["3", "4", "5"]))-1\(some(["0", "1"])),"
            + "\(isLevel ? "b.level" : some(["a.done", "a.done", "a.money", "no"])),"
            + "\(some(["v1", "v2", "t1"])),\(some(["1", "2", "3"])),\(some(["", "", "y"])),"
            + "\(isLevel ? "level" : "add")\n"
        }.joined()
    }
  }
}
