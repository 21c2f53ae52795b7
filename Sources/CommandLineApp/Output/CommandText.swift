internal import Registers
internal import Suite
internal import TargetEngine

/// A command as it is typed, in words of the user's language.
struct CommandText {
  private let words: [String]

  /// - Parameter words: the words after the program's name.
  init(_ words: [String]) { self.words = words }

  /// The command, each word so that a shell takes it for one.
  var text: String { (["taizhang"] + words.map(CommandText.quoted)).joined(separator: " ") }

  /// The words that lead to a register: those of its module too, where its title alone does not.
  static func path(of name: RegisterName, _ language: Language) -> [String] {
    if language == .en { return [name.module, name.word] }
    let isUnique = Suite.registers.filter { $0.name.title.zh == name.title.zh }.count == 1
    let isModule = Suite.word(name.title.zh) != name.title.zh
    if isUnique, !isModule { return [name.title.zh] }
    return [Suite.module(name.module)?.title.zh ?? name.module, name.title.zh]
  }

  /// The word of a module.
  static func module(_ module: Module, _ language: Language) -> String {
    language == .zh ? module.title.zh : module.name
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && !#"'"\$`&;()<>|*?#!~{}[]"#.unicodeScalars.contains($0)
      }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
