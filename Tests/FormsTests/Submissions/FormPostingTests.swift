import TargetEngine
import Testing

@testable import Forms

/// Source: `forms.md`, "Accepting posts".
@Suite struct FormPostingTests {
  private func line(_ number: LineNumber, _ posting: String) -> FormLine {
    var line = FormLine.count(number)
    line.posting = LinePosting(text: posting)
    return line
  }

  private func texts(_ postings: [FormPosting]) -> [String] {
    postings.map { "\($0.day) \($0.line) \($0.indicator) \($0.amount)" }
  }

  private func values(_ amounts: [LineNumber: Int64]) -> FormValues {
    amounts.mapValues { .amount(Decimal($0)) }
  }

  @Test("a typed amount that names an indicator posts on its period's last day")
  func monthly() throws {
    let form = try FormDefinition.of(
      .of([line("1", "a.sessions"), line("2", "a.people"), .count("3"), .text("4")]))
    let accepted: [FormPeriod: FormValues] = [
      period("2021-07", .month): values(["1": 5, "3": 9]),
      period("2021-06", .month): values(["1": 0, "2": 30]),
    ]
    #expect(
      texts(form.postings(of: accepted)) == [
        "2021-06-30 1 a.sessions 0", "2021-06-30 2 a.people 30", "2021-07-31 1 a.sessions 5",
      ])
    #expect(form.postings(of: [:]).isEmpty)
  }

  @Test("the version of each period says what it posts")
  func versions() throws {
    var form = try FormDefinition.of(.of([line("1", "a.old")]))
    var change = FormChange(from: day("2021-07-01"))
    change.lines = [.set(line("1", "a.new"))]
    try form.change(change)
    let accepted = ["2021-06", "2021-07"].map { (period($0, .month), values(["1": 1])) }
    #expect(
      texts(form.postings(of: Dictionary(uniqueKeysWithValues: accepted)))
        == ["2021-06-30 1 a.old 1", "2021-07-31 1 a.new 1"])
  }

  @Test("a cumulative line's later period takes the place of earlier ones of the same event")
  func cumulative() throws {
    let form = try FormDefinition.of(
      .of([line("1", "d.moved cumulative"), line("2", "d.sent")], due: nil), .once)
    var accepted: [FormPeriod: FormValues] = [
      period("烟花/2021-07-25T18", .once): values(["1": 100, "2": 1]),
      period("烟花/2021-07-26T08", .once): values(["1": 140, "2": 2]),
      period("灿都/2021-07-25T20", .once): values(["1": 7]),
    ]
    #expect(
      texts(form.postings(of: accepted)) == [
        "2021-07-25 2 d.sent 1", "2021-07-25 1 d.moved 7", "2021-07-26 1 d.moved 140",
        "2021-07-26 2 d.sent 2",
      ])
    // A later report that leaves the line empty says nothing about it; a reopened one is not there.
    accepted[period("烟花/2021-07-26T08", .once)] = values(["2": 2])
    #expect(texts(form.postings(of: accepted)).contains("2021-07-25 1 d.moved 100"))
    accepted[period("烟花/2021-07-27", .once)] = values(["1": 0])
    #expect(texts(form.postings(of: accepted)).last == "2021-07-27 1 d.moved 0")
    #expect(form.postings(of: accepted).filter { $0.indicator == "d.moved" }.count == 2)
  }

  @Test("a cumulative line whose number is another from a day on goes on with its event")
  func renumbered() throws {
    var form = try FormDefinition.of(.of([line("1", "d.moved cumulative")], due: nil), .once)
    var change = FormChange(from: day("2021-07-26"))
    change.lines = [.end("1"), .set(line("3", "d.moved cumulative"))]
    try form.change(change)
    let accepted: [FormPeriod: FormValues] = [
      period("烟花/2021-07-25T18", .once): values(["1": 10]),
      period("烟花/2021-07-26T08", .once): values(["3": 25]),
    ]
    #expect(texts(form.postings(of: accepted)) == ["2021-07-26 3 d.moved 25"])
  }
}
