public import TargetEngine

extension AmountFault {
  /// - Parameter text: what was read; nil when it is not at hand.
  func sentence(_ text: String?, _ language: Language) -> String {
    let w = Wording(language)
    if text == "" {
      return w(
        "没有填写数量。请填阿拉伯数字，没有的填 0。", "The amount is empty. Write a number, 0 for none.")
    }
    let subject = text.map { w.quote($0) } ?? w("该数量", "The amount")
    switch self {
    case .notANumber:
      return w(
        "\(subject)不是数字。请写成阿拉伯数字，如 80、-3 或 1,234.5。",
        "\(subject) is not a number. Write digits, such as 80, -3 or 1,234.5.")
    case .tooManyDecimals(allowed: 0):
      return w(
        "\(subject)带有小数，这里只填整数。请核对数字和计量单位。",
        "\(subject) has decimals; only whole numbers stand here. Check the number and its unit"
          + " of measure.")
    case .tooManyDecimals(let allowed):
      return w(
        "\(subject)的小数位太多，这里最多 \(allowed) 位小数。",
        "\(subject) has too many decimals; at most \(allowed) stand here.")
    case .overflow:
      return w(
        "\(subject)太大，超出可记录的范围。请核对数字和计量单位。",
        "\(subject) is too large to be recorded. Check the number and its unit of measure.")
    }
  }
}

extension AmountFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    Complaint(sentence(nil, language), cause: .badData)
  }
}
