extension String {
  /// The place of the first of some signs. What joins characters may begin a value, and is one character
  /// with the sign before it: so signs are looked for among scalars.
  func firstSign(of signs: String) -> Index? {
    unicodeScalars.firstIndex { signs.unicodeScalars.contains($0) }
  }
}
