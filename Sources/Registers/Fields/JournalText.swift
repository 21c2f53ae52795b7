internal import TargetEngine

/// Values as the journal keeps them: written as bytes, since an import writes a million of them.
/// Numbers stand in digits, days as `20210620`, what has parts as `20210101:120;20210801:130`.
extension Datum {
  /// Appends the value as the journal keeps it; nothing for an empty one.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .dated(let dated):
      for (index, step) in dated.steps.enumerated() {
        if index > 0 { bytes.append(JournalText.separator) }
        bytes.append(number: Int64(step.from.rawValue))
        bytes.append(JournalText.colon)
        bytes.append(number: step.value)
      }
    case .secret(let secret):
      guard let seal = secret.seal else { break }
      bytes.append(contentsOf: seal.blind.utf8)
      bytes.append(JournalText.colon)
      bytes.append(contentsOf: seal.box.utf8)
    case .list(let members): JournalText.write(members, to: &bytes)
    case .text(let text): bytes.append(contentsOf: text.utf8)
    default:
      switch scalar {
      case .null: break
      case .int(let int): bytes.append(number: int)
      case .text(let text): bytes.append(contentsOf: text.utf8)
      }
    }
  }

  /// The value as the journal keeps it.
  public var journalText: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension FieldKind {
  /// The value of a text that the journal keeps; empty when it is none of this kind.
  public func datum(journal text: String) -> Datum {
    switch self {
    case .text, .choice, .file: return datum(.text(text))
    case .dated:
      return .dated(Dated(steps: JournalText.pairs(text).compactMap(Dated.Step.init)))
    case .secret:
      return JournalText.pairs(text).first.map {
        datum(.text(String($0)), beside: .text(String($1)))
      } ?? .empty
    case .list(let element, _): return Datum(members: JournalText.members(text, element))
    default: return Int64(text).map { datum(.int($0)) } ?? .empty
    }
  }
}

/// The parts of values that have several.
public enum JournalText {
  static let separator = UInt8(ascii: ";")
  static let colon = UInt8(ascii: ":")

  /// `20210620:accepted;20210803:rectifying`, parted.
  public static func pairs(_ text: String) -> [(key: Substring, value: Substring)] {
    text.split(separator: ";").compactMap { part in
      part.firstIndex(of: ":").map { (part[..<$0], part[part.index(after: $0)...]) }
    }
  }

  /// `12;13@20210101~20211231`: members with the days of those that have any. In a text the signs
  /// that part them follow a backslash.
  fileprivate static func write(_ members: [Datum.Member], to bytes: inout [UInt8]) {
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(separator) }
      let start = bytes.count
      member.value.write(to: &bytes)
      escape(&bytes, from: start)
      guard member.since != nil || member.until != nil else { continue }
      bytes.append(UInt8(ascii: "@"))
      if let since = member.since { bytes.append(number: Int64(since.rawValue)) }
      bytes.append(UInt8(ascii: "~"))
      if let until = member.until { bytes.append(number: Int64(until.rawValue)) }
    }
  }

  private static let signs = Set(";@\\".utf8)

  private static func escape(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(where: signs.contains) else { return }
    let escaped = bytes[start...].flatMap { signs.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    bytes.replaceSubrange(start..., with: escaped)
  }

  fileprivate static func members(_ text: String, _ element: FieldKind) -> [Datum.Member] {
    var members: [Datum.Member] = []
    var (value, days): ([UInt8], [UInt8]?) = ([], nil)
    func end() {
      let datum = element.datum(journal: String(decoding: value, as: UTF8.self))
      let bounds = String(decoding: days ?? [], as: UTF8.self)
        .split(separator: "~", omittingEmptySubsequences: false)
        .map { Int($0).flatMap { Day(rawValue: $0) } }
      if !datum.isEmpty {
        members.append(
          Datum.Member(datum, since: bounds.first ?? nil, until: bounds.dropFirst().first ?? nil))
      }
      (value, days) = ([], nil)
    }
    var isEscaped = false
    for byte in text.utf8 {
      switch byte {
      case _ where isEscaped:
        value.append(byte)
        isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = true
      case separator: end()
      case UInt8(ascii: "@"): days = []
      case _ where days != nil: days?.append(byte)
      default: value.append(byte)
      }
    }
    end()
    return members
  }
}

extension Dated.Step {
  fileprivate init?(_ pair: (key: Substring, value: Substring)) {
    guard let day = Int(pair.key).flatMap({ Day(rawValue: $0) }), let value = Int64(pair.value)
    else { return nil }
    self.init(from: day, value: value)
  }
}
