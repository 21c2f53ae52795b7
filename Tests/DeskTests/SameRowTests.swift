import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Rows that equal others: never counted twice without a word. Source: `cli.md`, `--same`.
@Suite struct SameRowTests {
  private static let header = "date,indicator,unit,amount,note\n"
  private static let may = header + "2021-05-10,a.done,v1,5,\n2021-05-11,a.done,v2,7,x\n"
  private static let june = header + "2021-06-10,a.done,v1,5,\n2021-05-11,a.done,v2,7,x\n"

  /// A district whose files are read here, or by a second thread.
  private func desk(aside: Bool) throws -> Desk {
    let desk = try Fixture().desk
    desk.largeFile = aside ? 0 : .max
    return desk
  }

  @Test("a row of another file is a fault, passed over or taken", arguments: [false, true])
  func otherFile(aside: Bool) throws {
    for same in [ImportOptions.Same.refuse, .skip, .keep] {
      let desk = try desk(aside: aside)
      let first = try desk.take([Self.may])
      let options = ImportOptions(same: same)
      if same == .refuse {
        #expect(
          try desk.faults([Self.june], options) == [
            "3 sameRow(of: [\"0.csv\"], transaction: \(first.head.transaction))"
          ])
        #expect(try desk.amounts() == [5, 7])
        continue
      }
      let file = try desk.take([Self.june], options).result.files[0]
      #expect(file.rows == 2)
      if same == .skip {
        #expect(file.passed == [PassedRow(row: 3, reason: .same)])
        #expect(file.new == 1 && file.repeated.count == 0)
        #expect(try desk.amounts() == [5, 5, 7])
      } else {
        #expect(file.new == 2 && file.passed.isEmpty)
        #expect(
          file.repeated.listed == [
            RepeatedRow(row: 3, other: .entry("TEST-\(first.head.transaction).2"))
          ])
        #expect(try desk.amounts() == [5, 5, 7, 7])
      }
      #expect(try desk.ledger.check().isEmpty)
      #expect(try desk.ledger.verify().isEmpty)
    }
  }

  @Test("the same file saved another way", arguments: [false, true])
  func savedAgain(aside: Bool) throws {
    let desk = try desk(aside: aside)
    _ = try desk.take([Self.may])
    for copy in ["\u{FEFF}" + Self.may, Self.may.replacing("\n", with: "\r\n")] {
      #expect(try desk.faults([copy]).count == 2)
      let skipped = try desk.take([copy], ImportOptions(same: .skip))
      #expect(skipped.isEmpty && skipped.result.files[0].passed.count == 2)
    }
    #expect(try desk.amounts() == [5, 7])
  }

  @Test("the same bytes again are taken with --again, and named", arguments: [false, true])
  func again(aside: Bool) throws {
    let desk = try desk(aside: aside)
    _ = try desk.take([Self.may])
    #expect(throws: DeskError.self) { try desk.take([Self.may]) }
    let file = try desk.take([Self.may], ImportOptions(again: true)).result.files[0]
    #expect(file.new == 2 && file.repeated.listed.map(\.row) == [2, 3])
    #expect(try desk.amounts() == [5, 5, 7, 7])
    // Not those of another file.
    #expect(try desk.faults([Self.june], ImportOptions(again: true)).count == 1)
  }

  @Test("equal rows of one file are taken, and named with their lines", arguments: [false, true])
  func oneFile(aside: Bool) throws {
    let desk = try desk(aside: aside)
    let row = "2021-05-10,a.done,v1,5,\n"
    let file = try desk.take([Self.header + row + "2021-05-10,a.done,v1,5,y\n" + row + row])
      .result.files[0]
    #expect(file.new == 4)
    #expect(
      file.repeated.listed == [
        RepeatedRow(row: 4, other: .line(2)), RepeatedRow(row: 5, other: .line(2)),
      ])
  }

  @Test("files of one import are other files to each other", arguments: [false, true])
  func together(aside: Bool) throws {
    let desk = try desk(aside: aside)
    #expect(try desk.faults([Self.may, Self.june]).count == 1)
    #expect(throws: DeskError.self) { try desk.take([Self.may, Self.may]) }
    let files = try desk.take([Self.may, Self.june], ImportOptions(same: .skip)).result.files
    #expect(files.map(\.new) == [2, 1])
    #expect(files[1].passed == [PassedRow(row: 3, reason: .same)])
    #expect(try desk.amounts() == [5, 5, 7])
  }

  @Test("--again keeps the rows of its own file, not those of another that came with it")
  func againBesideAnother() throws {
    let desk = try desk(aside: false)
    let other = Self.header + "2021-05-10,a.done,v1,5,\n"
    let own = Self.header + "2021-05-10,a.done,v1,5,\n2021-05-12,a.done,v1,9,\n"
    let first = try desk.take([other, own], ImportOptions(same: .skip)).head.transaction
    // Which of the two had a row is not known.
    #expect(
      try desk.faults([own], ImportOptions(again: true)).allSatisfy {
        $0.contains("sameRow(of: [\"0.csv\", \"1.csv\"], transaction: \(first))")
      })
    #expect(try desk.faults([own], ImportOptions(again: true)).count == 2)
    // Both again are all that came then.
    let both = try desk.take([other, own], ImportOptions(again: true, same: .keep))
    #expect(both.result.files.map(\.new) == [1, 2])
    // A file of entries beside one of units is one file of entries.
    let units = "code,parent,name,kind\nx1,t1,unit x1,village\n"
    let new = Self.header + "2021-05-20,a.done,x1,3,\n"
    _ = try desk.take([units, new])
    #expect(try desk.take([new], ImportOptions(again: true)).result.new == 1)
  }

  @Test("what was undone may be imported again; what was corrected may not")
  func undoneOrCorrected() throws {
    let desk = try desk(aside: false)
    let first = try desk.take([Self.may]).head.transaction
    _ = try desk.undo("\(first)", reason: "r")
    let second = try desk.take(["\u{FEFF}" + Self.may]).head.transaction
    #expect(try desk.amounts().reduce(0, +) == 12)
    _ = try desk.correct("\(second).1", amount: "6", unit: nil, on: nil, reason: "r")
    #expect(try desk.faults([Self.may.replacing("\n", with: "\r\n")]).count == 2)
  }

  @Test("a number given by hand is named beside, and passed over on demand")
  func byHand() throws {
    let desk = try desk(aside: false)
    let logged = try desk.log(
      "a.done", "5", unit: "v1", on: day("2021-05-10"), year: nil, note: "", isLevel: false)
    let written = try desk.take([Self.may], ImportOptions(isDryRun: true))
    #expect(
      written.result.files[0].repeated.listed == [
        RepeatedRow(row: 2, other: .entry(logged.result.id))
      ])
    let file = try desk.take([Self.may], ImportOptions(same: .skip)).result.files[0]
    #expect(file.new == 1 && file.passed == [PassedRow(row: 2, reason: .same)])
  }

  @Test("a level that was replaced since is not said again by another file")
  func levels() throws {
    let desk = try desk(aside: false)
    let rows = "date,indicator,unit,amount,mode\n2021-05-31,b.level,v1,26,level\n"
    _ = try desk.take([rows])
    #expect(try desk.take(["\u{FEFF}" + rows]).isEmpty)
    _ = try desk.log(
      "b.level", "27", unit: "v1", on: day("2021-05-31"), year: nil, note: "", isLevel: true)
    #expect(try desk.faults(["\u{FEFF}" + rows]).count == 1)
    let skipped = try desk.take(["\u{FEFF}" + rows], ImportOptions(same: .skip))
    #expect(skipped.isEmpty && skipped.result.files[0].passed.count == 1)
    #expect(try desk.level("b.level", "v1", "2021-06-01") == 27)
  }

  @Test("random files against a list of what was said", arguments: 0..<6)
  func random(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let desk = try desk(aside: seed % 2 == 0)
    var said: [(row: String, stands: Bool, transaction: Int64)] = []
    for round in 0..<25 {
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let month = Int.random(in: 4...6, using: &random)
        return "2021-0\(month)-1\(Int.random(in: 0...1, using: &random)),a.done,"
          + "v\(Int.random(in: 1...3, using: &random)),\(Int.random(in: 1...2, using: &random)),"
      }
      let text =
        Self.header + rows.joined(separator: "\n") + "\n\(String(repeating: "\n", count: round))"
      let standing = Set(said.filter(\.stands).map(\.row))
      let same = [ImportOptions.Same.refuse, .skip, .keep].randomElement(using: &random) ?? .keep
      let known = rows.filter(standing.contains)
      if same == .refuse, !known.isEmpty {
        #expect(try desk.faults([text]).count == known.count)
        continue
      }
      let written = try desk.take([text], ImportOptions(same: same))
      let taken = same == .skip ? rows.filter { !standing.contains($0) } : rows
      #expect(written.result.new == taken.count)
      #expect(written.result.files[0].passed.count == rows.count - taken.count)
      #expect(written.isEmpty == taken.isEmpty)
      if !taken.isEmpty {
        said += taken.map { ($0, true, written.head.transaction) }
      }
      if round % 5 == 4, let some = said.filter(\.stands).randomElement(using: &random) {
        _ = try desk.undo("\(some.transaction)", reason: "r")
        for place in said.indices where said[place].transaction == some.transaction {
          said[place].stands = false
        }
      }
    }
    let amount = said.filter(\.stands).compactMap { Int64($0.row.split(separator: ",")[3]) }
    #expect(try desk.amounts().reduce(0, +) == amount.reduce(0, +))
    #expect(try desk.ledger.check().isEmpty)
  }
}

extension Desk {
  /// Imports files with some texts, `0.csv` and so on.
  func take(
    _ texts: [String], _ options: ImportOptions = ImportOptions()
  ) throws -> Written<Imported> {
    let folder = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = try texts.enumerated().map { number, text in
      let path = "\(folder)/\(number).csv"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    }
    return try importFiles(paths, options)
  }

  /// The lines of faults, and what each is.
  fileprivate func faults(
    _ texts: [String], _ options: ImportOptions = ImportOptions()
  ) throws -> [String] {
    do {
      _ = try take(texts, options)
      return []
    } catch DeskError.faults(let faults) {
      return faults.listed.map { "\($0.place.line) \($0.kind)" }
    }
  }

  /// All amounts of the ledger, in ascending order.
  fileprivate func amounts() throws -> [Int64] {
    try ledger.entries(EntryQuery()).map(\.amount).sorted()
  }
}
