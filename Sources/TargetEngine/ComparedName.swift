internal import CUtf8proc
internal import Glibc

extension String {
  /// The form in which names are compared: of units, persons, documents, and in natural keys. A name
  /// is stored and shown as it was typed.
  ///
  ///     "张　三".compared == "张三".compared
  ///     "阿依古丽•买买提".compared == "阿依古丽·买买提".compared
  ///
  /// Middle dots are one character, then NFKC; invisible characters and blanks between Han
  /// characters are dropped, and so are blanks at either end. Case is kept. The form of a form is
  /// itself. Source: `engine.md`, "Units".
  public var compared: String {
    var text = self
    return text.withUTF8(ComparedName.isPlain) ? self : ComparedName.form(of: self)
  }
}

/// How names are brought to the form in which they are compared: see `String.compared`. All of it follows
/// from the tables of utf8proc and from the rules below: who changes these raises their number in
/// `version`.
public enum ComparedName {
  /// Whether a name in UTF-8 is certainly its own form, as nearly all are: ASCII, Han characters, the
  /// middle dot and the brackets of document numbers, with no blank at an end or beside a Han
  /// character.
  public static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      switch text[index] {
      case visibleASCII: index += 1
      case UInt8(ascii: " "):
        guard index > 0, index + 1 < text.count,
          visibleASCII ~= text[index - 1], visibleASCII ~= text[index + 1]
        else { return false }
        index += 1
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xB7: index += 2
      case 0xE3 where index + 2 < text.count:
        guard text[index + 1] >= 0x90 || text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0x94
        else { return false }
        index += 3
      case 0xE4...0xE9: index += 3
      default: return false
      }
    }
    return true
  }

  /// Whether a name is its own form byte for byte, as databases compare texts: strings are equal here
  /// when they are canonically equivalent.
  public static func isForm(_ form: String, of name: String) -> Bool {
    var (form, name) = (form, name)
    return form.withUTF8 { form in
      name.withUTF8 { form.elementsEqual($0) }
    }
  }

  /// Whether a character is not seen, alone or among others.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard let properties = utf8proc_get_property(Int32(scalar.value)) else { return false }
    return properties.pointee.ignorable != 0
      || UInt32(properties.pointee.category) == UTF8PROC_CATEGORY_CF.rawValue
  }

  /// By what forms are made, the number of the rules and the version of Unicode: a database keeps it beside
  /// them, and makes them again when a later program opens it.
  public static let version =
    [1] + String(cString: utf8proc_unicode_version()).split(separator: ".").compactMap { Int($0) }

  private static let visibleASCII: ClosedRange<UInt8> = 0x21...0x7E

  fileprivate static func form(of text: String) -> String {
    var scalars = normalized(text)
    var kept = 0
    var index = 0
    while index < scalars.count {
      let end = scalars[index...].firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      let isDropped =
        kept == 0 || end == scalars.count || isHan(scalars[kept - 1]) && isHan(scalars[end])
      if index < end, isDropped {
        index = end
        continue
      }
      scalars[kept] = scalars[index]
      (kept, index) = (kept + 1, index + 1)
    }
    return String(String.UnicodeScalarView(scalars[..<kept]))
  }

  /// NFKC with one middle dot and without invisible characters.
  private static func normalized(_ text: String) -> [Unicode.Scalar] {
    var text = text
    return text.withUTF8 { bytes in
      var form: UnsafeMutablePointer<UInt8>?
      let options = [UTF8PROC_STABLE, UTF8PROC_COMPOSE, UTF8PROC_COMPAT, UTF8PROC_IGNORE]
      let length = utf8proc_map_custom(
        bytes.baseAddress, bytes.count, &form,
        utf8proc_option_t(options.reduce(0) { $0 | $1.rawValue }),
        { value, _ in ComparedName.replacement(of: value) }, nil)
      defer { free(form) }
      let result = UnsafeBufferPointer(start: form, count: max(0, length))
      return Array(String(decoding: length < 0 ? bytes : result, as: UTF8.self).unicodeScalars)
    }
  }

  /// What stands for a character before it is decomposed.
  private static func replacement(of value: Int32) -> Int32 {
    switch value {
    // The half-width dot of kana decomposes to the full one.
    case 0xB7, 0x2022, 0x30FB, 0xFF0E, 0xFF65: 0xB7
    default:
      UInt32(exactly: value).flatMap(Unicode.Scalar.init).map(isInvisible) == true ? 0x200B : value
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3005, 0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
