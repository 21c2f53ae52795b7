public import TargetEngine

/// What a secret field holds, and how it is checked, compared and masked.
///
///     let phone = try SecretForm.phone.normalized("0563-1234567", today: today)  // 05631234567
///     let shown = SecretForm.phone.masked(phone)  // 056**…4567
public enum SecretForm: String, Sendable, Hashable, CaseIterable {
  /// 公民身份号码, of 18 characters.
  case identityNumber
  /// A telephone number of 7 to 15 digits.
  case phone

  /// The value as it is kept and compared, without the blanks, hyphens and full-width digits with
  /// which it may be written.
  ///
  /// - Parameter today: nobody was born later.
  public func normalized(_ text: String, today: Day) throws(SecretFault) -> String {
    let plain = SecretForm.plain(text)
    switch self {
    case .identityNumber:
      let number = try IdentityNumber(plain)
      guard number.bornOn <= today else { throw .birthday }
      return number.text
    case .phone:
      let digits = plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
      guard 7...15 ~= digits.count, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        throw .phone
      }
      return plain
    }
  }

  /// What is shown of a value without its key.
  public static let unknown = "**…**"

  /// Whether a text is what is shown in place of a value, as in a list that was saved.
  public static func isMask(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "*")) && String(decoding: text, as: UTF8.self).contains("**…")
  }

  /// What may be shown of a value: `**…34`, `138**…5678`.
  ///
  /// Of an identity number the last two characters only: the birthday and the sex that often stand
  /// beside it, and the place that most people of a county share, leave few numbers to try.
  public func masked(_ value: String) -> String {
    switch self {
    case .identityNumber: masked(value, showing: (0, 2))
    case .phone: masked(value, showing: (3, 4))
    }
  }

  /// Whether a text is a mask of a value: as it is shown now, or as lists saved by earlier versions show it.
  public func isMask(_ text: String, of value: String) -> Bool {
    text == masked(value)
      || self == .identityNumber && text == masked(value, showing: (4, 4))
  }

  private func masked(_ value: String, showing ends: (head: Int, tail: Int)) -> String {
    // Of a short number less is left over than is hidden.
    guard value.count >= ends.head + ends.tail + 2 else { return "**…\(value.suffix(2))" }
    return "\(value.prefix(ends.head))**…\(value.suffix(ends.tail))"
  }

  private static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.unicodeScalars.lazy.map(\.halfWidth) {
      switch character.value {
      case 0x20, 0x2D, 0x2010...0x2015: continue
      default: plain.unicodeScalars.append(character)
      }
    }
    return plain.uppercased()
  }
}

/// Why a text is no such value. It never carries the text.
public enum SecretFault: Error, Sendable, Equatable {
  /// An identity number has 17 digits and a check character.
  case length(Int)
  case notDigits
  /// The day of birth in it is none of the calendar, or to come.
  case birthday
  case checkCharacter
  case phone
}
