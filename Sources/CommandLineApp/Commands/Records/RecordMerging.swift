internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine

struct RecordMerge: ParsableCommand {
  static let configuration = describe(
    "merge", "合并重复的记录（前一条并入后一条）", "Merge a record that was entered twice into another",
    example: "people person merge K3F7-12 K3F7-7 reason=重复登记")

  @OptionGroup var arguments: GroundedArguments

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (desk, shape, words, reason) = try arguments.opened(common, on: .reason)
    var given = words
    if let other = given.assignments.first { throw UsageFault.notForRemove(other.name) }
    given.plain.removeAll { $0 == "into" }
    guard given.plain.count == 2 else { throw UsageFault.mergesTwo }
    let written = try desk.mergeRecord(
      given.plain[0], into: given.plain[1], in: shape, reason: reason)
    try Output(options: common).merged(written, in: shape, desk)
  }
}

extension Output {
  /// Says which record stands for both now, and which records name it instead of the other.
  fileprivate func merged(
    _ written: Written<MergedRecords>, in shape: RegisterShape, _ desk: Desk
  ) throws {
    let merged = written.result
    let names = try RecordNames(desk.ledger, language)
    let records = RecordPrinting(shape, names, language)
    let kept = try records.summary(merged.kept)
    var lines = [
      say(
        "已合并 \(names.id(merged.removed.id)) → \(kept)",
        "Merged \(names.id(merged.removed.id)) into \(kept)")
    ]
    let shown = 5
    for (other, state) in merged.referrers.prefix(shown) {
      let name =
        "\(other.name.title(language)) \(names.id(state.id)) \(try names.label(state, other))"
      lines.append(say("改指：\(name)", "Now names it: \(name)"))
    }
    let rest = merged.referrers.count - shown
    if rest > 0 { lines.append(say("……另 \(rest) 条", "… and \(rest) more")) }
    try receipt(
      written, lines.joined(separator: "\n"),
      [
        ("record", try records.json(merged.kept)),
        ("removed", .string(names.id(merged.removed.id))),
        (
          "referrers",
          .array(
            merged.referrers.map { other, state in
              .object([("register", .string(other.id)), ("id", .string(names.id(state.id)))])
            })
        ),
      ])
  }
}
