import Foundation

/// Puts a name in the place of what differs from run to run, in the form that scripts print.
struct GoldenMask {
  let folder: String
  /// The ledger head that was printed last: a command may give it as `{head}`.
  private(set) var head = ""
  /// The letters of the ids that were printed: a command or a file may give them as `{site}`.
  private var site = ""

  init(folder: String) { self.folder = folder }

  /// A command or a file with the real values in place of names.
  func filled(_ command: String) -> String {
    command.replacingOccurrences(of: "{dir}", with: folder)
      .replacingOccurrences(of: "{head}", with: head)
      .replacingOccurrences(of: "{site}", with: site)
  }

  /// The lines of a printed text.
  mutating func lines(_ text: String) -> [String] {
    if let found = text.matches(of: /#\d+·[0-9a-f]{4}( ?[0-9a-f]{4}){3}/).last {
      head = String(found.output.0).replacingOccurrences(of: " ", with: "")
    }
    if let found = text.matches(of: /\b([A-HJ-NP-Z2-9]{4})-\d+\s/.wordBoundaryKind(.simple)).first {
      site = String(found.output.1)
    }
    guard !text.isEmpty else { return [] }
    var lines = text.replacingOccurrences(of: folder, with: "{dir}")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() } else { lines.append("\\无换行") }
    lines = lines.map(GoldenMask.masked)
    // Blank lines at the end would be taken for those between steps.
    for index in lines.indices.reversed() {
      guard lines[index].isEmpty else { break }
      lines[index] = "\\"
    }
    return lines
  }

  private static func masked(_ line: String) -> String {
    var line = line
    replace(
      /#\d+·(?<text>[0-9a-f]{4} ?[0-9a-f]{4} ?[0-9a-f]{4} ?[0-9a-f]{4})/, in: &line, with: "{hash}")
    replace(/(?<text>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/, in: &line, with: "{time}")
    // As people read it. Scripts play in 2021, the clock is later.
    replace(
      /(?<text>20(?:2[6-9]|[3-9]\d)-\d\d-\d\d \d\d:\d\d)/, in: &line, with: "{time}")
    line.replace(
      /\b[A-HJ-NP-Z2-9]{4}(?<text>-\d+(\.\d+)?)\b/.wordBoundaryKind(.simple)
    ) { "SITE\($0.output.text)" }
    let marks = ["$ ", "@ ", "# ", "! ", "<<< ", "exit ", "\\"]
    let isAmbiguous = line == "#" || marks.contains { line.hasPrefix($0) }
    return isAmbiguous && line != "\\无换行" ? "\\" + line : line
  }

  /// Replaces what is found; the columns of a table stay where they are.
  private static func replace(
    _ pattern: Regex<(Substring, text: Substring)>, in line: inout String, with name: String
  ) {
    for range in line.matches(of: pattern).map(\.output.text).reversed() {
      let isCell = line[range.endIndex...].hasPrefix("  ")
      let blanks = isCell ? range.count - name.count : 0
      line.replaceSubrange(
        range.startIndex..<range.endIndex, with: name + String(repeating: " ", count: blanks))
    }
  }
}
