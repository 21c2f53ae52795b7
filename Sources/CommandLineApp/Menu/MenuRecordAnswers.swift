internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine

extension MenuAnswer {
  /// A record by its key or its number. An identity number is left to the command, which notes who looks
  /// for it.
  static func record(of shape: RegisterShape) -> MenuAnswer {
    var answer = reference(to: [shape.id])
    answer.choices = { desk in try desk.recordChoices(in: shape) }
    answer.search = nil
    answer.mayBeNew = false
    answer.showsChoices = true
    return answer
  }

  /// A record of one of some registers, found by a part of its name; or a new one, where a name is all that the
  /// command needs to make it.
  static func reference(to registers: [String]) -> MenuAnswer {
    MenuAnswer(
      search: { desk, part in
        try registers.flatMap { register in
          try desk.recordChoices(in: try desk.register(register), byPart: part)
        }
      },
      mayBeNew: registers.contains { id in
        Suite.registers.first { $0.id == id }?.shape().nameField != nil
      },
      read: { text, menu in
        let desk = try menu.desk()
        let shapes = try registers.map { try desk.register($0) }
        if try shapes.contains(where: { try !desk.lookups(named: [text], in: $0).isEmpty }) {
          return text
        }
        var fault: (any Error)?
        for shape in shapes {
          do {
            _ = try desk.record(text, in: shape, isRead: true)
            return text
          } catch {
            fault = fault ?? error
          }
        }
        if let fault { throw fault }
        return text
      })
  }

  /// A value of a field, as prompts check it. The command asks for a secret itself, so that it is shown
  /// nowhere.
  static func value(of index: Int, in shape: RegisterShape) -> MenuAnswer {
    let language = Session.current.language
    let field = shape.fields[index]
    if field.isSecret { return MenuAnswer(given: "?") }
    if case .reference(let registers) = field.kind { return reference(to: registers) }
    let choices = field.kind.choices.map { choice in
      Choice(word: choice.title(language), title: choice.title(language))
    }
    return MenuAnswer(
      choices: { desk in
        try field.kind == .unit ? desk.unitChoices { field.takes($0.kind) } : choices
      },
      read: { text, menu in
        try menu.desk().check(text, of: index, in: shape)
        return text
      }, showsChoices: !choices.isEmpty)
  }

  /// A day, today unless another is given.
  static var today: MenuAnswer {
    var answer = day
    answer.standard = { $0.today?.description }
    return answer
  }

  /// The same answer, with what can be chosen shown at once.
  var shown: MenuAnswer {
    var answer = self
    answer.showsChoices = true
    return answer
  }
}

extension MenuPlace {
  /// A register with the columns of the office.
  func shape(of slot: RegisterSlot) -> RegisterShape {
    (try? desk().register(slot.id)) ?? slot.shape()
  }
}

extension Desk {
  /// The records of a register as they can be chosen.
  fileprivate func recordChoices(in shape: RegisterShape) throws -> [MenuAnswer.Choice] {
    try recordLabels(in: shape, Session.current.language).map {
      MenuAnswer.Choice(word: $0, title: $0)
    }
  }

  /// Those whose names contain a part. Where names are a field of their own the ledger looks for it, however
  /// many there are.
  fileprivate func recordChoices(
    in shape: RegisterShape, byPart part: String
  ) throws -> [MenuAnswer.Choice] {
    guard let field = shape.keyFields.first.map({ shape.fields[$0] }), field.kind == .text else {
      return try recordChoices(in: shape).filter { $0.title.compared.contains(part.compared) }
    }
    return try recordLabels(
      in: shape, Session.current.language, RecordSearch(conditions: ["\(field.name)~\(part)"])
    ).map { MenuAnswer.Choice(word: $0, title: $0) }
  }
}
