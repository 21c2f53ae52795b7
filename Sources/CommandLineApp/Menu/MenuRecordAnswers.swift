internal import Desk
internal import Registers
internal import TargetEngine

extension MenuAnswer {
  /// A record by its key or its number.
  static func record(of shape: RegisterShape) -> MenuAnswer {
    let language = Session.current.language
    return MenuAnswer(
      choices: { desk in
        try desk.recordLabels(in: shape, language).map { Choice(word: $0, title: $0) }
      },
      read: { text, menu in
        _ = try menu.desk().record(text, in: shape, isRead: true)
        return text
      }, showsChoices: true)
  }

  /// A value of a field, as prompts check it. The command asks for a secret itself, so that it is shown
  /// nowhere.
  static func value(of index: Int, in shape: RegisterShape) -> MenuAnswer {
    let language = Session.current.language
    let field = shape.fields[index]
    if field.isSecret { return MenuAnswer(given: "?") }
    let choices = field.kind.choices.map { choice in
      Choice(word: choice.title(language), title: choice.title(language))
    }
    return MenuAnswer(
      choices: { _ in choices },
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
