import TargetEngine
import Testing

@testable import Reports

@Suite struct ICalendarTests {
  private func report(_ lines: [DueReport.Line]) throws -> DueReport {
    let day = try #require(Day("2021-06-30"))
    var report = DueReport(
      head: "#1", unit: Unit(code: "d", name: "宣州区", kind: .district), day: day, start: day,
      end: day)
    report.lines = lines
    return report
  }

  private func line(
    _ record: String, _ label: String, due: String, done: String? = nil, title: String = "问题整改"
  ) throws -> DueReport.Line {
    DueReport.Line(
      number: 1, record: record, register: "clinics.finding", obligation: "rectify",
      title: Text(title, "Rectification"), label: label,
      unit: Unit(code: "u", name: "洪林村卫生室", kind: .clinic),
      occurrence: Occurrence(due: try #require(Day(due)), done: done.flatMap { Day($0) }))
  }

  @Test("an event for each thing that is not done, all lines ended by CRLF")
  func whole() throws {
    let bytes = try report([
      line("K3F7-1", "处方;药房,冰箱", due: "2021-07-31"),
      line("K3F7-2", "办了", due: "2021-06-20", done: "2021-06-19"),
    ]).iCalendar(.zh)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == [
          "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Taizhang//Taizhang//ZH",
          "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:应办事项 宣州区", "BEGIN:VEVENT",
          "UID:K3F7-1-rectify-1@taizhang", "DTSTAMP:20210630T000000Z",
          "DTSTART;VALUE=DATE:20210731", "DTEND;VALUE=DATE:20210801",
          "SUMMARY:问题整改：处方\\;药房\\,冰箱，洪林村卫生室",
          "DESCRIPTION:clinics.finding K3F7-1 · 待办", "TRANSP:TRANSPARENT", "END:VEVENT",
          "END:VCALENDAR",
        ].map { $0 + "\r\n" }.joined())
  }

  @Test("a deadline that moves keeps its event; each time of a recurrence has its own")
  func identifiers() throws {
    func names(_ lines: [DueReport.Line]) throws -> [String] {
      String(decoding: try report(lines).iCalendar(.en), as: UTF8.self)
        .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map(String.init)
    }
    #expect(
      try names([line("A-1", "x", due: "2021-07-31")])
        == names([line("A-1", "x", due: "2021-08-31")]))
    let times = try names([
      line("A-2", "", due: "2021-07-31"), line("A-2", "", due: "2021-07-31"),
      line("A-2", "", due: "2021-08-31"),
    ])
    #expect(Set(times).count == 3)
  }

  @Test("no line is longer than 75 octets, and unfolding gives the text back")
  func folding() {
    for count in 0..<200 {
      let text = "SUMMARY:" + String(repeating: "应办é𠮷a", count: count)
      let folded = ICalendar.folded(text)
      for line in folded.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
      #expect(folded.replacing("\r\n ", with: "") == text)
    }
  }

  @Test("marks that have a meaning are escaped, a break in a line is told")
  func escaping() {
    #expect(ICalendar.escaped("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne")
  }
}
