internal import ArgumentParser
internal import Desk
internal import Journal
internal import Reports
internal import Storage
internal import Suite
internal import TargetEngine

struct Close: ParsableCommand {
  static let configuration = describe(
    "close", "结账：冻结一个月的报表", "Close a month: freeze its report",
    example: "close 2021-06")

  @Argument(help: ArgumentHelp(say("月份", "The month")))
  var month: Month?

  @Option(help: ArgumentHelp(say("只结一个模块", "One module only")))
  var module: String?

  @Option(
    help: ArgumentHelp(
      say("重新结账的原因（其后已结账的月份随之出新版）", "Why a new edition is made, also of later months")))
  var reissue: String?

  @Option(
    help: ArgumentHelp(
      say("首次结账时，从这个月起逐月结到该月", "For a first closing: every month from this one on"),
      valueName: "month"))
  var from: Month?

  @Flag(help: ArgumentHelp(say("列出已结账的月份", "List what is closed")))
  var list = false

  @Flag(
    help: ArgumentHelp(
      say("该月还没有过完，或首次结账离得很远，也结账", "Also when the month is not over, or far for a first one")))
  var yes = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard !list else { return try show() }
    guard let month else {
      throw ValidationError(say("请给出月份，如 close 2021-06", "Give a month: close 2021-06"))
    }
    if reissue?.isEmpty ?? false { throw UsageFault.needsReason }
    if reissue != nil, from != nil { throw UsageFault.notTogether("--reissue", "--from") }
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try close(month, desk)
    let closings = written.result.closings
    let own = closings.filter { $0.month == month }
    let edition = own.map(\.edition).max() ?? 1
    let modules = own.map(\.module).filter { !$0.isEmpty }.joined(separator: say("、", ", "))
    let others = Set(closings.map(\.month)).subtracting([month]).sorted()
    let open = written.result.openBefore
    let output = Output(options: common)
    let also =
      others.isEmpty
      ? "" : "\n" + Wording(output.language).alsoClosed(others, isReissue: reissue != nil)
    try output.receipt(
      written,
      say(
        "已结账 \(month)（\(modules)），第 \(edition) 版",
        "Closed \(month) (\(modules)), edition \(edition)") + also,
      [
        ("month", .string(month.description)), ("edition", .integer(Int64(edition))),
        ("openBefore", .array(open.map { .string($0.description) })),
        ("also", .array(others.map { .string($0.description) })),
      ])
    if !open.isEmpty { Output.note(Wording(output.language).openBefore(open)) }
  }

  /// Asks on a terminal about a month that is not over, or far for a first one, once nothing else stands
  /// in the way.
  private func close(_ month: Month, _ desk: Desk) throws -> Written<ClosedNow> {
    let close = {
      try desk.close(
        month, from: from, module: module.map(Suite.word), reissue: reissue, isConfirmed: $0)
    }
    do {
      return try close(yes)
    } catch let error as DeskError where Terminal.isInput && Terminal.isError {
      let wording = Wording(Session.current.language)
      switch error {
      case .notOver: try Confirmation.ask(wording.notOver(month), isGiven: false)
      case .farFirst(_, let first):
        try Confirmation.ask(wording.farFirst(month, figuresFrom: first), isGiven: false)
      default: throw error
      }
      return try close(true)
    }
  }

  private func show() throws {
    let ledger = try Workplace(options: common).desk(for: .read).ledger
    let closings = try ledger.closings()
    var heads: [Int64: String] = [:]
    for closing in closings where heads[closing.transaction] == nil {
      heads[closing.transaction] = try ledger.transaction(closing.transaction).map {
        Head(transaction: $0.transaction, hash: $0.hash).description(in: closing.form)
      }
    }
    let list = Lists.closings(closings, heads: heads)
    try Output(options: common).show([list.table], json: list.json)
  }
}
