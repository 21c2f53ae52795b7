internal import ArgumentParser
internal import Desk
internal import Glibc
internal import Reports
internal import StorageSQLite
internal import Suite
internal import TargetEngine

struct DashboardCommand: ParsableCommand {
  static let configuration = describe(
    "dashboard", "看板：各项进度一屏看全", "Where everything stands, on one screen",
    example: "dashboard clinics --unit 洪林镇 --watch")

  @Argument(help: ArgumentHelp(say("只看一个模块", "One module only")))
  var module: String?

  @Option(help: ArgumentHelp(say("单位的编码或名称", "A unit by code or name")))
  var unit: String?

  @Option(help: ArgumentHelp(say("截至哪一天", "As of which day")))
  var on: Day?

  @Flag(help: ArgumentHelp(say("数据有变动即刷新（Ctrl-C 退出）", "Redraw on change (Ctrl-C ends)")))
  var watch = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workplace = Workplace(options: common)
    let connection = try workplace.connection(for: .read)
    let desk = try workplace.desk(on: connection)
    if watch, common.format == .table, common.output == nil, Terminal.isOutput {
      try watch(desk, connection)
    } else {
      let dashboard = try desk.dashboard(module: module.map(Suite.word), unit: unit, on: on)
      let output = Output(options: common)
      if common.format == .table {
        try output.write(screen(dashboard))
      } else {
        try output.show(
          [dashboard.table(Session.current.language, moduleTitle: Suite.title)],
          json: dashboard.json)
      }
    }
  }

  private func screen(_ dashboard: Dashboard) -> String {
    let language = Session.current.language
    return dashboard.screen(
      width: max(60, Terminal.width), color: Output(options: common).usesColor,
      language: language, moduleTitle: Suite.title)
  }

  /// Draws on the terminal's other screen whenever another process has written, the day or the
  /// window has changed.
  private func watch(_ desk: Desk, _ connection: SQLiteConnection) throws {
    signal(SIGINT) { _ in
      // Back to the screen with the shell's history; only this much is safe in a handler.
      let leave: StaticString = "\u{1B}[?25h\u{1B}[?1049l"
      _ = Glibc.write(STDOUT_FILENO, leave.utf8Start, leave.utf8CodeUnitCount)
      _exit(0)
    }
    try Output.print("\u{1B}[?1049h\u{1B}[?25l")
    var drawn = (version: Int64(-1), width: 0)
    while true {
      let now = (version: try connection.dataVersion(), width: Terminal.width)
      if now != drawn {
        let dashboard = try desk.dashboard(module: module.map(Suite.word), unit: unit, on: on)
        let hint = say("数据变动时自动刷新，Ctrl-C 退出", "Redraws on change; Ctrl-C ends")
        try Output.print("\u{1B}[H\u{1B}[J" + screen(dashboard) + "\n" + hint + "\n")
        drawn = now
      }
      usleep(500_000)
    }
  }
}
