internal import Reports

/// The two columns of help lists, set by how wide their text is shown: the parser counts
/// characters, and Chinese ones are two columns wide.
enum HelpColumns {
  /// Where the parser begins a description.
  private static let description = 26

  static func aligned(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(aligned(line:))
      .joined(separator: "\n")
  }

  /// A row of such a list.
  static func row(_ name: String, _ text: String) -> String {
    let gap = description - 2 - name.displayWidth
    return "  " + name
      + (gap > 1
        ? String(repeating: " ", count: gap) : "\n" + String(repeating: " ", count: description))
      + text
  }

  private static func aligned(line: Substring) -> String {
    let label = line.prefix(description)
    let rest = line.dropFirst(description)
    guard label.hasPrefix("  "), label.last == " ", let first = rest.first, first != " ",
      let end = label.lastIndex(where: { $0 != " " })
    else { return String(line) }
    let name = String(label[...end])
    let gap = max(description - name.displayWidth, 1)
    return name + String(repeating: " ", count: gap) + rest
  }
}
