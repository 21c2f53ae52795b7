internal import Desk
internal import Forms
internal import TargetEngine

/// The pages of forms 报表.
extension MenuPage {
  /// The forms of which something is left to do, those that are due first before others.
  static func forms(_ menu: MenuPlace) -> MenuPage {
    let forms = (try? menu.desk().formsAtWork()) ?? []
    return MenuPage(
      title: forms.isEmpty
        ? Text("没有要报送、审核的报表。", "No form is left to be sent or accepted.")
        : Text("哪一张报表？", "Which form?"),
      items: forms.map { form in
        let words = form.words
        return MenuItem(words.zh, words.en) { _ in .form(form) }
      })
  }

  /// What can be done with a form of a period.
  private static func form(_ form: FormAtWork) -> MenuPage {
    let verbs = FormVerbs(form)
    let words = form.words
    return MenuPage(
      title: words,
      items: [
        MenuItem("看谁报了", "Who has sent it", verbs.form("status")),
        MenuItem("填报一个单位", "Fill it in for a unit", verbs.fill),
        MenuItem(
          "零报告", "A nil return",
          verbs.form("nil", verbs.unit(in: [.missing, .draft, .returned])).writing),
        MenuItem(
          "审核一个单位", "Accept what a unit sent",
          verbs.form("accept", verbs.unit(in: [.submitted])).writing),
        MenuItem(
          "审核全部已报的", "Accept all that was sent", verbs.form("accept", words: ["--all"]).writing),
        MenuItem("退回", "Return what a unit sent", verbs.returning),
        MenuItem("催报的一段话", "The reminder for the group", verbs.form("remind")),
        MenuItem("汇总", "Add it up", verbs.form("sum")),
      ])
  }
}

extension FormAtWork {
  /// Its title, period and due day, and what is left of it.
  fileprivate var words: Text {
    let due = deadline.map { Text("，期限 \($0)", ", due \($0)") } ?? Text("", "")
    let left = [
      owed > 0 ? Text("\(owed) 个未报", "\(owed) to be sent") : nil,
      waiting > 0 ? Text("\(waiting) 个待审", "\(waiting) to be accepted") : nil,
    ].compactMap(\.self)
    return Text(
      "\(title.zh) \(period)\(due.zh)：\(left.map(\.zh).joined(separator: "，"))",
      "\(title.en) \(period)\(due.en): \(left.map(\.en).joined(separator: ", "))")
  }
}

/// The commands of one form and period.
private struct FormVerbs {
  let work: FormAtWork
  let language = Session.current.language

  init(_ work: FormAtWork) { self.work = work }

  /// - Parameter words: what stands behind the form and the period.
  func form(_ verb: String, words: [String] = [], _ questions: MenuQuestion...) -> MenuForm {
    MenuForm(["form", verb, work.form.code, "\(work.period)"] + words, asking: questions)
  }

  var fill: MenuForm {
    form(
      "fill",
      unit(in: [.missing, .draft, .returned]).then { unit, menu in
        FormVerbs(work).lines(of: unit, menu)
      }
    ).writing
  }

  var returning: MenuForm {
    form(
      "return", unit(in: [.submitted]),
      MenuQuestion("--reason", "原因", "Why", .text, isNeeded: true)
    ).writing
  }

  /// One of the units that stand so.
  func unit(in states: Set<FormState>) -> MenuQuestion {
    MenuQuestion(
      "--unit", "单位", "Unit", .unit(of: work, in: states), isNeeded: true)
  }

  /// The lines that a person fills in, with what stands there already.
  private func lines(of unit: String, _ menu: MenuPlace) -> [MenuQuestion] {
    guard
      let sheet = try? menu.desk().formSheet(work.form.code, "\(work.period)", unit: unit)
    else { return [] }
    return sheet.typedLines.map { line, value in
      MenuQuestion(
        field: line.number.description, line.question, .value(of: line, value?.description),
        isNeeded: line.isRequired && value == nil
      ).insisted
    }
  }
}

extension FormLine {
  /// `3 本月发现问题（个）`.
  fileprivate var question: Text {
    let hint: String
    switch content {
    case .amount(_, let measure): hint = measure
    case .choice(let choices): hint = choices.joined(separator: "/")
    case .text, .day: hint = ""
    }
    let end = hint.isEmpty ? Text("", "") : Text("（\(hint)）", " (\(hint))")
    return Text("\(number) \(title.zh)\(end.zh)", "\(number) \(title.en)\(end.en)")
  }
}

extension MenuAnswer {
  /// A unit that owes a form, or sent it, and stands so.
  fileprivate static func unit(of work: FormAtWork, in states: Set<FormState>) -> MenuAnswer {
    MenuAnswer(
      choices: { desk in
        let status = try desk.formStatus(work.form.code, "\(work.period)")
        let wanted = Set(
          status.board.rows.filter { states.contains($0.standing.state) }.map(\.unit))
        return try desk.unitChoices { wanted.contains($0.id) }
      },
      read: { text, menu in
        _ = try menu.desk().unit(text)
        return text
      }, showsChoices: true)
  }

  /// What can stand in a line.
  fileprivate static func value(of line: FormLine, _ standing: String?) -> MenuAnswer {
    MenuAnswer(
      read: { text, _ in
        do throws(FormValueFault) {
          _ = try line.content.value(text)
        } catch { throw DeskError.form(.value(error, line: line.number)) }
        return text
      }, standard: { _ in standing })
  }
}
