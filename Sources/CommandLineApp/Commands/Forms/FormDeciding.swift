internal import ArgumentParser
internal import Desk
internal import Forms
internal import TargetEngine
internal import Views

struct FormAccept: ParsableCommand {
  static let configuration = describe(
    "accept", "审核通过并记入指标", "Accept what units sent, and post it",
    example: "form accept health-month 2021-06 --all")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments
  @OptionGroup var common: CommonOptions

  func run() throws { try form.take(.accept, units, common) }
}

struct FormReturn: ParsableCommand {
  static let configuration = describe(
    "return", "退回，写明原因", "Return what units sent, saying why",
    example: "form return health-month 2021-06 --unit 洪林镇 --reason 第4行与台账不符")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments

  @Option(help: ArgumentHelp(say("原因", "Why")))
  var reason: String

  @OptionGroup var common: CommonOptions

  func run() throws { try form.take(.return(reason: reason), units, common) }
}

struct FormReopen: ParsableCommand {
  static let configuration = describe(
    "reopen", "重新打开已审的报表，冲回已记入的数", "Return what was accepted, and take back what it posted",
    example: "form reopen health-month 2021-06 --unit 洪林镇 --reason 漏报")

  @OptionGroup var form: FormArguments
  @OptionGroup var units: FormChoiceArguments

  @Option(help: ArgumentHelp(say("原因", "Why")))
  var reason: String

  @OptionGroup var common: CommonOptions

  func run() throws { try form.take(.reopen(reason: reason), units, common) }
}

extension FormArguments {
  /// Takes a step with submissions, and says so.
  fileprivate func take(
    _ action: FormAction, _ units: FormChoiceArguments, _ common: CommonOptions
  ) throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let written = try desk.take(action, form, period, units.choice)
    try Output(options: common).receipt(written, written.result.receipt(Session.current.language))
  }
}
