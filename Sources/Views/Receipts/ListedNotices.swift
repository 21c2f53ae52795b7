internal import Sentences

extension Array {
  /// A line for each of the first five, and one with their number where there are more.
  ///
  /// - Parameter command: what lists all of them; nil where nothing does.
  func listed(
    _ w: Wording, all command: String?, _ sentence: (Element) -> String,
    more: (Int) -> String
  ) -> String {
    let shown = prefix(Wording.shown).map { "\n" + sentence($0) }.joined()
    guard count > Wording.shown else { return shown }
    return shown + "\n" + more(count) + w.way(to: command)
  }
}

extension Wording {
  /// How many of a list a receipt names one by one.
  static let shown = 5

  /// Where the whole of a list is; empty where no command shows it.
  func way(to command: String?) -> String {
    command.map { self("全部请看：\($0)", " All of them: \($0)") } ?? ""
  }

  /// The first of some things, how many there are, and where all of them are.
  ///
  /// - Parameters:
  ///   - count: how many there are, where not all of them are at hand.
  ///   - command: what lists all of them; nil where nothing does.
  func some(_ items: [String], of count: Int? = nil, all command: String?) -> String {
    let all = count ?? items.count
    let list = self.list(items.prefix(Wording.shown))
    guard all > Wording.shown else { return list }
    let way = command.map { self("，全部请看：\($0)", "; all of them: \($0)") } ?? ""
    return list + self("等 \(all) 个", " and \(all - Wording.shown) more") + way
  }
}
