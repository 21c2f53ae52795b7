import Testing

@testable import TargetEngine

@Suite struct MomentTests {
  @Test(
    "a moment is read as people write it",
    arguments: [
      "2021-07-01 15:12", "2021-07-01T15:12", "2021/7/1 15:12", "2021.7.1  15:12:00",
      "2021年7月1日15时12分", "2021年7月1日 15:12", "20210701 15：12", "２０２１-07-01　15:12",
      "2021年7月1日 15点12", "2021-07-01T15:12:00", "2021年7月1日15时12",
    ])
  func forms(_ text: String) {
    #expect(Moment(text)?.description == "2021-07-01 15:12")
    #expect(Moment(text)?.rawValue == 202_107_011_512)
    #expect(Moment(text)?.iso == "2021-07-01T15:12")
  }

  @Test(
    "anything else is none",
    arguments: [
      "", " ", "T", "日", "2021-07-01", "2021-07-01 ", "2021-07-01T", "2021-07-01 15", "15:12",
      "2021-07-01 24:00", "2021-07-01 15:60", "2021-07-01 15:12:30", "2021-02-30 15:12",
      "2021-07-01 15:123", "2021-07-01 15:12pm", "2021-07-01 -5:12", "2021-07-01 :12",
      "2021年7月1日时12分", "2021-07-01 15分12时", "2021-07-01 1:2:3:4",
    ])
  func strange(_ text: String) { #expect(Moment(text) == nil) }

  @Test("an hour alone is its first minute; its parts are the day's and the minute's")
  func parts() throws {
    let moment = try #require(Moment("2021年7月1日9时"))
    #expect(moment.description == "2021-07-01 09:00")
    #expect(moment.day == Day("2021-07-01"))
    #expect((moment.hour, moment.minute) == (9, 0))
    #expect(try moment < #require(Moment("2021-07-01 09:01")))
    #expect(Moment(rawValue: 202_107_012_400) == nil)
    #expect(Moment(rawValue: -1) == nil)
  }

  @Test("minutes apart are counted over midnight and over years; a day ends at 23:59")
  func apart() throws {
    let midnight = try #require(Moment("2022-01-01 00:00"))
    let eve = try #require(Day("2021-12-31"))
    #expect(eve.lastMinute.description == "2021-12-31 23:59")
    #expect(midnight.minutes(since: eve.lastMinute) == 1)
    #expect(eve.lastMinute.minutes(since: midnight) == -1)
    #expect(try midnight.minutes(since: #require(Moment("2021-01-01 01:30"))) == 365 * 1440 - 90)
    #expect(midnight.minutes(since: midnight) == 0)
  }
}
