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
  }
}
