/// How the number of a document is written: `卫健办〔2021〕77号`, whatever brackets a keyboard gave.
public enum DocumentNumber {
  /// The year between six-angle brackets, and no blanks about it or before 号; a text of another form as
  /// it is.
  ///
  /// Source: `domain.md`, "GB/T 9704-2012".
  public static func normalized(_ text: String) -> String {
    // Nearly every number is written right.
    guard text.unicodeScalars.contains(where: isOther) else { return text }
    var scalars = Array(text.unicodeScalars)
    for start in scalars.indices where opening.contains(scalars[start]) {
      let end = start + 5
      guard end < scalars.count, closing.contains(scalars[end]),
        scalars[(start + 1)..<end].allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      (scalars[start], scalars[end]) = ("〔", "〕")
    }
    scalars.removeBlanks()
    return String(String.UnicodeScalarView(scalars))
  }

  /// Whether a text given as UTF-8 bytes is surely normal: it has no bracket that may have to change.
  public static func isNormal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return false
      // A blank, also the wide one (E3 80 80).
      case 0x20: return false
      case 0x80 where place >= 2 && bytes[place - 1] == 0x80 && bytes[place - 2] == 0xE3:
        return false
      // （ ） ［ ］ ﹝ ﹞ begin with it.
      case 0xEF: return false
      // 【 】 「 」, beside 〔 and 〕.
      case 0x8C, 0x8D, 0x90, 0x91:
        if place >= 2, bytes[place - 1] == 0x80, bytes[place - 2] == 0xE3 { return false }
      default: break
      }
    }
    return true
  }

  /// Whether a bracket is none of those that belong there.
  private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "〔" && scalar != "〕"
      && (opening.contains(scalar) || closing.contains(scalar) || scalar.isBlank)
  }

  private static let opening: [Unicode.Scalar] = [
    "[", "(", "{", "（", "［", "｛", "【", "〔", "﹝", "「",
  ]
  private static let closing: [Unicode.Scalar] = [
    "]", ")", "}", "）", "］", "｝", "】", "〕", "﹞", "」",
  ]
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == " " || self == "\u{3000}" }
}

extension [Unicode.Scalar] {
  /// Takes the blanks out that stand about the year, and about a number that ends with 号.
  fileprivate mutating func removeBlanks() {
    guard contains(where: \.isBlank), let opening = firstIndex(of: "〔"),
      let closing = self[opening...].firstIndex(of: "〕")
    else { return }
    let tail = self[(closing + 1)...].filter { !$0.isBlank }
    let number = tail.drop { $0 == "第" }.prefix {
      ("0"..."9").contains($0) || ("０"..."９").contains($0)
    }
    guard !number.isEmpty, tail.drop(while: { $0 != "号" }).first == "号" else { return }
    var head = self[..<opening]
    while head.last?.isBlank ?? false { head.removeLast() }
    self = head + self[opening...closing] + tail
  }
}
