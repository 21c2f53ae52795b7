internal import ArgumentParser
internal import Desk
internal import Files
internal import Glibc
internal import Reports
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
    if watch, common.format == .table, common.output == nil, Terminal.isOutput {
      try watchAll()
    } else {
      let dashboard = try dashboard()
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

  private func dashboard() throws -> Dashboard {
    try Workplace(options: common).desk(for: .read).dashboard(
      module: module.map(Suite.word), unit: unit, on: on)
  }

  /// Draws on the terminal's other screen whenever another process has written, the day or the
  /// window has changed.
  private func watchAll() throws {
    try Output.print("\u{1B}[?1049h\u{1B}[?25l")
    // Back to the screen with the shell's history.
    defer { try? Output.print("\u{1B}[?25h\u{1B}[?1049l") }
    try Ending.catching {
      var drawn: Watched?
      while !Ending.hasCome {
        let now = Watched(try Workplace(options: common).path, day: Clock().today)
        if now != drawn {
          let hint = say("数据变动时自动刷新，Ctrl-C 退出", "Redraws on change; Ctrl-C ends")
          try Output.print("\u{1B}[H\u{1B}[J" + screen(try dashboard()) + "\n" + hint + "\n")
          drawn = now
        }
        usleep(500_000)
      }
    }
    Ending.heed()
  }
}

/// What a dashboard that is watched depends on. The ledger is not kept open: nobody's log stays for a watcher's sake,
/// who may watch for weeks.
private struct Watched: Equatable {
  private let files: [FileFacts?]
  private let day: Day?
  private let width = Terminal.width

  init(_ path: String, day: Day?) {
    files = [path, path + "-wal"].map { FileFacts($0) }
    self.day = day
  }
}
