internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

/// `taizhang MODULE ACTION` arrives here as `record action MODULE ACTION`.
struct ActionCommand: ParsableCommand {
  static let configuration = describe(
    "action", "成批办理：先列出，确认后一次办完", "Do something to many records: shown, confirmed, then done",
    example: "workforce second-round 2021 --on 2021-07-01 --yes",
    isShown: false)

  @OptionGroup var asked: ModuleArguments
  @OptionGroup var acting: ActionOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let action = try asked.found(among: \.actions)
    let desk = try acting.desk(common)
    try acting.run(action, desk, try asked.scope(of: action, desk), common)
  }
}

/// How every action is done: without `--yes` it is shown, and where someone can be asked confirmed.
struct ActionOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("不再询问，直接办理", "Do it without asking")))
  var yes = false

  private var mayWrite: Bool { yes || (Terminal.isInput && Terminal.isError) }

  func desk(_ common: CommonOptions) throws -> Desk {
    try Workplace(options: common).desk(for: mayWrite ? .write : .read)
  }

  func run(
    _ action: Action, _ desk: Desk, _ scope: QuestionScope, _ common: CommonOptions
  ) throws {
    let output = Output(options: common)
    let proposals = try desk.proposals(action, scope)
    if !yes {
      let view = try AnswerView(
        action.answer(proposals), to: action, scope, try desk.names(in: output.language),
        output.language)
      try output.show([view.table], json: view.json)
      guard mayWrite, !proposals.isEmpty else { return }
      try Confirmation.ask(
        say("共 \(proposals.count) 条。", "\(proposals.count) records."), isGiven: false)
    }
    let written = try desk.perform(proposals, scope)
    let receipts = RecordReceipts(
      desk, try desk.names(in: output.language), output.language, whole: written.whole)
    try output.receipt(written, try receipts.done(written.result))
  }
}
