/// How the number of a document is written: `卫健办〔2021〕77号`, whatever brackets a keyboard gave.
public enum DocumentNumber {
  /// The year between six-angle brackets; a text of another form as it is.
  ///
  /// Source: `domain.md`, "GB/T 9704-2012".
  public static func normalized(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for start in scalars.indices where opening.contains(scalars[start]) {
      let end = start + 5
      guard end < scalars.count, closing.contains(scalars[end]),
        scalars[(start + 1)..<end].allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      (scalars[start], scalars[end]) = ("〔", "〕")
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let opening: Set<Unicode.Scalar> = ["[", "(", "（", "［", "【", "〔", "﹝"]
  private static let closing: Set<Unicode.Scalar> = ["]", ")", "）", "］", "】", "〕", "﹞"]
}
