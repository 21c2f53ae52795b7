internal import TargetEngine

extension TableRow {
  /// Why the row is none of the table's data; nil where it is.
  ///
  /// - Parameter serial: the column of serial numbers.
  func reason(serial: Int?) -> PassedLine.Reason? {
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
    guard RowWords.mayBegin(cell(first)) else { return nil }
    let isAlone = !(first + 1..<max(count, first + 1)).contains { !cell($0).isEmpty }
    return RowWords.reason(string(first), isAlone: isAlone)
  }
}

/// The words by which sums and signatures are known.
///
/// Source: `office-files.md`, "Rows".
private enum RowWords {
  private static let totals = ["合计", "小计", "总计", "共计"]
  private static let signers = [
    "填报人", "填表人", "制表人", "经办人", "审核人", "复核人", "审批人", "负责人", "单位负责人", "分管领导", "主要领导",
    "联系人", "联系电话", "填报单位", "填表单位", "报送单位", "填报日期", "填表日期", "填报时间", "报送日期", "报送时间",
  ]
  private static let remarks = ["备注", "说明", "注", "填表说明"]
  private static let seals = ["单位（盖章）", "（盖章）", "盖章", "填报单位（盖章）"]

  /// The characters with which such words begin, but for totals of a place.
  private static let begins = Set(
    (totals + signers + remarks + seals).compactMap { $0.unicodeScalars.first?.value })
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
    let compact = text.filter { !$0.isWhitespace }.map { $0 == ":" ? "：" : String($0) }.joined()
      .replacing(from: "(", with: "（").replacing(from: ")", with: "）")
    let (word, hasColon) = head(of: compact)
    if totals.contains(word), !hasColon || word.count + 1 == compact.count { return .total }
    if compact.utf8.count <= longestTotal, totals.contains(where: compact.hasSuffix) {
      return .total
    }
    // A word in brackets is no value; others may be, as 盖章机.
    if seals.contains(where: { $0 == word && word.hasSuffix("）") }) { return .footer }
    if hasColon || isAlone, seals.contains(where: { word.hasPrefix($0) }) { return .footer }
    if signers.contains(word), hasColon || isAlone { return .footer }
    return isAlone && hasColon && remarks.contains(word) ? .footer : nil
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
