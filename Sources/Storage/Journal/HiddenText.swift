internal import Crypto

/// The part of a change that lies beside the chain: the last line of the body in the chain is
/// `#=` and a digest of a random salt and the text. When salt and text are destroyed, nothing can be
/// learned from the digest, and the chain still verifies.
///
/// Source: `architecture.md`, "Secrets".
struct HiddenText {
  let salt: [UInt8]
  let text: String

  init(_ text: String) {
    salt = randomBytes(16)
    self.text = text
  }

  /// The line that ends the body in the chain.
  var digestLine: String { HiddenText.mark + HiddenText.digest(salt, Array(text.utf8)) }

  private static let mark = "#="
  private static let length = mark.utf8.count + 64

  private static func digest(_ salt: [UInt8], _ text: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: text)
    return hexadecimal(hash.finalize())
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
    digestLine(of: body).map { $0 == mark + digest(salt, text) } ?? false
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
