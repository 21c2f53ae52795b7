internal import Glibc
internal import TargetEngine

/// The machine's clock, in the two forms that the desk needs.
struct Clock {
  private let seconds = time(nil)

  /// UTC, `2021-06-30T08:15:00Z`.
  var now: String {
    var seconds = seconds
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let two = { (n: Int32) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  /// Today in Asia/Shanghai.
  var today: Day? { Day(secondsSince1970: seconds) }
}
