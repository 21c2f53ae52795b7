public import ArgumentParser
public import TargetEngine

/// The options that every command takes, before or after its verb.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("数据库文件（环境变量 TAIZHANG_DB）", "The database file (TAIZHANG_DB)"), valueName: "path"))
  var db: String?

  @Option(
    help: ArgumentHelp(say("语言：zh 或 en（TAIZHANG_LANG）", "Language: zh or en (TAIZHANG_LANG)")))
  var lang: LanguageChoice?

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
  var today: Day?

  @Option(help: ArgumentHelp(say("输出格式", "Output format")))
  var format: OutputFormat = .table

  @Option(
    help: ArgumentHelp(
      say("写入文件；已有文件需加 --force", "Write to a file; an existing one needs --force"),
      valueName: "file"))
  var output: String?

  @Flag(help: ArgumentHelp(say("覆盖已有文件", "Replace an existing file")))
  var force = false

  @Option(help: ArgumentHelp(say("颜色（NO_COLOR）", "Colour (NO_COLOR)")))
  var color: ColorChoice = .auto
}

enum LanguageChoice: String, ExpressibleByArgument, CaseIterable { case zh, en }
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv, markdown, html
}
enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

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

  static var allValueStrings: [String] { UnitKind.allCases.map(\.rawValue) }
}
