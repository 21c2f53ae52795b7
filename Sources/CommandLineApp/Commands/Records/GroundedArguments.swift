internal import ArgumentParser
internal import Desk
internal import Registers

/// The words of a command that is not done without grounds: a register, its records, and why.
struct GroundedArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(say("台账", "The register")))
  var register: String

  @Argument(
    help: ArgumentHelp(
      say(
        "记录（和字段），理由=……；销毁则写 文号=……",
        "Records (and fields), and reason=WHY; to erase, document-no=NUMBER")))
  var words: [String]

  /// What a command rests on.
  enum Ground {
    case reason, document

    fileprivate func taken(from given: inout RecordArguments) throws -> String {
      let text =
        switch self {
        case .reason: given.take("reason", "理由", "原因")
        case .document: given.take("document-no", "文号", "依据")
        }
      if let text, !text.isEmpty { return text }
      throw self == .reason ? UsageFault.needsReason : UsageFault.needsDocument
    }
  }

  /// The desk with the register, what was given besides the grounds, and the grounds.
  func opened(
    _ common: CommonOptions, on ground: Ground
  ) throws -> (desk: Desk, shape: RegisterShape, given: RecordArguments, ground: String) {
    let desk = try Workplace(options: common).desk(for: .write)
    let shape = try desk.register(register)
    var given = RecordArguments(words)
    let text = try ground.taken(from: &given)
    return (desk, shape, given, text)
  }
}
