internal import Registers
internal import TargetEngine

/// What is asked for a new record.
extension RegisterForms {
  /// The fields that a record usually has, and those of procedure where somebody wants to fill them in. What
  /// is needed is asked for until it is given.
  var add: MenuForm {
    let usual = shape.asked(all: false)
    let procedure = shape.asked(all: true).filter { !usual.contains($0) }
    let (yes, no) = (Text("是", "yes")(language), Text("否", "no")(language))
    var wanted = MenuAnswer.one(of: [yes, no].map { MenuAnswer.Choice(word: $0, title: $0) })
    wanted.standard = { _ in no }
    let decision = MenuQuestion(
      deciding: Text("也填办理过程的各项吗", "The fields of procedure too"), wanted
    ).then { answer, _ in answer == yes ? procedure.map(RegisterForms(shape).asked) : [] }
    var form = form("add")
    form.questions = usual.map(asked) + (procedure.isEmpty ? [] : [decision])
    return form.writing
  }

  /// A field of a new record, with what it may hold.
  private func asked(_ index: Int) -> MenuQuestion {
    let field = shape.fields[index]
    let isNeeded = field.roles.contains(.required)
    let limits = shape.limits(of: index).map { $0(language) }
    let content = ([field.content(language) { $0.title(language) }] + limits)
      .joined(separator: say("，", ", "))
    let mark = isNeeded ? "*" : ""
    return MenuQuestion(
      field: name(of: field),
      Text("\(field.title.zh)\(mark)（\(content)）", "\(field.title.en)\(mark) (\(content))"),
      .value(of: index, in: shape), isNeeded: isNeeded
    ).insisted
  }
}
