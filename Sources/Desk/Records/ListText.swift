internal import Registers
internal import TargetEngine

/// A list as people write it: `A；B`, each member of a dated one with the days of its belonging where
/// they are told, `A@2021-01-01~2021-06-30`.
enum ListText {
  /// The signs that stand between members; a name that contains one is written as its code or id.
  static let separators: Set<Character> = [";", "；", "、"]
  /// What stands between members where a list is shown.
  static let separator = "；"

  struct Part {
    var name: String
    /// The days told with it; nil when none were.
    var days: (since: Day?, until: Day?)?
  }

  static func parts(_ text: UnsafeBufferPointer<UInt8>, isDated: Bool) -> [Part] {
    String(decoding: text, as: UTF8.self).split(whereSeparator: separators.contains)
      .map { String($0).trimmed }.filter { !$0.isEmpty }
      .map { isDated ? dated($0) : Part(name: $0) }
  }

  /// What does not end in days is a name, whatever signs are in it.
  private static func dated(_ text: String) -> Part {
    guard let sign = text.lastIndex(of: "@"),
      case let bounds = text[text.index(after: sign)...]
        .split(separator: "~", omittingEmptySubsequences: false),
      1...2 ~= bounds.count,
      bounds.allSatisfy({ $0.isEmpty || Day($0) != nil }), bounds.contains(where: { !$0.isEmpty })
    else { return Part(name: text) }
    return Part(
      name: String(text[..<sign]).trimmed,
      days: (Day(bounds[0]), bounds.count > 1 ? Day(bounds[1]) : nil))
  }

  /// A member as it is written: `A@2021-01-01~`.
  static func text(_ member: Datum.Member, _ name: String) -> String {
    guard member.since != nil || member.until != nil else { return name }
    let days = [member.since, member.until].map { $0?.description ?? "" }
    return "\(name)@\(days.joined(separator: "~"))"
  }
}

extension [Datum.Member] {
  /// The list after some members were written.
  ///
  /// - Parameter day: from which day a dated list has them; nil for all days.
  func changed(
    _ change: FieldChange, by written: [Datum.Member], from day: Day?
  ) -> [Datum.Member] {
    let values = Set(written.map(\.value))
    if change == .removing { return removing(values, from: day) }
    // Who is told with days belongs to it on these and no others.
    let told = Set(written.filter { $0.since != nil || $0.until != nil }.map(\.value))
    let kept = filter { !told.contains($0.value) }
    let plain = written.map(\.value).filter { !told.contains($0) }
    if change == .adding {
      return kept.adding(plain, from: day) + written.filter { told.contains($0.value) }
    }
    // Written whole: in the order of writing, after those who are not in it any more.
    let left = filter { !values.contains($0.value) }
    return left.removing(Set(left.map(\.value)), from: day)
      + written.flatMap { member in
        if told.contains(member.value) { return [member] }
        let own = kept.filter { $0.value == member.value }
        return own.adding([member.value], from: day)
      }
  }
}
