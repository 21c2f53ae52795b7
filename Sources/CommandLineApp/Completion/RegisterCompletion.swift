internal import Registers
internal import Suite
internal import TargetEngine

/// What may come next in `MODULE REGISTER VERB …`: the shell asks for it word by word, since these
/// commands follow from declarations and the parser's own scripts know none of them.
struct RegisterCompletion {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// - Parameter typed: the words after the program's name; the last is being typed.
  func candidates(_ typed: [String]) -> [String] {
    let words = RegisterCompletion.joined(typed)
    guard let last = words.last else { return [] }
    return next(words.dropLast(), last).filter { $0.hasPrefix(last) && $0 != last }
  }

  private func next(_ before: ArraySlice<String>, _ last: String) -> [String] {
    guard let first = before.first else {
      // The parser's scripts know the English commands.
      return Suite.modules.map(\.name)
        + (language == .zh
          ? Suite.modules.map(\.title.zh) + CommandWords.first.map(\.zh).sorted() : [])
    }
    guard let module = Suite.module(Suite.word(first)) else { return [] }
    guard before.count > 1 else {
      return module.registers.flatMap { [$0.name.word, $0.name.title(language)] }
        + module.questions.flatMap { [$0.name, $0.title(language)] }
        + module.actions.flatMap { [$0.name, $0.title(language)] }
    }
    guard let slot = module.registers.first(where: { $0.name.isNamed(before[1]) }) else {
      return []
    }
    guard before.count > 2 else {
      let verbs = Taizhang.verbs(of: "record").map { $0._commandName }
      return verbs.flatMap { verb in
        [verb] + CommandWords.aliases(of: verb, isVerb: true)
      }
    }
    let verb = CommandWords.verb(before[2])
    return arguments(of: verb, slot.shape(), Array(before.dropFirst(3)), last)
  }

  private func arguments(
    of verb: String, _ shape: RegisterShape, _ given: [String], _ last: String
  ) -> [String] {
    let takesFields = ["add", "set", "advance", "list", "export"].contains(verb)
    let takesStage =
      ["advance", "redate", "list", "set", "remove"].contains(verb) && shape.stages.count > 1
    if let sign = last.firstIndex(of: "=") {
      return values(String(last[..<sign]), shape).map { "\(last[...sign])\($0)" }
    }
    let named = given.compactMap { $0.split(separator: "=").first.map(String.init) }
    let fields = shape.fields.filter { field in !named.contains { field.isNamed($0) } }
    let stages = shape.stages.map { language == .zh ? $0.title.zh : $0.name }
    return (takesFields ? fields.map { "\(name(of: $0))=" } : [])
      + (takesStage ? ["\(language == .zh ? "阶段" : "stage")="] : [])
      + (["advance", "redate"].contains(verb) ? stages : [])
      + (["remove", "merge"].contains(verb) ? ["reason="] : [])
  }

  /// The values that a field or the stage may have, where they can be listed.
  private func values(_ name: String, _ shape: RegisterShape) -> [String] {
    if ["stage", "阶段"].contains(name) {
      return shape.stages.map { language == .zh ? $0.title.zh : $0.name }
    }
    // `partners+=` and `partners-=` take the values of `partners`.
    let field = shape.field(named: name) ?? shape.field(named: String(name.dropLast()))
    guard let field = field.map({ shape.fields[$0] }) else { return [] }
    if field.kind == .bool { return language == .zh ? ["是", "否"] : ["yes", "no"] }
    if let register = field.names { return RegisterCompletion.keys(of: register) }
    return field.kind.choices.map { language == .zh ? $0.title.zh : $0.name }
  }

  /// The keys of a register's records; none without a database.
  private static func keys(of register: String) -> [String] {
    guard let options = try? CommonOptions.parse([]),
      let desk = try? Workplace(options: options).desk(for: .read)
    else { return [] }
    return (try? desk.keys(of: try desk.register(register))) ?? []
  }

  private func name(of field: FieldShape) -> String {
    language == .zh ? field.title.zh : field.name
  }

  /// Bash hands `field=value` over as three words.
  private static func joined(_ typed: [String]) -> [String] {
    var words: [String] = []
    var isOpen = false
    for word in typed {
      if word == "=" || isOpen, let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(word)
      }
      isOpen = word == "="
    }
    return words
  }
}
