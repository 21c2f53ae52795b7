internal import TargetEngine

extension String {
  /// Throws where this is blank, though it is to be a name.
  func expectText(of what: Text = Text("名称", "name")) throws(DeskError) {
    if OneLine.isBlank(self) { throw .emptyText(of: what) }
  }

  /// Whether this can be the code of a unit or an indicator: a word, since codes stand in commands
  /// and files between blanks.
  var isCode: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      }
      && !hasLostDigits
  }

  /// Whether a spreadsheet has rounded this: `3.40001E+11` was a longer number once.
  var hasLostDigits: Bool {
    let parts = uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+") else { return false }
    let digits = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(digits.count)
      && (digits + [parts[1].dropFirst()]).allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
