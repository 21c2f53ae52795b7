internal import ArgumentParser
internal import Desk
internal import Reports
internal import Views

struct JournalList: ParsableCommand {
  static let configuration = describe(
    "list", "列出流水，最近的在前", "List transactions, newest first", example: "journal list --limit 20")

  @Option(help: ArgumentHelp(say("最多多少笔", "At most this many")))
  var limit: CountArgument = 50

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    try output.show(
      try .transactions(
        try desk.transactions(limit: try limit.count(of: "--limit")), output.language))
  }
}

struct JournalShow: ParsableCommand {
  static let configuration = describe(
    "show", "查看一笔流水的全部内容", "All that a transaction wrote", example: "journal show 12")

  @Argument(help: ArgumentHelp(say("流水号，如 12", "Its number, such as 12")))
  var transaction: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .read)
    let output = Output(options: common)
    let names = try desk.names(in: output.language)
    let view = TransactionView(
      try desk.transaction(transaction, names, output.language), names, output.language)
    try output.show(try view.tables(), json: try view.json())
  }
}
