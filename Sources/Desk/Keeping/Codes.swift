extension String {
  /// Whether this can be the code of a unit or an indicator: a word, since codes stand in commands
  /// and files between blanks.
  var isCode: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      }
  }
}
