internal import Registers
internal import TargetEngine

/// Who may make a move: compares the name of the person who makes it with those in the record.
extension RecordSession {
  /// A record that is about to enter a stage, signed by who moves it where that is asked for.
  ///
  /// - Throws: when who moves it may not.
  func signed(
    _ state: RecordState, into stage: String, in shape: RegisterShape
  ) throws -> RecordState {
    var state = state
    let actor = desk.context.actor
    for signature in shape.signatures where signature.stage == stage {
      try forbid(actor, signature, state, shape)
      guard signature.isInPerson else { continue }
      if state.data[signature.field].isEmpty { state.data[signature.field] = .text(actor) }
      let name = try names(of: state.data[signature.field]).first ?? ""
      if name.compared != actor.compared {
        throw DeskError.record(
          .onlyBy(
            stage: shape.title(ofStage: stage), field: shape.fields[signature.field].title,
            name: name))
      }
    }
    return state
  }

  /// Throws when a record in a stage was signed by one who may not, whoever writes it down.
  func checkSigned(_ state: RecordState, in shape: RegisterShape) throws {
    let stage = shape.stage(of: state)
    for signature in shape.signatures where signature.stage == stage {
      for name in try names(of: state.data[signature.field]) {
        try forbid(name, signature, state, shape)
      }
    }
  }

  private func forbid(
    _ name: String, _ signature: SignatureShape, _ state: RecordState, _ shape: RegisterShape
  ) throws {
    let form = name.compared
    for field in signature.others
    where try everyone(in: field, of: state, shape).contains(where: { $0.compared == form }) {
      throw DeskError.record(
        .notBy(
          stage: shape.title(ofStage: signature.stage), field: shape.fields[field].title, name: name
        ))
    }
  }

  /// The people named in a field; in a lasting one everyone who was ever named there.
  private func everyone(
    in field: Int, of state: RecordState, _ shape: RegisterShape
  ) throws -> [String] {
    let now = try names(of: state.data[field])
    guard shape.fields[field].roles.contains(.lasting), state.id != 0 else { return now }
    return try now
      + desk.ledger.history(of: state.id, in: shape).compactMap(\.state)
      .flatMap { try names(of: $0.data[field]) }
  }

  /// What someone is called: a person by name, a unit by each of its names, since some work in its
  /// name.
  private func names(of datum: Datum) throws -> [String] {
    switch datum {
    case .text(let name): return [name]
    case .unit(let id):
      guard let stored = try desk.ledger.unit(id: id) else { return [] }
      return [stored.unit.name, stored.unit.code] + stored.aliases
    default: return []
    }
  }
}
