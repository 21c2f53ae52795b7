internal import TargetEngine

/// Why a text is no due rule. Source: `forms.md`, "Due".
public enum FormDueFault: Error, Sendable, Equatable {
  case unreadable
  /// `每月5日前`, `25日前`: of the month that the form is about, or of the one after.
  case ofWhichMonth(day: Int)
  /// `次月5日下班前`: the hour is not said.
  case noTime(String)
  /// A day of the week, of which only those behind a weekly form's own are counted.
  case ofWeek
}

extension FormDue {
  /// Why a text is no due rule, for one that is none.
  public static func fault(of text: some StringProtocol) -> FormDueFault {
    let plain = text.halfWidth.withDigits
    if let word = hours.first(where: plain.contains) { return .noTime(word) }
    if ["周", "星期", "礼拜"].contains(where: plain.contains) { return .ofWeek }
    let rest = ["每个月", "每月", "月"].first(where: plain.hasPrefix).map { plain.dropFirst($0.count) }
    let day = (rest ?? plain[...]).prefix(while: \.isASCIIDigit)
    let behind = (rest ?? plain[...]).dropFirst(day.count)
    guard let first = behind.first, "日号".contains(first), !behind.hasSuffix("内"),
      let number = Int(day), (1...31).contains(number)
    else { return .unreadable }
    return .ofWhichMonth(day: number)
  }

  private static let hours = ["下班", "上班", "中午", "上午", "下午", "晚上", "早上"]
}
