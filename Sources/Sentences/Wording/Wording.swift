internal import Desk
internal import Reports
public import TargetEngine

/// The small parts that sentences share, in one language.
///
/// ```swift
/// let w = Wording(.en)
/// w("没有\(w.quote(name))。", "There is no \(w.quote(name)).")  // There is no 'x'.
/// ```
public struct Wording: Sendable {
  /// The language of the sentences.
  public let language: Language

  /// The command that shows the whole of lists that are cut; nil where none does.
  public let whole: String?

  /// - Parameters:
  ///   - language: that of every sentence made with it.
  ///   - whole: the command that shows the whole of lists that are cut.
  public init(_ language: Language, whole: String? = nil) {
    self.language = language
    self.whole = whole
  }

  /// One of two sentences.
  public func callAsFunction(_ zh: String, _ en: String) -> String { Text(zh, en)(language) }

  /// What someone typed or a file holds, between quotation marks. Long text is cut, since the
  /// beginning of a cell is enough to find it.
  public func quote(_ text: String) -> String {
    let limit = 60
    let plain = Wording.plain(text)
    let shown = plain.count > limit ? plain.prefix(limit) + "…" : plain[...]
    return self("“\(shown)”", "'\(shown)'")
  }

  /// Items one after another.
  public func list(_ items: some Sequence<String>) -> String {
    items.map(Wording.plain).joined(separator: self("、", ", "))
  }

  /// "Did you mean …?", or what to do when nothing is near.
  public func guess(_ suggestions: [String], otherwise advice: String) -> String {
    guard !suggestions.isEmpty else { return advice }
    let words = list(suggestions)
    return self("您是不是要找：\(words)？", "Did you mean \(words)?")
  }

  /// One sentence after another.
  public func join(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: self("", " "))
  }

  /// The number of a transaction as reports and the journal print it.
  func transaction(_ number: Int64) -> String {
    self("流水号 #\(number)", "transaction #\(number)")
  }

  /// A path within a sentence, or the name of standard input.
  public func path(_ path: String) -> String {
    path == "-" ? standardInput : self("“\(Wording.plain(path))”", Wording.plain(path))
  }

  /// The file before a line's number, as other programs write it.
  public func file(_ path: String) -> String { path == "-" ? standardInput : Wording.plain(path) }

  /// A row of an import as seen from another one, or from a command.
  func place(_ row: RowPlace?) -> String {
    guard let row else { return self("前面", "what was said before") }
    let line = row.line.map { self("第 \($0) 行", "line \($0)") }
    guard let file = row.file else { return line ?? self("前面的行", "an earlier row") }
    return [self.file(file), line].compactMap(\.self).joined(separator: self(" ", ", "))
  }

  private var standardInput: String { self("标准输入", "standard input") }

  /// Text from outside on one line, its invisible marks made visible: they may be what is wrong
  /// with it, and could otherwise steer the terminal.
  public static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in ControlCharacters.replaced(in: text).unicodeScalars {
      let isInvisible = scalar.properties.generalCategory == .format
      scalars.append(isInvisible ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
