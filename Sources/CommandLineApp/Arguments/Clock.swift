internal import Glibc
internal import TargetEngine

/// The day that is taken for today, perhaps with its minute: `2021-07-01`, `2021-07-01 15:00`.
struct GivenToday {
  let day: Day
  let moment: Moment?

  /// Nil for what is neither.
  init?(_ text: String) {
    moment = Moment(text)
    guard let day = Day(text) ?? moment?.day else { return nil }
    self.day = day
  }
}

/// The machine's clock, in the two forms that the desk needs.
struct Clock {
  private let seconds = time(nil)

  /// UTC, `2021-06-30T08:15:00Z`. Computed here: the system's own would read its time zone first.
  var now: String {
    // A clock that was never set may lie before 1970.
    let second = (seconds % 86_400 + 86_400) % 86_400
    let day = Day(number: (seconds - second) / 86_400)?.description ?? "1970-01-01"
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// Today in Asia/Shanghai.
  var today: Day? { Day(secondsSince1970: seconds) }
}
