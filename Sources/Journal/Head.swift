internal import Database
public import TargetEngine

/// The newest transaction and its hash: who holds a printed one can prove what came before.
public struct Head: Sendable, Hashable, CustomStringConvertible {
  /// The newest transaction's number; 0 for none.
  public var transaction: Int64
  /// Its hash: 32 bytes, or as many as were printed.
  public var hash: [UInt8]

  /// - Parameter hash: the whole hash, or its first bytes.
  public init(transaction: Int64, hash: [UInt8]) {
    self.transaction = transaction
    self.hash = hash
  }

  /// Before the first transaction.
  public static let none = Head(transaction: 0, hash: [UInt8](repeating: 0, count: 32))

  /// `#1204·9f3c21aa77d0e1b2`: the first eight bytes of the hash. Four, as in earlier reports, can be
  /// forged in minutes.
  public var description: String { "#\(transaction)·\(hexadecimal(hash.prefix(Head.printed)))" }

  /// The same for people to read aloud: `#1204·9f3c 21aa 77d0 e1b2`.
  public var spoken: String {
    let digits = Array(hexadecimal(hash.prefix(Head.printed)))
    let groups = stride(from: 0, to: digits.count, by: 4).map { String(digits[$0...].prefix(4)) }
    return "#\(transaction)·\(groups.joined(separator: " "))"
  }

  /// As it was printed by the form of a closing: the first one had four bytes.
  public func description(in form: PrintedForm) -> String {
    form == .first ? "#\(transaction)·\(hexadecimal(hash.prefix(4)))" : description
  }

  private static let printed = 8

  /// Whether so few digits were given that another history may have been made to match them.
  public var provesLittle: Bool { hash.count < Head.printed }

  /// Reads a printed head, with or without `#`, with `·`, `.` or `-` between its parts and blanks
  /// between its digits. The hash may have any even number of digits from 8 on. Nil for anything else.
  public init?(printed text: String) {
    let plain = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let halves = plain.split(maxSplits: 1) { "·.-: ".contains($0) }
    guard halves.count == 2, let transaction = Int64(halves[0]), transaction >= 0 else {
      return nil
    }
    var rest = halves[1].filter { $0 != " " }[...]
    guard rest.count >= 8, rest.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    self.init(transaction: transaction, hash: bytes)
  }

  /// Whether a full hash begins with this one's digits.
  public func matches(_ full: [UInt8]) -> Bool { full.starts(with: hash) }
}
