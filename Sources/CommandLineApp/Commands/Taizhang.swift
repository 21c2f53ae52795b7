internal import ArgumentParser

/// The root of all commands.
struct Taizhang: ParsableCommand {
  static let version = "0.1.0"

  /// Commands that a second word goes with, and the first words that stand alone.
  static let groups: [String: [any ParsableCommand.Type]] = [
    "report": [ReportMonthly.self],
    "entry": [EntryList.self, EntryImport.self, EntryCorrect.self],
    "unit": [
      UnitAdd.self, UnitList.self, UnitImport.self, UnitMove.self, UnitMerge.self, UnitClose.self,
      UnitRename.self, UnitAlias.self,
    ],
    "indicator": [
      IndicatorAdd.self, IndicatorList.self, IndicatorImport.self, IndicatorSource.self,
      IndicatorAdopt.self,
    ],
    "target": [TargetSet.self, TargetList.self, TargetImport.self, TargetHistory.self],
    "setting": [SettingSet.self, SettingList.self],
    "journal": [JournalList.self],
    "due": [DueList.self, DueCalendar.self, DueAdopt.self],
    "rule": [RuleList.self, RuleSet.self],
    "holiday": [HolidayList.self, HolidayImport.self, HolidayAfter.self],
    "register": [RegisterList.self, RegisterShow.self, RegisterColumn.self],
    "key": [KeyCreate.self, KeyChangeCommand.self, KeyShow.self],
    "record": [
      RecordAdd.self, RecordList.self, RecordShow.self, RecordSet.self, RecordAdvance.self,
      RecordRedate.self, RecordRemove.self, RecordMerge.self, RecordHistory.self,
      RecordImport.self, RecordExport.self,
      RecordTemplate.self, RecordReveal.self, RecordErase.self, QuestionCommand.self,
      ActionCommand.self,
    ],
  ]

  /// The second word of commands that go without one.
  static let usualVerbs = ["due": "list", "rule": "list", "holiday": "list"]

  static let configuration = CommandConfiguration(
    commandName: "taizhang",
    abstract: say(
      "台账：一次录入，各项进度与月报由此得出", "The standing ledger: enter once, derive every figure"),
    discussion: say(
      "例：taizhang 月报 2021-06 --unit 341802",
      "Example: taizhang report monthly 2021-06 --unit 341802"),
    version: version,
    subcommands: [
      Init.self, Demo.self, DashboardCommand.self, DueGroup.self, Report.self, Rank.self,
      Trace.self, Log.self,
      Undo.self, EntryGroup.self, UnitGroup.self, IndicatorGroup.self, TargetGroup.self,
      SettingGroup.self, JournalGroup.self, RuleGroup.self, HolidayGroup.self, RegisterGroup.self,
      KeyGroup.self, RecordGroup.self, Close.self,
      Check.self, Verify.self, Backup.self,
      Restore.self, Import.self,
    ])
}

extension Taizhang {
  /// The command that words name, parsed without those above it, which saves every start half of
  /// the parsing; nil when anything is amiss: the whole tree has the words to say what.
  static func command(_ words: [String]) -> (any ParsableCommand)? {
    var (commands, rest) = (configuration.subcommands, words[...])
    while let name = rest.first, let type = commands.first(where: { $0._commandName == name }) {
      rest.removeFirst()
      commands = type.configuration.subcommands
      guard commands.isEmpty else { continue }
      // The parser's own answers, help among them, know only where they began.
      guard let command = try? type.parseAsRoot(Array(rest)), Swift.type(of: command) == type else {
        return nil
      }
      return command
    }
    return nil
  }
}

/// Describes a command: its name with Chinese aliases, what it does, and an example.
///
/// That it stands below another keeps the parser from asking each time whether a completion script
/// is wanted, which takes longer than all else that it does.
func describe(
  _ name: String, _ zh: String, _ en: String, example: String,
  subcommands: [any ParsableCommand.Type] = []
) -> CommandConfiguration {
  CommandConfiguration(
    commandName: name, _superCommandName: Taizhang._commandName, abstract: say(zh, en),
    discussion: say("例：", "Example: ") + "taizhang \(example)", subcommands: subcommands,
    aliases: CommandWords.aliases(of: name, isVerb: !example.hasPrefix(name)))
}

struct Report: ParsableCommand {
  static let configuration = describe(
    "report", "报告", "Reports", example: "report monthly 2021-06",
    subcommands: Taizhang.groups["report"] ?? [])
}

struct EntryGroup: ParsableCommand {
  static let configuration = describe(
    "entry", "分录：台账里的每一笔", "Entries of the ledger", example: "entry list --unit 洪林镇",
    subcommands: Taizhang.groups["entry"] ?? [])
}

struct UnitGroup: ParsableCommand {
  static let configuration = describe(
    "unit", "单位", "Units", example: "unit list", subcommands: Taizhang.groups["unit"] ?? [])
}

struct IndicatorGroup: ParsableCommand {
  static let configuration = describe(
    "indicator", "指标", "Indicators", example: "indicator list",
    subcommands: Taizhang.groups["indicator"] ?? [])
}

struct TargetGroup: ParsableCommand {
  static let configuration = describe(
    "target", "任务数", "Targets", example: "target list --unit 宣州区 --year 2021",
    subcommands: Taizhang.groups["target"] ?? [])
}

struct SettingGroup: ParsableCommand {
  static let configuration = describe(
    "setting", "本单位设置", "Settings of the office", example: "setting list",
    subcommands: Taizhang.groups["setting"] ?? [])
}

struct JournalGroup: ParsableCommand {
  static let configuration = describe(
    "journal", "流水：谁在何时做了什么", "The journal: who did what when",
    example: "journal list", subcommands: Taizhang.groups["journal"] ?? [])
}
