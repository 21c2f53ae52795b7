internal import TargetEngine

extension String {
  /// This as a name, without blanks at its ends, as cells of files are read: else what a list writes would come back
  /// as another.
  ///
  /// - Throws: `DeskError.emptyText` where it is blank.
  func asText(of what: Text = Text("名称", "name")) throws(DeskError) -> String {
    if OneLine.isBlank(self) { throw .emptyText(of: what) }
    return trimmed
  }

  /// Whether this can be the code of a unit or an indicator: a word, since codes stand in commands
  /// and files between blanks.
  var isCode: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      }
      && !utf8.hasLostDigits
  }
}

extension BidirectionalCollection<UInt8> {
  /// Whether a spreadsheet has rounded this text: `3.40001E+11` was a longer number once.
  var hasLostDigits: Bool {
    guard let plus = firstIndex(of: UInt8(ascii: "+")), plus > startIndex,
      case let sign = index(before: plus), self[sign] | 0x20 == UInt8(ascii: "e")
    else { return false }
    let digits = self[..<sign].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...2).contains(digits.count)
      && (digits + [self[index(after: plus)...]]).allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
