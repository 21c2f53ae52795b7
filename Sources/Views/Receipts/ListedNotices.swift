internal import Sentences

extension Array {
  /// A line for each of the first five, and one with their number where there are more.
  ///
  /// - Parameter command: what lists all of them; nil where nothing does.
  func listed(
    _ w: Wording, all command: String? = nil, _ sentence: (Element) -> String,
    more: (Int) -> String
  ) -> String {
    let shown = prefix(5).map { "\n" + sentence($0) }.joined()
    guard count > 5 else { return shown }
    let way = command.map { w("全部请看：\($0)", " All of them: \($0)") } ?? ""
    return shown + "\n" + more(count) + way
  }
}
