/// The newest transaction and its hash: who holds a printed one can prove what came before.
public struct Head: Sendable, Hashable, CustomStringConvertible {
  public var transaction: Int64
  public var hash: [UInt8]

  public init(transaction: Int64, hash: [UInt8]) {
    self.transaction = transaction
    self.hash = hash
  }

  /// Before the first transaction.
  static let none = Head(transaction: 0, hash: [UInt8](repeating: 0, count: 32))

  /// `#1204·9f3c21aa`: the first four bytes of the hash suffice for paper.
  public var description: String { "#\(transaction)·\(hexadecimal(hash.prefix(4)))" }

  /// Reads a printed head, with or without `#`, with `·`, `.` or `-` between its parts. The
  /// hash may have any even number of digits from 8 on. Nil for anything else.
  public init?(printed text: String) {
    let plain = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let halves = plain.split(maxSplits: 1) { "·.-: ".contains($0) }
    guard halves.count == 2, let transaction = Int64(halves[0]), transaction >= 0,
      halves[1].count >= 8, halves[1].count % 2 == 0
    else { return nil }
    var bytes: [UInt8] = []
    var rest = halves[1]
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    self.init(transaction: transaction, hash: bytes)
  }

  /// Whether a full hash begins with this one's digits.
  func matches(_ full: [UInt8]) -> Bool { full.starts(with: hash) }
}
