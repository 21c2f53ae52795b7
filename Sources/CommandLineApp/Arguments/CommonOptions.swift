public import ArgumentParser
public import TargetEngine

/// The options that every command takes, before or after its verb.
///
/// To the parser all of them are texts: each type more that an option has costs every start, and
/// `Invocation` has checked them before the parser runs.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("数据库文件（环境变量 TAIZHANG_DB）", "The database file (TAIZHANG_DB)"), valueName: "path"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      say("语言（TAIZHANG_LANG）", "Language (TAIZHANG_LANG)"), valueName: CommonOption.lang.hint),
    completion: .list(CommonOption.lang.choices))
  var lang: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say("经办人，记入流水（TAIZHANG_ACTOR）", "Who does it, for the journal (TAIZHANG_ACTOR)"),
      valueName: "name"))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      say("当作今天的日期（TAIZHANG_TODAY）", "The day taken for today (TAIZHANG_TODAY)"),
      valueName: "day"))
  var today: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(say("输出格式", "Output format"), valueName: CommonOption.format.hint),
    completion: .list(CommonOption.format.choices))
  var formatName: String?

  @Option(
    help: ArgumentHelp(
      say("写入文件；已有文件需加 --force", "Write to a file; an existing one needs --force"),
      valueName: "file"))
  var output: String?

  @Flag(help: ArgumentHelp(say("覆盖已有文件", "Replace an existing file")))
  var force = false

  @Option(
    help: ArgumentHelp(
      say("颜色（NO_COLOR）", "Colour (NO_COLOR)"), valueName: CommonOption.color.hint),
    completion: .list(CommonOption.color.choices))
  var color: String?

  var format: OutputFormat { formatName.flatMap { OutputFormat(rawValue: $0) } ?? .table }
  var colorChoice: ColorChoice { color.flatMap { ColorChoice(rawValue: $0) } ?? .auto }
}

enum OutputFormat: String, CaseIterable { case table, json, csv, markdown, html }
enum ColorChoice: String, CaseIterable { case auto, always, never }

/// A common option that takes a value, by its name on the command line.
enum CommonOption: String, CaseIterable {
  case db, lang, actor = "as", today, format, output, color

  /// The values it takes; none when it takes any text.
  var choices: [String] {
    switch self {
    case .lang: Language.allCases.map(\.rawValue)
    case .format: OutputFormat.allCases.map(\.rawValue)
    case .color: ColorChoice.allCases.map(\.rawValue)
    case .db, .actor, .today, .output: []
    }
  }

  /// Whether its value is the name of a file.
  var takesFile: Bool { self == .db || self == .output }

  /// The values as help shows them.
  fileprivate var hint: String { choices.joined(separator: "|") }

  /// Throws when the option does not take `value`.
  func check(_ value: String) throws {
    if !choices.isEmpty, !choices.contains(value) {
      throw UsageFault.badChoice(value, option: "--\(rawValue)", choices: choices)
    }
    if self == .today, GivenToday(value) == nil { throw UsageFault.badToday(value, of: "--today") }
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A kind of unit, in either language.
struct KindArgument: ExpressibleByArgument {
  var kind: UnitKind

  init?(argument: String) {
    guard let kind = UnitKind(named: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { UnitKind.allCases.map { say($0.title(.zh), $0.rawValue) } }
}
