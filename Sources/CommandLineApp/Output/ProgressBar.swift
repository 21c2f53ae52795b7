internal import Glibc
internal import Reports

/// A bar on the terminal for long work, with rate and time left; silent elsewhere.
final class ProgressBar {
  private let started = ProgressBar.seconds
  private var shown = 0.0
  private var isDrawn = false

  /// - Parameters:
  ///   - share: how much is done, 0 to 1; nil when that is unknown.
  ///   - count: rows so far.
  func show(share: Double?, count: Int) {
    let now = ProgressBar.seconds
    guard Terminal.isError, now - shown >= 0.1 else { return }
    shown = now
    isDrawn = true
    let elapsed = max(now - started, 0.001)
    let rate = Int(Double(count) / elapsed)
    var text = say("已读 \(count) 行，每秒 \(rate) 行", "\(count) rows, \(rate) a second")
    if let share, share > 0 {
      let left = Int(elapsed / share - elapsed) + 1
      let filled = Int(share * 30)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      text = "\(bar) \(Int(share * 100))%  \(text)，" + say("约剩 \(left) 秒", "\(left) s left")
    }
    put("\r\u{1B}[K" + text)
  }

  /// Takes the bar away.
  func end() {
    if isDrawn { put("\r\u{1B}[K") }
    isDrawn = false
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
