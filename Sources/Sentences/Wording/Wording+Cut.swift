internal import TargetEngine

/// Lists that are cut: the first of them, how many there are in all, and where all of them are. What is left out is
/// always told.
extension Wording {
  /// How many of a list a sentence names one by one.
  public static let shown = 5

  /// Where the whole of a list is; empty where no command shows it.
  public func way(to command: String?) -> String {
    command.map { self("全部请看：\($0)", " All of them: \($0)") } ?? ""
  }

  /// The first of some things, how many there are, and where all of them are.
  ///
  /// ```swift
  /// Wording(.en).some(["a", "b", "c"], most: 2, all: nil)  // a, b and 1 more
  /// ```
  /// - Parameters:
  ///   - count: how many there are, where not all of them are at hand.
  ///   - most: how many are named.
  ///   - measure: what they are counted in, in Chinese.
  ///   - command: what lists all of them; nil where nothing does.
  public func some(
    _ items: some Collection<String>, of count: Int? = nil, most: Int = shown,
    measure: String = "个",
    all command: String?
  ) -> String {
    let all = count ?? items.count
    let names = items.prefix(most)
    guard all > names.count else { return list(names) }
    let way = command.map { self("，全部请看：\($0)", "; all of them: \($0)") } ?? ""
    return list(names) + self("等 \(all) \(measure)", " and \(all - names.count) more") + way
  }
}

extension Array {
  /// A line for each of the first five, and one with their number where there are more.
  ///
  /// - Parameter command: what lists all of them; nil where nothing does.
  public func listed(
    _ w: Wording, all command: String?, _ sentence: (Element) -> String, more: (Int) -> String
  ) -> String {
    let shown = prefix(Wording.shown).map { "\n" + sentence($0) }.joined()
    guard count > Wording.shown else { return shown }
    return shown + "\n" + more(count) + w.way(to: command)
  }
}
