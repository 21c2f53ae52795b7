internal import TargetEngine

/// A command as the journal keeps it for ever. What is said of a record is kept by its own change,
/// from which it can be destroyed: here stand only the names of its fields.
struct JournalledCommand {
  let text: String

  init(_ arguments: [String]) {
    let words = JournalledCommand.ofRecord(arguments) ?? arguments
    text = (["taizhang"] + words.map(OneLine.folded)).map { $0.contains(" ") ? "'\($0)'" : $0 }
      .joined(separator: " ")
  }

  /// The command in the words of `MODULE REGISTER VERB`; nil for any other.
  private static func ofRecord(_ arguments: [String]) -> [String]? {
    guard let words = try? Invocation(arguments).words, let register = RegisterWords.spoken(words),
      words.count > 2
    else { return nil }
    var kept = register.split(separator: " ").map(String.init) + [words[1]]
    var isValue = false
    // A file of an import tells nothing of a record.
    let isFile = words[1] == "import"
    for word in words.dropFirst(3) {
      defer { isValue = word.hasPrefix("--") && word.firstSign(of: "=") == nil }
      if word.hasPrefix("--where=") {
        kept.append("--where=…")
      } else if isFile || word.hasPrefix("-") || namesRecord(word) {
        kept.append(word)
      } else if let sign = word.firstSign(of: "=＝!<>~") {
        kept.append(String(word.unicodeScalars[...sign]) + "…")
      } else if isValue {
        kept.append(word)
      } else {
        kept.append("…")
      }
    }
    return kept
  }

  /// Whether a word is the number of a record, `K3F7-12` or 12; an identity number is longer.
  private static func namesRecord(_ word: String) -> Bool {
    let parts = word.split(separator: "-")
    guard let number = parts.last, number.utf8.count < 10, Int(number) != nil else { return false }
    return parts.count == 1 || parts.count == 2 && parts[0].utf8.count == 4
  }
}
