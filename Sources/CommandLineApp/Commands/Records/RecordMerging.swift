internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import TargetEngine
internal import Views

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
    try desk.noteAndWait(try desk.lookups(named: given.plain, in: shape))
    let written = try desk.mergeRecord(
      given.plain[0], into: given.plain[1], in: shape, reason: reason)
    let output = Output(options: common)
    let receipts = RecordReceipts(
      desk, try desk.names(in: output.language), output.language, whole: written.whole)
    try output.receipt(written, try receipts.merged(written.result, in: shape))
  }
}
