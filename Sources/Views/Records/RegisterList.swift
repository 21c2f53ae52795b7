public import Registers
public import Reports
public import TargetEngine

extension ObjectList {
  /// The registers of modules.
  public static func registers(
    of modules: [Module], _ language: Language
  ) throws -> ObjectList {
    let comma = Text("、", ", ")(language)
    let registers = modules.flatMap { module in
      module.registers.map { (module: module, slot: $0, shape: $0.shape()) }
    }
    return try Listing<(module: Module, slot: RegisterSlot, shape: RegisterShape)>(
      language,
      [
        ListColumn(Phrase.module.text, key: "module") {
          .coded($0.module.title(language), $0.module.name)
        },
        ListColumn(Text("台账", "Register"), key: "register", .fixed) {
          .coded("\($0.module.name) \($0.slot.name.word)", $0.slot.id)
        },
        ListColumn(Phrase.name.text, key: "name") { .named($0.slot.name.title, language) },
        .inJSON("nameEn") { .string($0.slot.name.title.en) },
        ListColumn(Text("字段", "Fields"), key: "fields", minimumWidth: 20) {
          ListValue(
            .text($0.shape.fields.map { $0.title(language) }.joined(separator: comma)),
            .array($0.shape.fields.map { .string($0.name) }))
        },
      ]
    ).list(registers)
  }
}
