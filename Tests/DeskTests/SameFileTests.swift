import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// A file that was imported twice on purpose: neither import builds on the other.
@Suite struct SameFileTests {
  private static let file = "date,indicator,unit,amount\n2021-05-12,a.done,v3,5\n"

  private func twice() throws -> (fixture: Fixture, first: Int64, second: Int64) {
    let fixture = try Fixture()
    let first = try fixture.desk.take([Self.file]).head.transaction
    let second = try fixture.desk.take([Self.file], ImportOptions(again: true)).head.transaction
    return (fixture, first, second)
  }

  private func undo(_ fixture: Fixture, _ number: Int64) throws -> Int64 {
    let undone = try fixture.desk.undo("\(number)", reason: "r").head.transaction
    #expect(try fixture.desk.ledger.check().isEmpty)
    #expect(try fixture.desk.ledger.verify().isEmpty)
    return undone
  }

  private func actual(_ fixture: Fixture) throws -> Int64? {
    try fixture.actual("a.done", "2021-06", "v3")
  }

  /// The transaction that a third import of the same bytes is refused because of; nil where it is taken.
  private func known(_ fixture: Fixture) throws -> Int64? {
    do {
      _ = try fixture.desk.take([Self.file], ImportOptions(same: .keep, isDryRun: true))
      return nil
    } catch DeskError.importedBefore(_, _, let transaction) {
      return transaction
    }
  }

  @Test("either is undone first, and the file is known as long as one is in force")
  func eitherOrder() throws {
    for isFirst in [true, false] {
      let (fixture, first, second) = try twice()
      let (one, other) = isFirst ? (first, second) : (second, first)
      #expect(try known(fixture) == second)
      let undone = try undo(fixture, one)
      #expect(try actual(fixture) == 5)
      #expect(try known(fixture) == other)
      let both = try undo(fixture, other)
      #expect(try actual(fixture) ?? 0 == 0)
      #expect(try known(fixture) == nil)
      _ = try undo(fixture, undone)
      #expect(try known(fixture) == one)
      _ = try undo(fixture, both)
      #expect(try actual(fixture) == 10)
      #expect(try known(fixture) == second)
    }
  }

  @Test("the header of a file that is not known names the registers that know most of it")
  func header() throws {
    let fixture = try RecordFixture()
    do {
      _ = try fixture.desk.take(["服务村,在岗起始日期,天气\nv1,2021-01-01,晴\n"])
      Issue.record("taken")
    } catch DeskError.faults(let faults) {
      guard case .unknownHeader(_, let near) = faults.listed.first?.kind else {
        Issue.record("\(faults)")
        return
      }
      #expect(near.map(\.name.zh) == ["村医在岗"])
      #expect(near.map { $0.missing.map(\.zh) } == [["村医"]])
      #expect(near.map(\.unknown) == [["天气"]])
    }
  }
}
