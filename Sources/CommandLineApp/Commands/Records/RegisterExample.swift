internal import Desk
internal import Registers
internal import TargetEngine

/// Commands for a register with values from the user's own ledger, made up only where it has none.
struct RegisterExample {
  let shape: RegisterShape
  let language: Language
  let desk: Desk?
  private let names: RecordNames?
  let record: RecordState?

  init(_ shape: RegisterShape, _ desk: Desk?, _ language: Language) {
    self.shape = shape
    self.desk = desk
    self.language = language
    names = try? desk?.names(in: language)
    record = (try? desk?.list(RecordSearch(limit: 1), in: shape))?.records.first
  }

  /// How a record of the register is named.
  var name: String { record.flatMap { own(name: $0, in: shape) } ?? "1" }

  /// The name that means a record alone: a number is written as the key that it is.
  func own(name state: RecordState, in shape: RegisterShape) -> String? {
    guard let desk, let names, let label = try? names.label(state, shape) else { return nil }
    let firm = label.allSatisfy(\.isNumber) ? label + "/" : label
    let isPlain = (try? desk.record(firm, in: shape))?.id == state.id
    return isPlain ? firm : names.id(state.id)
  }

  /// The stage that the record of the example could enter.
  var next: StageShape? {
    let now = record.map { shape.stage(of: $0) } ?? shape.stages.first?.name ?? ""
    return (shape.stage(named: now)?.next.first ?? shape.stages.first?.next.first)
      .flatMap { shape.stage(named: $0) }
  }

  func title(of stage: StageShape) -> String {
    language == .zh ? stage.title.zh : stage.name
  }

  /// What the stage needs that the record does not have.
  func needed(for stage: StageShape) -> [String] {
    let now = record.map { shape.stage(of: $0) } ?? shape.stages.first?.name
    let needs = shape.needs.filter { need in
      need.stage == stage.name && (need.from.map { $0 == now } ?? true)
    }
    let fields = Set(needs.map(\.field))
    return fields.filter { record?.data[$0].isEmpty ?? true }.sorted()
      .map { assignment(of: $0) }
  }

  /// The fields that must be filled in: of its key one is other than that of any record.
  var fields: [String] {
    let needed = shape.fields.indices.filter {
      let roles = shape.fields[$0].roles
      let isNeeded = roles.contains(.required) || roles.contains(.key) || $0 == shape.ownerField
      return isNeeded && !shape.fields[$0].isSecret
    }
    let words = ((record == nil ? 0 : 1)..<20).lazy.map { count in
      needed.map { assignment(of: $0, other: count) }
    }
    return words.first { !isKnown($0, needed) } ?? needed.map { assignment(of: $0) }
  }

  /// Whether a record has a key already.
  private func isKnown(_ words: [String], _ fields: [Int]) -> Bool {
    guard let desk, record != nil else { return false }
    let values = shape.keyFields.compactMap { field in
      fields.firstIndex(of: field).map { words[$0].drop { $0 != "=" }.dropFirst() }
    }
    return (try? desk.record(values.joined(separator: "/") + "/", in: shape)) != nil
  }

  /// The field of the key by which another record is most likely another thing.
  private var telling: Int? {
    let kinds: [(FieldKind) -> Bool] = [
      { $0.element == .text }, { !$0.registers.isEmpty }, { $0.element == .int },
      { !$0.choices.isEmpty }, { $0.element == .day }, { $0.element == .unit },
    ]
    // Where nothing else does, it is of another record.
    return kinds.lazy.compactMap { isFitting in
      shape.keyFields.first { isFitting(shape.fields[$0].kind) && isFree($0) }
    }.first ?? shape.keyFields.first { !isFree($0) }
  }

  /// Whether a reference makes what it names; other fields take any value.
  private func isFree(_ field: Int) -> Bool {
    let registers = shape.fields[field].kind.registers
    return registers.isEmpty || registers.contains { (try? desk?.register($0))?.nameField != nil }
  }

  /// - Parameter other: how far the value is from that of the record of the example, where it tells the records apart.
  func assignment(of index: Int, other: Int = 0) -> String {
    let field = shape.fields[index]
    let step = index == telling ? other : 0
    return "\(language == .zh ? field.title.zh : field.name)=\(value(of: index, field, step))"
  }

  private func value(of index: Int, _ field: FieldShape, _ step: Int) -> String {
    let datum = record?.data[index] ?? .empty
    let own = (try? names?.text(datum, field.kind)) ?? ""
    if let id = datum.record, step == 0, let name = name(of: id, field) { return name }
    return own.isEmpty || step > 0 ? made(field, own, step) : own
  }

  private func name(of id: RecordID, _ field: FieldShape) -> String? {
    field.kind.registers.lazy.compactMap { register -> String? in
      guard let desk = self.desk, let shape = try? desk.register(register),
        let state = try? desk.record((try? desk.names(in: self.language))?.id(id) ?? "", in: shape)
      else { return nil }
      return self.own(name: state, in: shape)
    }.first
  }

  var today: String { (desk?.context.today ?? Session.today)?.description ?? "" }
  var year: String { String(today.prefix(4)) }
}
