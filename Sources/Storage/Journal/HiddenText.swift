internal import Crypto

/// The part of a change that lies beside the chain: the last line of the body in the chain is
/// `#=` and a digest of a random salt and the text. When salt and text are destroyed, nothing can be
/// learned from the digest, and the chain still verifies.
///
/// Source: `architecture.md`, "Secrets".
enum HiddenText {
  static let saltLength = 16

  /// Writes the line that ends the body in the chain.
  static func writeDigestLine(_ salt: [UInt8], _ text: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(contentsOf: mark.utf8)
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: text)
    for byte in hash.finalize() {
      bytes.append(digit(byte >> 4))
      bytes.append(digit(byte & 15))
    }
  }

  private static let mark = "#="
  private static let length = mark.utf8.count + 64

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  /// The body without the line that stands for the hidden text.
  static func withoutDigest(_ body: String) -> Substring {
    guard let line = digestLine(of: body) else { return body[...] }
    return body.dropLast(line.count + 1)
  }

  /// The line that stands for a hidden text; nil when the body has none.
  static func digestLine(of body: String) -> Substring? {
    guard let start = body.utf8.index(body.endIndex, offsetBy: -length, limitedBy: body.startIndex),
      start > body.startIndex, body.utf8[body.utf8.index(before: start)] == 0x0A,
      body[start...].hasPrefix(mark)
    else { return nil }
    return body[start...]
  }

  /// Whether a body is what a salt and a text make it.
  static func proves(_ body: String, _ salt: [UInt8], _ text: [UInt8]) -> Bool {
    var line: [UInt8] = []
    writeDigestLine(salt, text, to: &line)
    return digestLine(of: body).map { $0.utf8.elementsEqual(line) } ?? false
  }
}

extension FieldList {
  /// The state of a row's body and hidden text; nil for what is no more.
  init?(_ row: any Statement, _ body: Int, hidden: Int) {
    let text = row.text(body)
    if text.isEmpty { return nil }
    self.init(parsing: text, hidden: row.text(hidden))
  }
}
