internal import OfficeFiles

/// How a file was read that reads without a fault both as UTF-8 and as GB18030.
public struct ReadEncoding: Sendable, Equatable {
  /// The encodings' names: `UTF-8`, `GB18030`.
  public var name: String
  public var otherName: String
  /// A piece of the file as it was read, and as it would read in the other encoding.
  public var text: String
  public var otherText: String

  /// - Returns: nil where nothing was read.
  init?(_ doubt: EncodingDoubt) {
    guard let taken = doubt.taken else { return nil }
    let (utf8, gb18030) = (EncodingDoubt.Encoding.utf8, EncodingDoubt.Encoding.gb18030)
    name = taken.rawValue
    otherName = (taken == utf8 ? gb18030 : utf8).rawValue
    (text, otherText) =
      taken == utf8 ? (doubt.utf8, doubt.gb18030) : (doubt.gb18030, doubt.utf8)
  }
}
