internal import Registers
internal import Storage
internal import Suite
internal import TargetEngine

/// A command as the journal keeps it for ever. Texts, secrets and what is personal of a record are kept by its own
/// change, from which they can be destroyed: here stand only the names of such fields.
struct JournalledCommand {
  let text: String

  init(_ arguments: [String]) {
    let words = JournalledCommand.ofRecord(arguments) ?? arguments
    text = (["taizhang"] + words.map(OneLine.folded)).map { $0.contains(" ") ? "'\($0)'" : $0 }
      .joined(separator: " ")
  }

  /// The command in the words of `MODULE REGISTER VERB`; nil for any other.
  private static func ofRecord(_ arguments: [String]) -> [String]? {
    guard let words = try? Invocation(arguments).words, words.count > 2,
      let register = RegisterWords.spoken(words),
      let shape = Suite.registers.first(where: { $0.id == words[2] })?.shape()
    else { return nil }
    var kept = register.split(separator: " ").map(String.init) + [words[1]]
    var isValue = false
    // A file of an import tells nothing of a record.
    let isFile = words[1] == "import"
    for word in words.dropFirst(3) {
      defer { isValue = word.hasPrefix("--") && word.firstSign(of: "=") == nil }
      if word.hasPrefix("--where=") {
        kept.append("--where=…")
      } else if isFile || word.hasPrefix("-") || shape.mayKeep(name: word) {
        kept.append(word)
      } else if let sign = word.firstSign(of: "=＝!<>~") {
        let signed = String(word.unicodeScalars[...sign])
        let value = String(word.unicodeScalars[sign...].dropFirst())
        kept.append(shape.mayKeep(value, of: signed) ? word : signed + "…")
      } else if isValue {
        kept.append(word)
      } else {
        kept.append("…")
      }
    }
    return kept
  }
}

extension RegisterShape {
  /// Whether a word that names a record, or a stage, may stand in the journal: the record's number, or its key where
  /// that is of units, choices and numbers alone.
  fileprivate func mayKeep(name word: String) -> Bool {
    if word.firstSign(of: "=＝!<>~") != nil { return false }
    if word.namesRecord || stage(named: word) != nil { return true }
    return !keyFields.isEmpty && keyFields.allSatisfy { fields[$0].isOpen }
  }

  /// Whether a value may stand in the journal that a field is given, or compared with.
  ///
  /// - Parameter signed: the field's name with the sign behind it, such as `stage=` or `members+=`.
  fileprivate func mayKeep(_ value: String, of signed: String) -> Bool {
    // What a text is searched for may be anything: no field reads it.
    if signed.hasSuffix("~") { return false }
    let name = signed.trimmingSuffix { "=＝!<>~+-".contains($0) }
    if ["stage", "阶段"].contains(name) { return true }
    guard let field = fields.first(where: { $0.isNamed(name) }) else { return false }
    // A record may be named by a person's name.
    return field.isOpen || !field.isHidden && value.namesRecord
  }
}

extension FieldShape {
  /// Whether its values stand openly in the chain as they were typed.
  fileprivate var isOpen: Bool { !isHidden && kind.registers.isEmpty }
}

extension String {
  /// Whether it is the number of a record, `K3F7-12` or 12; an identity number is longer.
  fileprivate var namesRecord: Bool {
    let parts = split(separator: "-")
    guard let number = parts.last, number.utf8.count < 10, Int(number) != nil else { return false }
    return parts.count == 1 || parts.count == 2 && parts[0].utf8.count == 4
  }

  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
