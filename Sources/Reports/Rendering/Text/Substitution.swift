extension String {
  /// This text with some code points replaced, those for which `substitute` has something.
  ///
  /// It goes by code points, not by characters: a `<` under a combining mark is another
  /// character, yet still opens a tag.
  func replacing(_ substitute: (Unicode.Scalar) -> String?) -> String {
    guard unicodeScalars.contains(where: { substitute($0) != nil }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if let replacement = substitute(scalar) {
        result += replacement
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
