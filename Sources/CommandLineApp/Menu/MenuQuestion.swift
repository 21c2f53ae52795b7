internal import Desk
internal import TargetEngine

/// A question of a form: what is asked, what an answer may be, and which words it becomes.
struct MenuQuestion {
  /// Where the answer goes in the command.
  enum Place {
    case argument
    /// Nowhere: it only decides what is asked next.
    case aside
    case option(String)
    /// `name=answer`.
    case field(String)
  }

  var text: Text
  var place: Place
  var isNeeded: Bool
  /// Whether it is asked again where it needs an answer and got none; else the form is given up.
  var isInsisted = false
  var answer: MenuAnswer
  /// What is asked next, depending on the answer.
  var then: (String, MenuPlace) -> [MenuQuestion] = { _, _ in [] }

  /// An argument, without which the command cannot be.
  init(_ zh: String, _ en: String, _ answer: MenuAnswer) {
    text = Text(zh, en)
    place = .argument
    isNeeded = true
    self.answer = answer
  }

  /// An option that may be left out.
  init(_ option: String, _ zh: String, _ en: String, _ answer: MenuAnswer, isNeeded: Bool = false) {
    text = Text(zh, en)
    place = .option(option)
    self.isNeeded = isNeeded
    self.answer = answer
  }

  /// A field of a record.
  init(field: String, _ text: Text, _ answer: MenuAnswer, isNeeded: Bool) {
    self.text = text
    place = .field(field)
    self.isNeeded = isNeeded
    self.answer = answer
  }

  /// What only decides what is asked next.
  init(deciding text: Text, _ answer: MenuAnswer) {
    self.text = text
    place = .aside
    isNeeded = true
    self.answer = answer
  }

  /// The same question, with others that depend on its answer.
  func then(_ questions: @escaping (String, MenuPlace) -> [MenuQuestion]) -> MenuQuestion {
    var question = self
    question.then = questions
    return question
  }

  /// The same question, asked until it is answered.
  var insisted: MenuQuestion {
    var question = self
    question.isInsisted = true
    return question
  }

  /// The words of an answer.
  func commandWords(_ answer: String) -> [String] {
    switch place {
    case .argument: [answer]
    case .aside: []
    case .option(let option): [option, answer]
    case .field(let name): ["\(name)=\(answer)"]
    }
  }
}

/// What an answer may be.
struct MenuAnswer {
  /// Something that can be answered.
  struct Choice {
    /// What goes into the command.
    var word: String
    /// What is shown, and searched for what was typed.
    var title: String
  }

  /// What can be chosen; nothing where anything may be written.
  var choices: (Desk) throws -> [Choice] = { _ in [] }
  /// What a part of a name may mean; nil where it is looked for among the choices.
  var search: ((Desk, String) throws -> [Choice])?
  /// Whether what is not found may be something new: then nothing is taken for it but what is chosen.
  var mayBeNew = false
  /// The answer as it goes into the command.
  ///
  /// - Throws: what is wrong with it.
  var read: (String, MenuPlace) throws -> String = { text, _ in text }
  /// What an empty answer means; nil where it leaves the question out.
  var standard: (MenuPlace) -> String? = { _ in nil }
  /// What is answered without asking.
  var given: String?
  /// Whether it is a number itself, which then never means a line of the list.
  var isNumber = false
  /// Whether what can be chosen is shown before anything is typed.
  var showsChoices = false
}
