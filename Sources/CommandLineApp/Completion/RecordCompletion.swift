internal import Registers
internal import TargetEngine

/// What may come next in `MODULE REGISTER VERB …`: fields, stages, their values, and records.
struct RecordCompletion {
  private let shape: RegisterShape
  private let ledger: LedgerWords
  private let language: Language

  init(_ shape: RegisterShape, _ ledger: LedgerWords, _ language: Language) {
    self.shape = shape
    self.ledger = ledger
    self.language = language
  }

  /// - Parameters:
  ///   - given: the words after the verb.
  ///   - last: the word being typed.
  func candidates(after verb: String, _ given: [String], _ last: String) -> [String] {
    let takesFields = ["add", "set", "advance", "list", "export"].contains(verb)
    let takesStage =
      ["advance", "redate", "list", "set", "remove"].contains(verb) && shape.stages.count > 1
    if let sign = last.firstIndex(of: "=") {
      return values(String(last[..<sign])).map { "\(last[...sign])\($0)" }
    }
    let named = given.compactMap { $0.split(separator: "=").first.map(String.init) }
    let fields = shape.fields.filter { field in !named.contains { field.isNamed($0) } }
    let stages = shape.stages.map { language == .zh ? $0.title.zh : $0.name }
    return
      (given.isEmpty && RecordCompletion.takingRecords.contains(verb)
      ? ledger.records(of: shape.id) : [])
      + (takesFields ? fields.map { "\(name(of: $0))=" } : [])
      + (takesStage ? ["\(language == .zh ? "阶段" : "stage")="] : [])
      + (["advance", "redate"].contains(verb) ? stages : [])
      + (["remove", "merge"].contains(verb) ? ["\(language == .zh ? "理由" : "reason")="] : [])
  }

  private static let takingRecords: Set<String> = [
    "show", "set", "advance", "redate", "remove", "merge", "history", "reveal", "erase",
  ]

  /// The values that a field or the stage may have, where they can be listed.
  private func values(_ name: String) -> [String] {
    if ["stage", "阶段"].contains(name) {
      return shape.stages.map { language == .zh ? $0.title.zh : $0.name }
    }
    // `partners+=` and `partners-=` take the values of `partners`.
    let field = shape.field(named: name) ?? shape.field(named: String(name.dropLast()))
    guard let field = field.map({ shape.fields[$0] }) else { return [] }
    if field.kind == .bool { return language == .zh ? ["是", "否"] : ["yes", "no"] }
    if let register = field.names { return ledger.keys(of: register) }
    if field.kind == .unit { return ledger.values(.unit) }
    if let register = field.kind.registers.first { return ledger.records(of: register) }
    return field.kind.choices.map { language == .zh ? $0.title.zh : $0.name }
  }

  private func name(of field: FieldShape) -> String {
    language == .zh ? field.title.zh : field.name
  }
}
