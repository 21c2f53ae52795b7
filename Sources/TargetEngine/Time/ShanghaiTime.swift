/// The journal's times as people read them.
public enum ShanghaiTime {
  /// `2026-11-29T20:43:14Z` as `2026-11-30 04:43`: what is kept in UTC is read in Shanghai, which has no
  /// summer time. A text in another form stays as it is.
  public static func text(_ utc: String) -> String {
    let parts = utc.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, utc.hasSuffix("Z"), let day = Day(String(parts[0])) else { return utc }
    let clock = parts[1].split(separator: ":")
    guard clock.count == 3, let hour = Int(clock[0]), (0..<24).contains(hour),
      clock[1].utf8.count == 2, Int(clock[1]) != nil
    else { return utc }
    let later = hour + 8
    let date = later < 24 ? day : Day(number: day.number + 1) ?? day
    return "\(date) \(later % 24 < 10 ? "0" : "")\(later % 24):\(clock[1])"
  }
}
