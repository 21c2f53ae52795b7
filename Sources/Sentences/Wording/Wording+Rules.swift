internal import Registers
public import TargetEngine

/// Rows of the rule table and years of the holiday calendar.
extension Wording {
  func unknownRule(_ text: String, _ suggestions: [String]) -> String {
    join([
      self("规则表里没有\(quote(text))。", "The rule table has no \(quote(text))."),
      guess(
        suggestions,
        otherwise: self("请运行 taizhang rule list 查看。", "Run 'taizhang rule list'.")),
    ])
  }

  func badRule(_ rule: String, _ count: String) -> String {
    self(
      "规则 \(rule) 的数值不能填\(quote(count))。请写 0 到 9999 的整数。",
      "\(quote(count)) is no value of \(rule). Give a whole number from 0 to 9999.")
  }

  func unknownRuleMeasure(_ text: String) -> String {
    let measures = list(RuleMeasure.allCases.map { self($0.title.zh, $0.rawValue) })
    return self(
      "这条规则不能以\(quote(text))计。可选：\(measures)；人数与期限不能互换。",
      "This rule is not measured in \(quote(text)). Give one of \(measures); a number of people "
        + "is no length of time.")
  }
}

extension CalendarFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(language), cause: .badData)
  }

  func sentence(_ language: Language) -> String {
    switch self {
    case .noHolidays(let year):
      Text(
        "没有 \(year) 年的节假日安排，算不出工作日。请运行 taizhang holiday import 导入国务院办公厅公布的安排。",
        "The holidays of \(year) are not known, so that working days cannot be told. Import them "
          + "with 'taizhang holiday import' once they are announced.")(language)
    }
  }
}
