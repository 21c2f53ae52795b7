internal import ArgumentParser
internal import Sentences

/// The root of all commands.
struct Taizhang: ParsableCommand {
  static let version = "0.1.0"

  /// The first words of commands, in the order of the help.
  static let names = [
    "init", "demo", "dashboard", "due", "report", "rank", "trace", "log", "form", "undo", "entry",
    "unit", "indicator", "target", "setting", "journal", "rule", "holiday", "register", "key",
    "record",
    "close", "check", "verify", "backup", "restore", "import", "menu",
  ]

  /// The command that a first word names: the one type which a start needs. A list of all would set up
  /// the types of all, which takes longer than the parsing.
  static func command(named name: String) -> (any ParsableCommand.Type)? {
    switch name {
    case "init": Init.self
    case "demo": Demo.self
    case "dashboard": DashboardCommand.self
    case "due": DueGroup.self
    case "report": Report.self
    case "rank": Rank.self
    case "trace": Trace.self
    case "log": Log.self
    case "form": FormGroup.self
    case "undo": Undo.self
    case "entry": EntryGroup.self
    case "unit": UnitGroup.self
    case "indicator": IndicatorGroup.self
    case "target": TargetGroup.self
    case "setting": SettingGroup.self
    case "journal": JournalGroup.self
    case "rule": RuleGroup.self
    case "holiday": HolidayGroup.self
    case "register": RegisterGroup.self
    case "key": KeyGroup.self
    case "record": RecordGroup.self
    case "close": Close.self
    case "check": Check.self
    case "verify": Verify.self
    case "backup": Backup.self
    case "restore": Restore.self
    case "import": Import.self
    case "menu": MenuCommand.self
    default: nil
    }
  }

  /// The commands below a first word; none when it stands alone.
  static func verbs(of group: String) -> [any ParsableCommand.Type] {
    switch group {
    case "report": [ReportMonthly.self]
    case "entry": [EntryList.self, EntryImport.self, EntryCorrect.self]
    case "unit":
      [
        UnitAdd.self, UnitList.self, UnitImport.self, UnitMove.self, UnitMerge.self, UnitClose.self,
        UnitRename.self, UnitAlias.self,
      ]
    case "indicator":
      [
        IndicatorAdd.self, IndicatorList.self, IndicatorImport.self, IndicatorSource.self,
        IndicatorSources.self, IndicatorAdopt.self,
      ]
    case "form":
      [
        FormList.self, FormShow.self, FormDefine.self, FormAsk.self, FormTemplateCommand.self,
        FormImport.self,
        FormFill.self, FormNil.self, FormStatusCommand.self, FormRemind.self, FormAccept.self,
        FormReturn.self, FormReopen.self, FormSumCommand.self, FormDiff.self,
        FormBurdenCommand.self, FormOverlapCommand.self,
      ]
    case "target": [TargetSet.self, TargetList.self, TargetImport.self, TargetHistory.self]
    case "setting": [SettingSet.self, SettingList.self]
    case "journal": [JournalList.self, JournalShow.self]
    case "due": [DueList.self, DueCalendar.self, DueAdopt.self]
    case "rule": [RuleList.self, RuleSet.self]
    case "holiday": [HolidayList.self, HolidayImport.self, HolidayAfter.self]
    case "register": [RegisterList.self, RegisterShow.self, RegisterColumn.self]
    case "key": [KeyCreate.self, KeyChangeCommand.self, KeyShow.self]
    case "record":
      [
        RecordAdd.self, RecordList.self, RecordShow.self, RecordSet.self, RecordAdvance.self,
        RecordRedate.self, RecordRemove.self, RecordMerge.self, RecordHistory.self,
        RecordImport.self, RecordExport.self, RecordTemplate.self, RecordReveal.self,
        RecordErase.self, QuestionCommand.self, ActionCommand.self, RecordUsage.self,
      ]
    default: []
    }
  }

  /// The second word of commands that go without one.
  static let usualVerbs = ["due": "list", "rule": "list", "holiday": "list"]

  static let configuration = CommandConfiguration(
    commandName: "taizhang",
    abstract: say(
      "台账：一次录入，各项进度与月报由此得出", "The standing ledger: enter once, derive every figure"),
    discussion: ExampleYear.present(
      say(
        "例：taizhang 月报 2021-06 --单位 洪林镇",
        "Example: taizhang report monthly 2021-06 --unit 洪林镇")),
    version: version,
    subcommands: names.compactMap(command(named:)))
}

extension Taizhang {
  /// The command that words name, parsed without those above it, which saves every start half of
  /// the parsing; nil when anything is amiss: the whole tree has the words to say what.
  static func command(_ words: [String]) -> (any ParsableCommand)? {
    guard let first = words.first, var type = command(named: first) else { return nil }
    var rest = words.dropFirst()
    let below = verbs(of: first)
    if !below.isEmpty {
      guard let verb = below.first(where: { $0._commandName == rest.first }) else { return nil }
      type = verb
      rest.removeFirst()
    }
    // The parser's own answers, help among them, know only where they began.
    guard let command = try? type.parseAsRoot(Array(rest)), Swift.type(of: command) == type else {
      return nil
    }
    return command
  }
}
