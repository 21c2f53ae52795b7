internal import Desk
internal import Registers
internal import Suite
internal import TargetEngine

/// The pages of registers.
extension MenuPage {
  /// Which register.
  static var registers: MenuPage {
    chosen(Text("哪一本台账？", "Which register?")) { slot in
      let title = slot.name.title
      return MenuItem(title.zh, title.en) { menu in .register(menu.shape(of: slot)) }
    }
  }

  /// A register to be listed.
  static var lists: MenuPage {
    chosen(Text("看哪一本台账？", "Which register?")) { slot in
      let path = CommandText.path(of: slot.name, Session.current.language)
      return MenuItem(
        slot.name.title.zh, slot.name.title.en,
        MenuForm(
          path + [CommandWords.spoken(verb: "list", Session.current.language)],
          asking: [MenuQuestion("--unit", "单位", "Unit", .unit)]))
    }
  }

  private static func chosen(_ title: Text, _ item: (RegisterSlot) -> MenuItem) -> MenuPage {
    MenuPage(title: title, items: Suite.registers.map(item))
  }

  /// What can be done with the records of a register.
  private static func register(_ shape: RegisterShape) -> MenuPage {
    let forms = RegisterForms(shape)
    let moves = [
      MenuItem("推进到下一阶段", "Move a record to a stage", forms.advance),
      MenuItem("更正进入某一阶段的日期", "Correct the day of a move", forms.redate),
    ]
    return MenuPage(
      title: shape.name.title,
      items: [
        MenuItem("添加一条", "Add a record", forms.add),
        MenuItem("看清单", "List", forms.list), MenuItem("看一条", "Show a record", forms.show),
        MenuItem("改一条", "Change a record", forms.set),
      ] + (shape.stages.count > 1 ? moves : []) + [
        MenuItem("看一条的历史", "History of a record", forms.history),
        MenuItem("作废一条", "Take a record out", forms.remove),
        MenuItem("导入表格", "Import a file", forms.importing),
        MenuItem("空白表格", "An empty file to fill in", forms.template),
      ])
  }
}

/// The forms of one register.
struct RegisterForms {
  let shape: RegisterShape
  let language = Session.current.language

  init(_ shape: RegisterShape) { self.shape = shape }

  var list: MenuForm { form("list", MenuQuestion("--unit", "单位", "Unit", .unit)) }
  var show: MenuForm { form("show", record) }
  var history: MenuForm { form("history", record) }

  var advance: MenuForm {
    form(
      "advance",
      record.then { record, menu in
        let state = try? menu.desk().record(record, in: shape)
        return [
          stage(after: state).then { stage, _ in RegisterForms(shape).moving(state, into: stage) }
        ]
      }
    ).writing
  }

  var redate: MenuForm {
    form(
      "redate", record, stage(after: nil), MenuQuestion("正确的日期", "The right day", .day)
    ).writing
  }

  var set: MenuForm {
    let names = shape.fields.map { field in
      MenuAnswer.Choice(word: name(of: field), title: field.title(language))
    }
    let field = MenuQuestion(deciding: Text("哪一项", "Which field"), .one(of: names))
    return form(
      "set", record,
      field.then { name, _ in
        guard let index = shape.field(named: name) else { return [] }
        return [RegisterForms(shape).value(of: index)]
      }
    ).writing
  }

  var remove: MenuForm {
    form(
      "remove", record,
      MenuQuestion(field: Text("理由", "reason")(language), Text("理由", "Why"), .text, isNeeded: true)
    )
    .writing
  }

  var importing: MenuForm { form("import", MenuQuestion("文件（CSV）", "CSV file", .file)) }

  var template: MenuForm {
    form("template", MenuQuestion("--output", "写入文件", "File", .newFile, isNeeded: true))
  }

  func form(_ verb: String, _ questions: MenuQuestion...) -> MenuForm {
    MenuForm(
      CommandText.path(of: shape.name, language) + [CommandWords.spoken(verb: verb, language)],
      asking: questions)
  }

  private var record: MenuQuestion { MenuQuestion("哪一条", "Which record", .record(of: shape)) }

  /// The stages that may be entered from where a record is; all of them where that is not asked.
  private func stage(after state: RecordState?) -> MenuQuestion {
    let now = state.flatMap { shape.stage(named: shape.stage(of: $0)) }
    let stages = shape.stages.filter { now?.reachable.contains($0.name) ?? true }
    return MenuQuestion(
      "哪个阶段", "Which stage",
      .one(
        of: stages.map {
          let word = language == .zh ? $0.title.zh : $0.name
          return MenuAnswer.Choice(word: word, title: $0.title(language))
        }))
  }

  /// The day of a move, and the fields that it needs and the record does not have yet.
  private func moving(_ state: RecordState?, into stage: String) -> [MenuQuestion] {
    let stage = shape.stage(named: stage)?.name ?? stage
    let now = state.map { shape.stage(of: $0) } ?? ""
    let needed = shape.needs.filter { $0.concerns(stage, from: now) }.map(\.field)
      .filter { state?.data[$0].isEmpty ?? true }
    return [MenuQuestion("--on", "哪一天", "Which day", .today)]
      + needed.map(value)
  }

  private func value(of index: Int) -> MenuQuestion {
    let field = shape.fields[index]
    return MenuQuestion(
      field: name(of: field), field.title, .value(of: index, in: shape), isNeeded: true)
  }

  func name(of field: FieldShape) -> String {
    language == .zh ? field.title.zh : field.name
  }
}
