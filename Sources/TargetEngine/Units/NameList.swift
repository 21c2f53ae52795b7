/// Several names in one cell, `甲村、乙村` or `甲村；乙村`. One that has such a mark itself stands in quotation marks, as a
/// cell of CSV does that has a comma.
public enum NameList {
  /// What stands between names.
  private static let marks: Set<Character> = ["、", ";", "；"]

  /// - Returns: a cell that reads as these names again.
  public static func text(_ names: [String]) -> String {
    names.map { name in
      guard name.hasPrefix("\"") || name.contains(where: marks.contains) else { return name }
      return "\""
        + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }.joined(separator: "、")
  }

  /// The names in a cell, without those that say nothing.
  public static func names(in text: String) -> [String] {
    var (names, rest) = ([String](), text[...])
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace }
      let (name, end) = quoted(rest) ?? plain(rest)
      names.append(withoutBlankEnds(name))
      rest = rest[end...].dropFirst()
    }
    return names.filter { !OneLine.isBlank($0) }
  }

  /// What stands before the next mark.
  private static func plain(_ text: Substring) -> (String, Substring.Index) {
    let name = text.prefix { !marks.contains($0) }
    return (String(name), name.endIndex)
  }

  /// As every other door takes a name.
  private static func withoutBlankEnds(_ name: String) -> String {
    var name = name[...].drop { $0.isWhitespace }
    while name.last?.isWhitespace == true { name.removeLast() }
    return String(name)
  }

  /// The name in quotation marks that a text begins with, and where the mark after it stands; nil where a quotation
  /// mark is part of a name.
  private static func quoted(_ text: Substring) -> (String, Substring.Index)? {
    guard text.first == "\"" else { return nil }
    var (name, place) = ("", text.index(after: text.startIndex))
    while place < text.endIndex {
      let next = text.index(after: place)
      if text[place] != "\"" {
        name.append(text[place])
        place = next
      } else if next < text.endIndex, text[next] == "\"" {
        name.append("\"")
        place = text.index(after: next)
      } else {
        let after = text[next...].drop { $0.isWhitespace }
        return after.first.map(marks.contains) ?? true ? (name, after.startIndex) : nil
      }
    }
    return nil
  }
}
