import TargetEngine
import Testing

@testable import Registers

/// "A field marked dated is set as of a day and keeps its earlier values".
@Suite struct DatedTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("120 → 130 on 1 August leaves July at 120")
  func earlierValuesStay() throws {
    var workers = Dated()
    workers.set(120, from: try day("2021-01-01"))
    workers.set(130, from: try day("2021-08-01"))
    #expect(workers.value(on: try day("2021-07-31")) == 120)
    #expect(workers.value(on: try day("2021-08-01")) == 130)
    #expect(workers.value(on: try day("2020-12-31")) == nil)
    #expect(try workers.changes.map(\.amount) == [120, 10])
  }

  @Test("a value set for an earlier day leaves the later one, though it be the same")
  func sameValue() throws {
    var workers = Dated()
    workers.set(2, from: try day("2021-04-06"))
    workers.set(2, from: try day("2021-01-26"))
    #expect(workers.steps.map(\.value) == [2, 2])
    #expect(Dated(steps: workers.steps) == workers)
    #expect(try workers.changes.map(\.amount) == [2])
  }

  @Test("a typing error is corrected from the beginning")
  func typingError() throws {
    var workers = Dated()
    workers.set(120, from: try day("2021-01-01"))
    workers.correct(130, on: try day("2021-08-01"))
    #expect(workers.steps == [Dated.Step(from: try day("2021-01-01"), value: 130)])
  }

  @Test(
    "values begin on another day: the one in force on it, else the first; earlier ones fall away")
  func beginning() throws {
    var approved = try dated(["2020-01-01": 7])
    approved.begin(on: try day("2019-01-01"))
    #expect(approved == (try dated(["2019-01-01": 7])))
    approved.set(9, from: try day("2022-01-01"))
    approved.set(9, from: try day("2023-01-01"))
    #expect(approved == (try dated(["2019-01-01": 7, "2022-01-01": 9, "2023-01-01": 9])))
    approved.begin(on: try day("2022-03-01"))
    #expect(approved == (try dated(["2022-03-01": 9, "2023-01-01": 9])))
  }

  @Test("a seamless succession covers without a gap")
  func coverage() throws {
    var spans = Spans()
    spans.add(from: try day("2021-01-01"), until: try day("2021-06-01"))
    spans.add(from: try day("2021-06-01"), until: nil)
    spans.add(from: try day("2021-03-01"), until: try day("2021-04-01"))
    #expect(try spans.coverage == [Posting(1, on: try day("2021-01-01"))])
    var gap = Spans()
    gap.add(from: try day("2021-01-01"), until: try day("2021-02-01"))
    gap.add(from: try day("2021-02-02"), until: try day("2021-03-01"))
    #expect(try gap.coverage.map(\.amount) == [1, -1, 1, -1])
  }
}
