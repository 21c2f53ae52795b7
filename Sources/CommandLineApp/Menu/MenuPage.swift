internal import TargetEngine

/// A numbered page. Its numbers never move: hands learn them.
struct MenuPage {
  var title: Text
  var items: [MenuItem]
}

/// A line of a page: another page, or something to do.
struct MenuItem {
  var title: Text
  var action: Action

  enum Action {
    /// Made when it is opened.
    case page((MenuPlace) -> MenuPage)
    case form(MenuForm)
  }

  init(_ zh: String, _ en: String, _ page: @escaping (MenuPlace) -> MenuPage) {
    title = Text(zh, en)
    action = .page(page)
  }

  init(_ zh: String, _ en: String, _ form: MenuForm) {
    title = Text(zh, en)
    action = .form(form)
  }
}

/// A command, and what has to be asked for it. The menu does nothing that this command would not do.
struct MenuForm {
  /// In English.
  var words: [String]
  var questions: [MenuQuestion] = []
  /// Commands whose answers should be seen first.
  var first: [[String]] = []
  /// Whether it is asked once more before it is run, since it writes.
  var isConfirmed = false

  init(_ words: String..., asking questions: [MenuQuestion] = []) {
    self.words = words
    self.questions = questions
  }

  /// The same for a register.
  init(_ path: [String], asking questions: [MenuQuestion] = []) {
    words = path
    self.questions = questions
  }

  /// The same form, which writes.
  var writing: MenuForm {
    var form = self
    form.isConfirmed = true
    return form
  }

  /// The same form, with commands to look at before.
  func after(_ commands: [String]...) -> MenuForm {
    var form = self
    form.first = commands
    return form
  }
}
