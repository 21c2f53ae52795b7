import Testing

@testable import TargetEngine

/// "pace: linear (序时), deadline (到期) or milestones 03-31:20%;06-30:70%".
@Suite struct PaceTextTests {
  @Test(
    "a pace is read in both languages and widths",
    arguments: [
      ("linear", "linear"), ("序时", "linear"), ("deadline", "deadline"), ("到期", "deadline"),
      ("03-31:20%;06-30:70%", "03-31:20%;06-30:70%"),
      ("03-31:20%; 06-30:70%", "03-31:20%;06-30:70%"),
      ("3-31:20;6-30:70", "03-31:20%;06-30:70%"),
      ("03-31：20％；06-30：70％", "03-31:20%;06-30:70%"),
      ("０３－３１：２０％；０６－３０：７０％", "03-31:20%;06-30:70%"),
      ("03-31:20.5%", "03-31:20.5%"), ("03-31:20.05%", "03-31:20.05%"),
      ("02-29:0%", "02-29:0%"), ("12-30:100%", "12-30:100%"), (" linear ", "linear"),
    ])
  func accepted(text: String, printed: String) {
    #expect(Pace(text)?.description == printed)
  }

  @Test(
    "anything else is no pace",
    arguments: [
      "", " ", ";", ":", "%", "Linear", "序时进度", "linear;deadline", "03-31", "03-31:", ":20%",
      "03-31:%", "03-31:20%;", ";03-31:20%", "03-31:20%%", "03-31:-1%", "03-31:100.01%",
      "03-31:101%", "03-31:20.005%", "02-30:20%", "13-01:20%", "00-10:20%", "03-31=20%",
      "2021-03-31:20%", "03-31:20%,06-30:70%", "03-31:20%:30%", "0331:20%", "03-31:二十%",
      "03-31:1e1%", "-03-31:20%", "03-31:92233720368547758.08%", "三月底:20%",
    ])
  func refused(text: String) {
    #expect(Pace(text) == nil)
  }

  @Test("milestones are kept as days and hundredths of a percent")
  func milestones() throws {
    guard case .milestones(let stops) = try #require(Pace("03-31:20%; 06-30:70.25%")) else {
      Issue.record("not milestones")
      return
    }
    #expect(stops.map(\.month) == [3, 6])
    #expect(stops.map(\.day) == [31, 30])
    #expect(stops.map(\.share) == [2000, 7025])
  }

  @Test("a printed pace is read back as itself")
  func roundTrip() {
    var random = SplitMix64(seed: 42)
    for _ in 0..<2000 {
      let pace = random.pace(due: random.day(in: 2021...2021))
      #expect(Pace(pace.description) == pace)
    }
  }
}
