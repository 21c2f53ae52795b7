/// The body of a change that tells the first states of many things, as a list does: a line for what is
/// the same for all, a line with the names of fields between tabs, and a line of values for each
/// thing. So a list costs the journal no more bytes than it has.
///
/// Its things have consecutive numbers, and each line is a change with a number of its own.
public struct ListBody {
  /// The most lines a list may have: to look at one, all have to be read.
  public static let limit = 100
  /// The column of digests of hidden texts.
  public static let digest = "#"

  private let common: Substring
  private let names: [Substring]
  private let lines: ArraySlice<Substring>

  /// Reads a body as it is stored.
  public init(_ text: String) {
    let all = ListBody.parts(text[...], at: 0x0A)
    common = all.first ?? ""
    names = all.dropFirst().first.map { ListBody.parts($0, at: 0x09) } ?? []
    lines = all.dropFirst(2)
  }

  /// How many things it has.
  public var count: Int { lines.count }

  /// The body that a thing would have by itself; nil when there is no such line. A cell of
  /// an earlier version may have a carriage return, which would be read with the end of its line.
  public subscript(line: Int) -> String? {
    guard lines.indices.contains(lines.startIndex + line) else { return nil }
    let fields = zip(names, ListBody.parts(lines[lines.startIndex + line], at: 0x09))
      .filter { !$0.1.isEmpty }.map { "\($0)=\($1.replacing("\r", with: "\\r"))" }
    return ([String(common)] + fields).joined(separator: "\n")
  }

  /// The digest of each thing's hidden text, nil where nothing is hidden.
  public var digests: [Substring?] {
    lines.map { line in
      let tab = line.utf8.lastIndex(of: 0x09).map { line.utf8.index(after: $0) }
      let digest = line[(tab ?? line.startIndex)...]
      return digest.isEmpty ? nil : digest
    }
  }

  private static func parts(_ text: Substring, at separator: UInt8) -> [Substring] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The things that a change is about, from the first one's number and its extent as stored.
  public static func objects(from first: Int64, _ extent: Int64) -> Range<Int64> {
    first..<max(first, first &+ min(max(extent, 0), Int64(limit)))
  }

  /// The two lines that it begins with.
  public static func heading(_ common: String, _ names: [String]) -> String {
    common + "\n" + (names + [digest]).joined(separator: "\t")
  }
}
