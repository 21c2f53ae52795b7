internal import Glibc
internal import Synchronization
internal import TargetEngine

/// What holds for the whole run before any argument is parsed: the words given, the environment,
/// and the language that help and errors speak.
struct Session: Sendable {
  /// The words after the program's name, as given.
  let arguments: [String]
  let language: Language

  static let current = Session()

  private init() {
    arguments = Array(CommandLine.arguments.dropFirst())
    language = Session.language(arguments)
  }

  /// Today, as far as the environment and the clock say.
  static var today: Day? {
    guard let given = variable("TAIZHANG_TODAY") else { return Clock().today }
    return GivenToday(given)?.day
  }

  private static let journalled = Mutex<@Sendable () -> String>({ "taizhang" })

  /// The command that is run, as the journal keeps it. The menu runs several, one after the other.
  static var command: String { journalled.withLock { $0 }() }

  /// - Parameter text: is asked for by a command that writes.
  static func begin(_ text: @escaping @Sendable () -> String) { journalled.withLock { $0 = text } }

  /// A variable of the environment; nil when it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A folder of the user: what a variable names, else one in the home folder; nil where there is neither.
  static func folder(_ name: String, _ usual: String) -> String? {
    variable(name) ?? variable("HOME").map { "\($0)/\(usual)" }
  }

  /// The variables whose values go into the ledger or lead to files.
  private static let variables = [
    "TAIZHANG_ACTOR", "TAIZHANG_DB", "TAIZHANG_KEY_FILE", "TAIZHANG_LANG",
    "TAIZHANG_NEW_PASSPHRASE", "TAIZHANG_PASSPHRASE", "TAIZHANG_PATIENCE", "TAIZHANG_SEEDS",
    "TAIZHANG_TODAY", "HOME", "TMPDIR", "USER", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
  ]

  /// Refuses words and variables that are no UTF-8: as a `String` they would be another text, and
  /// kept for ever.
  ///
  /// - Throws: `UsageFault.notText`, `.noWords`.
  static func expectText() throws {
    // Without /proc the library knows no words at all: a backup would seem to be done.
    guard CommandLine.argc > 0 else { throw UsageFault.noWords }
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let word = CommandLine.unsafeArgv[place] else { continue }
      if String(validatingCString: word) == nil { throw UsageFault.notText(.word(place)) }
    }
    for name in variables {
      guard let value = getenv(name) else { continue }
      if String(validatingCString: value) == nil { throw UsageFault.notText(.variable(name)) }
    }
  }

  /// `--lang`, else `TAIZHANG_LANG`, else the locale when it is Chinese or English, else Chinese.
  private static func language(_ arguments: [String]) -> Language {
    for (index, word) in arguments.map(OptionWords.english).enumerated() {
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) ?? .zh }
      if word == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .zh
      }
    }
    if let chosen = variable("TAIZHANG_LANG").flatMap({ Language(rawValue: $0) }) { return chosen }
    let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
    return locale.hasPrefix("en") ? .en : .zh
  }
}

/// A text in the language of the session, for declarations that the parser reads.
func say(_ zh: String, _ en: String) -> String { Text(zh, en)(Session.current.language) }
