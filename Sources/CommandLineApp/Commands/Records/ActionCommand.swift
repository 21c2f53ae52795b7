internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

/// `taizhang MODULE ACTION` arrives here as `record action MODULE ACTION`.
struct ActionCommand: ParsableCommand {
  static let configuration = describe(
    "action", "成批办理：先列出，确认后一次办完", "Do something to many records: shown, confirmed, then done",
    example: "workforce second-round 2021 --on 2021-07-01 --yes")

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
      let printing = try AnswerPrinting(desk, output.language)
      let answer = action.answer(proposals)
      try output.show(
        [try printing.table(answer, action.title)],
        json: try printing.json(answer, to: action, scope))
      guard mayWrite, !proposals.isEmpty else { return }
      try Confirmation.ask(
        say("共 \(proposals.count) 条。", "\(proposals.count) records."), isGiven: false)
    }
    try output.done(try desk.perform(proposals, scope), desk)
  }
}

extension Output {
  /// Says which records an action added or moved.
  fileprivate func done(
    _ written: Written<[(shape: RegisterShape, state: RecordState, isNew: Bool)]>, _ desk: Desk
  ) throws {
    let names = try RecordNames(desk.ledger, language)
    var lines: [String] = []
    var records: [JSONValue] = []
    for (shape, state, isNew) in written.result {
      let printing = RecordPrinting(shape, names, language)
      let verb = isNew ? say("已添加", "Added") : say("已推进", "Moved")
      lines.append("\(verb) \(try printing.summary(state))")
      records += try desk.shown([state], in: shape).map { try printing.json($0) }
    }
    if lines.isEmpty { lines = [say("没有要办的。", "There is nothing to do.")] }
    try receipt(written, lines.joined(separator: "\n"), [("records", .array(records))])
  }
}
