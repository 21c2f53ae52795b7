extension Amount {
  /// As `parse(_:decimals:)`, and reads a number with what it counts behind it, as in `5个`, `60,000元`
  /// and `98%`, where that says the same as the measure.
  ///
  /// ```swift
  /// try Amount.parse("60,000元", decimals: 2, measure: "元")  // 6000000
  /// ```
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, decimals: Int, measure: @autoclosure () -> String
  ) throws(AmountFault) -> Int64 {
    do {
      return try parse(bytes, decimals: decimals)
    } catch {
      guard error == .notANumber, bytes.count <= 128 else { throw error }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let number = CountedText(text)?.number(in: measure()) else { throw error }
      return try parse(number, decimals: decimals)
    }
  }

  /// See `parse(_:decimals:measure:)` for bytes.
  public static func parse(
    _ text: some StringProtocol, decimals: Int, measure: String
  ) throws(AmountFault) -> Int64 {
    let result = PlainText.withBytes(of: text) { bytes in
      Result { () throws(AmountFault) in
        try parse(bytes, decimals: decimals, measure: measure)
      }
    }
    return try result.get()
  }
}

extension Amount {
  /// Whether a word says the same of a number as a measure: 万元 and 元 do not, nor do 户 and 人.
  ///
  /// 个 may stand for whatever is counted one by one.
  public static func isMeasure(_ word: String, of measure: String) -> Bool {
    if word == measure || word == "％" && measure == "%" { return true }
    if people.contains(word), people.contains(measure) { return true }
    guard word == "个" || measure == "个" else { return false }
    return things.contains(word) && things.contains(measure)
  }

  /// The measure behind a number, such as 元 in `8000元`; nil where there is no number, or no measure behind it.
  public static func measure(of text: some StringProtocol) -> String? {
    guard let counted = CountedText(String(text)), (try? parse(counted.number, decimals: 4)) != nil,
      people.contains(counted.word) || things.contains(counted.word)
        || others.contains(counted.word)
    else { return nil }
    return counted.word
  }

  /// Words that count anything else, for a text that says which.
  private static let others: Set = [
    "元", "千元", "万元", "亿元", "人次", "户次", "万人", "次", "批", "期", "场", "亩", "公顷", "吨", "千克", "公斤", "公里",
    "米",
    "平方米", "天", "学时", "课时", "%", "％",
  ]
  /// Words that count people.
  private static let people: Set = ["人", "名", "位"]
  /// Words that count what stands there by itself, people too; 次 and 批 count something else.
  private static let things: Set = [
    "个", "人", "名", "位", "家", "所", "户", "份", "件", "项", "处", "张", "辆", "台", "套", "条", "座", "间", "支",
    "本",
    "册", "篇",
  ]
}

/// A number and the word behind it.
private struct CountedText {
  let number: Substring
  let word: String

  init?(_ text: String) {
    guard let last = text.lastIndex(where: CountedText.isDigit) else { return nil }
    let end = text.index(after: last)
    let word = text[end...].filter { !$0.isWhitespace }
    guard !word.isEmpty else { return nil }
    number = text[..<end]
    self.word = word
  }

  /// The number, where its word says the same as a measure.
  func number(in measure: String) -> Substring? {
    Amount.isMeasure(word, of: measure) ? number : nil
  }

  /// Not 万, which is a number as well.
  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }
}
