internal import ArgumentParser
internal import Desk
internal import Files
internal import Views

/// How a file is imported that leaves doubts.
struct DoubtOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("允许再次导入同一文件", "Accept a file imported before")))
  var again = false

  @Option(
    help: ArgumentHelp(
      say(
        "表中阶段落后于台账的行：refuse 拒收（默认），skip 跳过并说明",
        "Rows whose stage a record has left: refuse (default) or skip")))
  var behind: BehindArgument = .refuse

  @Option(
    help: ArgumentHelp(
      say(
        "与以前导入的别的文件相同的进度行：refuse 拒收（默认），skip 跳过已有的，keep 照录",
        "Rows of entries that equal rows of another file: refuse (default), skip what is there, or keep"
      )))
  var same: SameArgument = .refuse

  @Flag(
    help: ArgumentHelp(
      say("试运行：说明会怎样，什么也不写入", "Say what would become of it and write nothing")))
  var dryRun = false

  @Flag(name: .customLong("yes"), help: ArgumentHelp(say("在终端上也不再询问", "Do not ask on a terminal")))
  var isConfirmed = false

  var options: ImportOptions {
    ImportOptions(
      again: again, skipsBehind: behind == .skip, same: same.choice, isDryRun: dryRun)
  }

  /// Imports files. On a terminal it is shown what will become of them, and asked about; then just that is
  /// written, or nothing.
  ///
  /// - Parameter body: the import.
  func run(
    _ files: [String], _ common: CommonOptions,
    _ body: (ImportOptions, @escaping (ImportProgress) -> Void) throws -> Written<Imported>
  ) throws {
    let output = Output(options: common)
    var options = options
    var isShown = false
    if asks(files) {
      let trial = try rehearse(body)
      options.shown = trial.result
      isShown = !trial.isEmpty
      if isShown { try confirm(trial, output) }
    }
    let written = try measured(options, body)
    let receipt = written.result.receipt(
      output.language, isRehearsal: dryRun, noted: written.noted, whole: written.whole)
    try output.receipt(
      written,
      isShown
        ? Receipt(say("已按上述内容导入。", "Imported as shown."), receipt.members) : receipt)
  }

  private func rehearse(
    _ body: (ImportOptions, @escaping (ImportProgress) -> Void) throws -> Written<Imported>
  ) throws -> Written<Imported> {
    var options = options
    options.isDryRun = true
    return try measured(options, body)
  }

  /// Shows what an import would do, and asks.
  ///
  /// - Throws: `UsageFault.declined`.
  private func confirm(_ trial: Written<Imported>, _ output: Output) throws {
    let receipt = trial.result.receipt(output.language, isRehearsal: true)
    Output.note(receipt.of(trial, output.language).sentence)
    try Confirmation.ask(say("写入以上内容。", "This will be written."), isGiven: false)
  }

  func measured(
    _ options: ImportOptions,
    _ body: (ImportOptions, @escaping (ImportProgress) -> Void) throws -> Written<Imported>
  ) throws -> Written<Imported> {
    let bar = ProgressBar()
    defer { bar.end() }
    return try body(options) { progress in
      let share = progress.size.map { Double(progress.bytes) / Double(max($0, 1)) }
      bar.show(share: share, count: progress.rows)
    }
  }

  /// Whether somebody can be asked about files that can be read a second time: a pipe cannot.
  func asks(_ files: [String]) -> Bool {
    !dryRun && !isConfirmed && Terminal.isInput && Terminal.isError
      && files.allSatisfy { FileFacts($0)?.isRegular ?? ($0 != "-") }
  }
}

enum BehindArgument: String, ExpressibleByArgument, CaseIterable {
  case refuse, skip

  init?(argument: String) {
    switch argument {
    case "拒收": self = .refuse
    case "跳过": self = .skip
    default: self.init(rawValue: argument)
    }
  }
}

enum SameArgument: String, ExpressibleByArgument, CaseIterable {
  case refuse, skip, keep

  init?(argument: String) {
    switch argument {
    case "拒收": self = .refuse
    case "跳过": self = .skip
    case "照录": self = .keep
    default: self.init(rawValue: argument)
    }
  }

  fileprivate var choice: ImportOptions.Same {
    switch self {
    case .refuse: .refuse
    case .skip: .skip
    case .keep: .keep
    }
  }
}
