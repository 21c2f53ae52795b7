internal import Desk
internal import Glibc

extension Desk {
  /// Writes down who looks for records by secrets before any are shown, and holds the answer back
  /// after many misses.
  func noteAndWait(_ lookups: [SecretLookup]) throws {
    if lookups.isEmpty { return }
    let delay = try note(lookups).delay
    if delay == 0 { return }
    Output.note(
      say(
        "今天按保密内容查找，多次没有找到，\(delay) 秒后答复。",
        "Many searches by secrets found nobody today. The answer comes in \(delay) s."))
    sleep(UInt32(delay))
  }
}
