/// Patterns of `LIKE` in which a text means itself. Databases differ in what a backslash means unless it
/// is said.
enum LikePattern {
  /// Stands behind the pattern.
  static let escape = "ESCAPE '\\'"

  /// Texts that contain another.
  static func containing(_ part: String) -> String { "%\(literal(part))%" }

  private static func literal(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}
