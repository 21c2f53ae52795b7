import Storage
import Testing

@testable import Desk

/// Which entries of a transaction another file brought as well.
@Suite struct EqualImportTests {
  private static let header = "date,indicator,unit,amount,note\n"
  private static let may =
    header + "2021-05-10,a.done,v1,5,\n2021-05-10,a.done,v1,5,\n2021-05-11,a.done,v2,7,x\n"

  /// The entries of a transaction, by their places, each with the transaction that has its equal.
  private func equal(_ desk: Desk, _ number: Int64) throws -> [String] {
    guard let row = try desk.ledger.transaction(number) else { return [] }
    return try desk.ledger.equalImports(of: row).map {
      "\($0.entry.seq - row.entries.first + 1) \($0.entry.amount) \($0.transaction)"
    }
  }

  @Test("rows that another transaction in force imported, however often it was undone")
  func inForce() throws {
    let desk = try Fixture().desk
    let first = try desk.take([Self.may]).head.transaction
    #expect(try equal(desk, first) == [])
    _ = try desk.undo("\(first)", reason: "r")
    let other = try desk.take([
      Self.header + "2021-05-10,a.done,v1,5,\n2021-05-11,a.done,v2,7,y\n2021-05-12,a.done,v2,7,x\n"
    ]).head.transaction
    #expect(try equal(desk, first) == ["1 5 \(other)", "2 5 \(other)"])
    // What is not in force itself is no other.
    #expect(try equal(desk, other) == [])
    let undone = try desk.undo("\(other)", reason: "r").head.transaction
    #expect(try equal(desk, first) == [])
    _ = try desk.undo("\(undone)", reason: "r")
    #expect(try equal(desk, first) == ["1 5 \(other)", "2 5 \(other)"])
  }

  @Test("numbers by hand, levels and corrections are no rows of files")
  func others() throws {
    let fixture = try Fixture()
    let desk = fixture.desk
    try fixture.log("a.done", "5", "v1", "2021-05-10")
    let first = try desk.take(
      [Self.may + "2021-05-12,a.done,v3,1,\n"], ImportOptions(same: .keep)
    ).head.transaction
    _ = try desk.take(
      ["date,indicator,unit,amount,mode\n2021-05-12,a.done,v3,2,\n2021-05-31,b.level,v3,2,level\n"])
    #expect(try equal(desk, first) == [])
    let kept = try desk.take(["\u{FEFF}" + Self.may], ImportOptions(same: .keep)).head.transaction
    #expect(try equal(desk, kept) == ["1 5 \(first)", "2 5 \(first)", "3 7 \(first)"])
    #expect(try equal(desk, first) == ["1 5 \(kept)", "2 5 \(kept)", "3 7 \(kept)"])
  }
}
