internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

struct RecordAdd: ParsableCommand {
  static let configuration = describe(
    "add", "添加一条记录", "Add a record",
    example: "clinics project add facility=洪林镇卫生院 year=2021 kind=healthCentre")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(help: ArgumentHelp(say("字段=内容", "field=value")))
  var words: [String] = []

  @Option(help: ArgumentHelp(say("自哪一天起（默认今天）", "As of which day (default today)")))
  var on: Day?

  @Flag(help: ArgumentHelp(say("逐项录入时连同办理过程的字段", "Ask for the fields of procedure too")))
  var all = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    var given = RecordArguments(words)
    if let word = given.plain.first { throw UsageFault.noAssignment(word) }
    let prompt = RecordPrompt(shape)
    let isAsked = given.assignments.isEmpty && Terminal.isInput && Terminal.isError
    if isAsked { given.assignments = try prompt.ask(desk, all: all) }
    let written: Written<RecordState>
    do {
      written = try desk.addRecord(shape, try prompt.filled(given.assignments), on: on)
    } catch {
      if isAsked { prompt.keep(given.assignments, on: on) }
      throw error
    }
    try Output(options: common).changed(
      written.withResult { [$0] }, Text("已添加", "Added"), in: shape, desk, set: given.assignments)
    try noteOwner(written.result, in: shape, given.assignments, desk)
  }

  /// Says that the record belongs to the office's own unit, where no unit was given.
  private func noteOwner(
    _ state: RecordState, in shape: RegisterShape, _ given: [Desk.Assignment], _ desk: Desk
  ) throws {
    guard let field = shape.ownerField, let unit = state.data[field].unit,
      !given.contains(where: { shape.field(named: $0.name) == field })
    else { return }
    let title = shape.fields[field].title
    let name = try desk.names(in: Session.current.language).unit(unit)?.title ?? ""
    Output.note(
      say(
        "提示：未填“\(title.zh)”，按本单位登记：\(name)。",
        "Note: no “\(title.en)” given; registered for the office's own unit, \(name)."))
  }
}

struct RecordSet: ParsableCommand {
  static let configuration = describe(
    "set", "修改记录的字段", "Set fields of records",
    example: "clinics project set K3F7-12 budget=20000")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(
    help: ArgumentHelp(
      say(
        "记录（可多条，- 为标准输入）和 字段=内容；可有多项的字段还可写 字段+=、字段-=",
        "Records (- for standard input), and field=value; also field+= and field-= for one of several"
      )))
  var words: [String]

  @OptionGroup var selection: RecordSelection

  @Option(help: ArgumentHelp(say("自哪一天起（默认今天）", "As of which day (default today)")))
  var on: Day?

  @Flag(help: ArgumentHelp(say("原来就录错了：从一开始改起", "It was a typing error from the beginning")))
  var typo = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    var given = RecordArguments(words)
    let records = try selection.records(&given, desk, shape, hasTarget: false)
    guard !given.assignments.isEmpty else { throw UsageFault.noAssignment("") }
    let written = try desk.setRecords(
      records, in: shape, try RecordPrompt(shape).filled(given.assignments), on: on, isTypo: typo)
    try Output(options: common).changed(
      written, Text("已修改", "Set"), in: shape, desk, set: given.assignments)
  }
}

struct RecordAdvance: ParsableCommand {
  static let configuration = describe(
    "advance", "把记录推进到下一阶段", "Move records to a stage",
    example: "clinics project advance K3F7-12 accepted --on 2021-06-28")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(
    help: ArgumentHelp(
      say(
        "记录（可多条，- 为标准输入）、阶段和 字段=内容",
        "Records (- for standard input), the stage, and field=value")))
  var words: [String]

  @OptionGroup var selection: RecordSelection

  @Option(help: ArgumentHelp(say("哪一天（默认今天）", "Which day (default today)")))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    var given = RecordArguments(words)
    guard let stage = given.plain.last else { throw UsageFault.noRecord }
    let records = try selection.records(&given, desk, shape, hasTarget: true)
    let written = try desk.advanceRecords(
      records, in: shape, to: stage, given.assignments, on: on)
    try Output(options: common).changed(
      written, Text("已推进", "Moved"), in: shape, desk, set: given.assignments)
  }
}

struct RecordRedate: ParsableCommand {
  static let configuration = describe(
    "redate", "更正进入某一阶段的日期", "Correct the day on which records entered a stage",
    example: "clinics project redate K3F7-12 assessed 2021-02-08")

  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(
    help: ArgumentHelp(
      say("记录（可多条，- 为标准输入）、阶段和日期", "Records (- for standard input), the stage and the day")))
  var words: [String]

  @OptionGroup var selection: RecordSelection

  @Option(
    help: ArgumentHelp(
      say("原来记的日期（多次进入同一阶段时指明哪一次；默认最近一次）", "The day it has now (default: the latest move)")))
  var from: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    var given = RecordArguments(words)
    let text = given.plain.popLast() ?? ""
    guard let day = Day(argument: text) else { throw UsageFault.needsDay(text) }
    guard let stage = given.plain.last else { throw UsageFault.noRecord }
    let records = try selection.records(&given, desk, shape, hasTarget: true)
    if let other = given.assignments.first { throw UsageFault.notForRemove(other.name) }
    let written = try desk.redateRecords(records, in: shape, stage, to: day, from: from)
    try Output(options: common).changed(written, Text("已改期", "Redated"), in: shape, desk)
  }
}

struct RecordRemove: ParsableCommand {
  static let configuration = describe(
    "remove", "作废记录（历史保留）", "Take records out; their history stays",
    example: "clinics project remove K3F7-12 reason=重复录入")

  @OptionGroup var arguments: GroundedArguments

  @OptionGroup var selection: RecordSelection

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (desk, shape, words, reason) = try arguments.opened(common, on: .reason)
    var given = words
    let records = try selection.records(&given, desk, shape, hasTarget: false)
    if let other = given.assignments.first { throw UsageFault.notForRemove(other.name) }
    let written = try desk.removeRecords(records, in: shape, reason: reason)
    try Output(options: common).changed(written, Text("已作废", "Removed"), in: shape, desk)
  }
}

extension Output {
  /// Says which records were changed and where they stand now.
  fileprivate func changed(
    _ written: Written<[RecordState]>, _ verb: Text, in shape: RegisterShape, _ desk: Desk,
    set assignments: [Desk.Assignment] = []
  ) throws {
    let names = try desk.names(in: language, on: desk.context.today)
    try receipt(
      written,
      try RecordReceipts(desk, names, language, whole: written.whole).changed(
        verb, written.result, in: shape, isWritten: !written.isEmpty))
    try noteUnknownNames(desk.names(of: written.result, in: shape, set: assignments), desk)
  }
}

extension Output {
  /// Says which names the register that should have them does not have.
  func noteUnknownNames(_ names: [FieldShape: Set<String>], _ desk: Desk) throws {
    for unknown in try desk.unknownNames(names) { Output.note(unknown.sentence(language)) }
  }
}
