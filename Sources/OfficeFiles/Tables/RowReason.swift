internal import TargetEngine

extension TableRow {
  /// Why the row is none of the table's data, as far as it shows by itself; nil where it is.
  ///
  /// - Parameters:
  ///   - serial: the column of serial numbers.
  ///   - places: the columns of places, where a sum may stand behind other cells.
  func reason(serial: Int?, places: [Int]) -> PassedLine.Reason? {
    var first: Int?
    for index in 0..<count where !cell(index).isEmpty {
      // A sum may have its word where others have their number.
      if index == serial, !RowWords.mayBegin(cell(index)) { continue }
      first = index
      break
    }
    guard let first else {
      return serial.map { cell($0).isEmpty } ?? true ? .blank : .serial
    }
    for place in places where RowWords.mayBegin(cell(place)) && RowWords.isSum(string(place)) {
      return .total
    }
    let next = filled(after: first)
    if next == nil, RowWords.isDay(cell(first)) { return .footer }
    guard RowWords.mayBegin(cell(first)) else { return nil }
    return RowWords.reason(string(first), isAlone: next == nil)
      ?? (signs(from: first) ? .footer : nil)
  }

  /// What a cell says that its row is the sum of: 甲镇 in 甲镇合计; empty where it does not say; nil where it is no sum.
  public func summed(_ index: Int) -> String? { RowWords.summed(string(index)) }

  private func filled(after index: Int) -> Int? {
    (index + 1..<max(count, index + 1)).first { !cell($0).isEmpty }
  }

  /// Whether the filled cells are words of who signs a table, or when, each with what belongs to it: in the next
  /// cell, as in 填报人,张三,填报日期,2021-06-30, or behind a colon, as in 制表：张三,审核：李四. A day needs no word.
  private func signs(from first: Int) -> Bool {
    var next: Int? = first
    while let word = next {
      guard let sign = RowWords.sign(string(word)) else {
        guard word != first, RowWords.isDay(cell(word)) else { return false }
        next = filled(after: word)
        continue
      }
      next = filled(after: word)
      if sign == .open { next = next.flatMap { filled(after: $0) } }
    }
    return true
  }
}

/// The words by which sums and signatures are known.
///
/// Source: `office-files.md`, "Rows".
private enum RowWords {
  private static let totals = ["合计", "小计", "总计", "共计"]
  private static let signers = [
    "填报人", "填表人", "制表人", "经办人", "审核人", "复核人", "审批人", "负责人", "单位负责人", "分管领导", "主要领导",
    "联系人", "联系电话", "填报单位", "填表单位", "报送单位", "制表单位", "填报日期", "填表日期", "制表日期", "审核日期",
    "报送日期", "填报时间", "填表时间", "制表时间", "报送时间",
  ]
  /// What says the same, but only before a colon.
  private static let shortSigners = [
    "填报", "填表", "制表", "编制", "经办", "审核", "复核", "校对", "审批", "批准", "报送", "电话", "日期", "时间",
  ]
  private static let remarks = ["备注", "说明", "注", "填表说明"]
  /// What stands behind the word of who signs.
  private static let signs = ["（签字）", "（签名）", "（签章）", "（盖章）"]
  private static let seals = ["单位（盖章）", "（盖章）", "盖章", "填报单位（盖章）"]

  /// The characters with which such words begin, but for totals of a place.
  private static let begins = Set(
    (totals + signers + shortSigners + remarks + seals + PageNumbers.words).compactMap {
      $0.unicodeScalars.first?.value
    })
  /// A total of a place, such as 全县合计, has no more bytes.
  private static let longestTotal = 24

  /// False for nearly every cell.
  static func mayBegin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // All of the words are of characters of three bytes.
    guard cell.count >= 3, cell[0] & 0xF0 == 0xE0 else { return false }
    let first = UInt32(cell[0] & 0xF) << 12 | UInt32(cell[1] & 0x3F) << 6 | UInt32(cell[2] & 0x3F)
    return begins.contains(first) || endsWithSum(cell)
  }

  /// Whether a short cell ends with 计, blanks and colons aside.
  private static func endsWithSum(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= longestTotal else { return false }
    let end = cell.count - 3
    return cell[end] == 0xE8 && cell[end + 1] == 0xAE && cell[end + 2] == 0xA1
  }

  static func reason(_ text: String, isAlone: Bool) -> PassedLine.Reason? {
    let compact = compact(text)
    let (word, hasColon) = head(of: compact)
    if isSum(compact) { return .total }
    // A word in brackets is no value; others may be, as 盖章机.
    if seals.contains(where: { $0 == word && word.hasSuffix("）") }) { return .footer }
    if hasColon || isAlone, seals.contains(where: { word.hasPrefix($0) }) { return .footer }
    if signers.contains(unsigned(word)), hasColon || isAlone { return .footer }
    return isAlone && hasColon && remarks.contains(word) ? .footer : nil
  }

  /// Whether a cell says that its row is a sum, of all or of a place.
  static func isSum(_ text: String) -> Bool {
    let compact = compact(text)
    let (word, hasColon) = head(of: compact)
    if totals.contains(word), !hasColon || word.count + 1 == compact.count { return true }
    return compact.utf8.count <= longestTotal && totals.contains(where: compact.hasSuffix)
  }

  /// The words before that of a sum.
  static func summed(_ text: String) -> String? {
    let compact = compact(text)
    guard isSum(compact), let total = totals.first(where: compact.hasSuffix) else { return nil }
    return String(compact.dropLast(total.count))
  }

  /// The word of who signs a table, or when, without its name or day or with it.
  enum Sign { case open, whole }

  /// What a cell says of who signs a table, or when; nil where it says neither.
  static func sign(_ text: String) -> Sign? {
    let compact = compact(text)
    if PageNumbers.fill(compact) { return .whole }
    let (word, hasColon) = head(of: compact)
    guard signers.contains(unsigned(word)) || hasColon && shortSigners.contains(unsigned(word))
    else { return nil }
    return hasColon && word.count + 1 < compact.count ? .whole : .open
  }

  /// Whether a cell is a day. Nearly every row begins with one, and is not alone.
  static func isDay(_ cell: UnsafeBufferPointer<UInt8>) -> Bool { Day(parsing: cell) != nil }

  private static func compact(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.map { $0 == ":" ? "：" : String($0) }.joined()
      .replacing(from: "(", with: "（").replacing(from: ")", with: "）")
  }

  private static func unsigned(_ word: String) -> String {
    signs.first(where: word.hasSuffix).map { String(word.dropLast($0.count)) } ?? word
  }

  private static func head(of text: String) -> (word: String, hasColon: Bool) {
    guard let colon = text.firstIndex(of: "：") else { return (text, false) }
    return (String(text[..<colon]), true)
  }
}

extension String {
  fileprivate func replacing(from old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
