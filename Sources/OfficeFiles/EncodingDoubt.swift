/// A piece of a text that reads without a fault both as UTF-8 and as GB18030.
public struct EncodingDoubt: Sendable, Hashable {
  /// The piece in either encoding.
  public var utf8: String
  public var gb18030: String
  /// What the text was taken for; nil where nothing tells the two apart.
  public internal(set) var taken: Encoding?

  /// An encoding by its name.
  public enum Encoding: String, Sendable, Hashable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
  }

  /// - Parameters:
  ///   - utf8: the piece read as UTF-8.
  ///   - gb18030: the same bytes read as GB18030.
  public init(utf8: String, gb18030: String) {
    self.utf8 = utf8
    self.gb18030 = gb18030
  }

  private static let longest = 24

  /// The first characters of `text` that are not ASCII, with the letters and digits beside them.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let first = text.firstIndex { $0 >= 0x80 } ?? text.count
    var start = first
    while start > 0, first - start < EncodingDoubt.longest, EncodingDoubt.isWord(text[start - 1]) {
      start -= 1
    }
    var end = first
    while end < text.count, end - first < EncodingDoubt.longest {
      let length = text[end] >= 0x80 ? 2 : EncodingDoubt.isWord(text[end]) ? 1 : 0
      if length == 0 || end + length > text.count { break }
      end += length
    }
    let piece = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<end])
    self.init(
      utf8: String(decoding: piece, as: UTF8.self), gb18030: GB18030Decoder.text(of: piece) ?? "")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte < 0x80 && (0x41...0x5A).contains(byte & 0xDF)
  }
}
