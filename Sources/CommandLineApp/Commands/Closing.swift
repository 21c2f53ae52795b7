internal import ArgumentParser
internal import Desk
internal import Reports
internal import Sentences
internal import Suite
internal import TargetEngine
internal import Views

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
    guard let month else { throw UsageFault.needsMonth }
    if reissue?.isEmpty ?? false { throw UsageFault.needsReason }
    if reissue != nil, from != nil { throw UsageFault.notTogether("--reissue", "--from") }
    let desk = try Workplace(options: common).desk(for: .write)
    let output = Output(options: common)
    do {
      let doubts = try reissue == nil ? doubts(of: month, desk, output.language) : []
      let written = try desk.close(
        month, from: from, module: module.map(Suite.word), reissue: reissue, isConfirmed: true)
      try output.receipt(
        written,
        written.result.receipt(
          of: month, isReissue: reissue != nil, doubts, output.language, moduleTitle: Suite.title))
      written.result.note(output.language).map(Output.note)
    } catch DeskError.alreadyClosed(let month, let modules) {
      throw DeskError.alreadyClosed(month, modules: modules.map(Suite.title))
    }
  }

  /// Shows what is not yet right of the month. On a terminal it is asked whether to close it all the same;
  /// and before that about a month that is not over, or far for a first one.
  ///
  /// - Throws: what stands in the way of the closing.
  private func doubts(of month: Month, _ desk: Desk, _ language: Language) throws -> [String] {
    let readiness = { isConfirmed in
      try desk.readiness(
        of: month, from: from, module: module.map(Suite.word), isConfirmed: isConfirmed)
    }
    var found: Readiness
    do {
      found = try readiness(yes)
    } catch let error as DeskError where Terminal.isInput && Terminal.isError {
      let wording = Wording(language)
      switch error {
      case .notOver: try Confirmation.ask(wording.notOver(month), isGiven: false)
      case .farFirst(_, let first):
        try Confirmation.ask(wording.farFirst(month, figuresFrom: first), isGiven: false)
      default: throw error
      }
      found = try readiness(true)
    }
    let sentences = found.sentences(language)
    sentences.forEach(Output.note)
    if !sentences.isEmpty, !yes, Terminal.isInput, Terminal.isError {
      try Confirmation.ask(
        say("以上各项还没有办妥，结账以后只能作为更正。", "This is not yet right, and can only be corrected later."),
        isGiven: false)
    }
    return sentences
  }

  private func show() throws {
    let output = Output(options: common)
    try output.show(
      try .closings(
        try Workplace(options: common).desk(for: .read).closings(), output.language,
        moduleTitle: Suite.title))
  }
}
