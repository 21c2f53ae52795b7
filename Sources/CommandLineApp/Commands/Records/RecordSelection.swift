internal import ArgumentParser
internal import Desk
internal import Registers
internal import TargetEngine

/// Which records a change is for: those named, those that `-` reads from standard input, or all that
/// a filter finds. Whatever was not named one by one is counted and confirmed first.
struct RecordSelection: ParsableArguments {
  @Option(help: ArgumentHelp(say("该单位（含下级）的全部记录", "All records of a unit and below it")))
  var unit: String?

  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: ArgumentHelp(
      say("符合条件的全部记录，如 所有制=民营（可多次）", "All records that meet a condition (repeatable)"),
      valueName: "condition"))
  var conditions: [String] = []

  @Flag(help: ArgumentHelp(say("不再询问", "Do not ask")))
  var yes = false

  /// The records by name or number, out of the words of a command, which keep the rest.
  ///
  /// - Parameter hasTarget: whether the last word says something else, the stage to move to.
  func records(
    _ given: inout RecordArguments, _ desk: Desk, _ shape: RegisterShape, hasTarget: Bool
  ) throws -> [String] {
    var named = hasTarget ? Array(given.plain.dropLast()) : given.plain
    var conditions = conditions
    // A stage is never set, so that one among the words tells which records are meant.
    if named.isEmpty, let stage = given.take("stage", "阶段") {
      conditions.append("stage=\(stage)")
    }
    let isFilter = unit != nil || !conditions.isEmpty
    guard isFilter || named.contains("-") else {
      if named.isEmpty { throw UsageFault.noRecord }
      try desk.noteAndWait(try desk.lookups(named: named, in: shape))
      return named
    }
    named.removeAll { $0 == "-" }
    if given.plain.contains("-") { named += try RecordSelection.standardInput() }
    if isFilter {
      guard named.isEmpty else { throw UsageFault.recordsTwice }
      let search = RecordSearch(conditions: conditions, unit: unit)
      try desk.noteAndWait(try desk.lookups(of: search, in: shape))
      let site = try desk.site()
      named = try desk.list(search, in: shape).records.map { "\(site)-\($0.id)" }
    } else {
      try desk.noteAndWait(try desk.lookups(named: named, in: shape))
    }
    if named.isEmpty { throw UsageFault.noneFound }
    let title = shape.name.title
    try Confirmation.ask(
      say("共 \(named.count) 条\(title.zh)。", "\(named.count) × \(title.en)."), isGiven: yes)
    return named
  }

  /// The first cell of each line, as `list --format csv` writes them.
  private static func standardInput() throws -> [String] {
    let titles = [SystemColumn.id.title.zh, SystemColumn.id.title.en, SystemColumn.id.rawValue]
    var names: [String] = []
    for (index, bytes) in InputLines().enumerated() {
      guard let line = String(validating: bytes, as: UTF8.self) else {
        throw UsageFault.notText(.line(index + 1))
      }
      let cell = line.split(whereSeparator: { ",\t ".contains($0) }).first.map(String.init) ?? ""
      let name = cell.trimmingPrefix("\u{FEFF}")
      if !name.isEmpty, !titles.contains(String(name)) { names.append(String(name)) }
    }
    return names
  }
}
