/// The numbers of pages that stand below the rows of a printed table: 第1页 共3页.
///
/// Source: `office-files.md`, "Rows".
enum PageNumbers {
  /// What stands before the number of a page, and before that of all pages.
  static let words = ["第", "共"]
  private static let numerals = Set("0123456789０１２３４５６７８９一二三四五六七八九十百")

  /// Whether a cell has nothing but such numbers.
  ///
  /// - Parameter compact: its text without blanks.
  static func fill(_ compact: String) -> Bool {
    guard compact.hasSuffix("页") || compact.hasSuffix("）") else { return false }
    let parts = compact.replacing("页", with: "页，").split { "，,、/／-（）".contains($0) }
    return !parts.isEmpty && parts.allSatisfy(isNumber)
  }

  private static func isNumber(_ part: Substring) -> Bool {
    guard part.hasSuffix("页"), let word = words.first(where: part.hasPrefix) else { return false }
    let number = part.dropFirst(word.count).dropLast()
    return !number.isEmpty && number.allSatisfy(numerals.contains)
  }
}
