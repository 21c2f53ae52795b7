internal import TargetEngine

/// A title without what often differs between titles of one thing: brackets with what stands in them, blanks and
/// punctuation, 其中, the time that it is about, and a measure at the end. Two resemble each other where this is the same
/// or, in Chinese, where one is the other without a third of its characters at most. Source: `forms.md`, "Overlap".
struct NearName {
  private let core: [Character]
  /// Of other letters a few more make another word: women are no men.
  private let isCompared: Bool

  init(_ name: String) {
    var text = NearName.withoutBrackets(name.compared.lowercased()).filter {
      $0.isLetter || $0.isNumber
    }
    isCompared = !text.allSatisfy(\.isASCII)
    for word in NearName.times { text = text.replacing(word, with: "") }
    if let word = NearName.measures.first(where: text.hasSuffix), word.count + 1 < text.count {
      text.removeLast(word.count)
    }
    core = Array(text)
  }

  /// ```swift
  /// NearName("本月培训村医（人次）").resembles(NearName("培训乡村医生人数"))  // 培训村医, 培训乡村医生
  /// ```
  func resembles(_ other: NearName) -> Bool {
    if core == other.core { return core.count > 1 }
    let (short, long) = core.count < other.core.count ? (core, other.core) : (other.core, core)
    guard isCompared, other.isCompared, short.count > 3,
      3 * (long.count - short.count) <= long.count
    else { return false }
    var rest = long[...]
    for character in short {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func withoutBrackets(_ text: String) -> String {
    var (depth, kept) = (0, "")
    for character in text {
      if "(（[【".contains(character) {
        depth += 1
      } else if ")）]】".contains(character), depth > 0 {
        depth -= 1
      } else if depth == 0 {
        kept.append(character)
      }
    }
    return kept
  }

  /// Longer words first.
  private static let times = [
    "本季度", "其中", "本月", "当月", "本季", "本期", "本年", "当年", "今年", "全年", "年度", "累计", "月末", "年末", "期末", "季末",
    "新增", "ofwhich", "ofthese", "thismonth", "thisyear", "todate",
  ]
  private static let measures = [
    "人次数", "人次", "人数", "户数", "次数", "个数", "件数", "场次", "总数", "数量", "金额", "数", "number", "count",
  ]
}
