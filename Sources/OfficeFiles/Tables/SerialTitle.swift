/// The title of a column that numbers the rows and says nothing of them.
public enum SerialTitle {
  /// Whether a title, without what decorates it, is of such a column.
  public static func isOne(_ title: String) -> Bool { words.contains(title.lowercased()) }

  private static let words = ["序号", "no.", "no"]
}
