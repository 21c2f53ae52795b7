public import Desk
internal import Forms
public import Reports
public import TargetEngine

extension WholeForm {
  /// The files that `form define` reads back as the same, each with its name.
  public func files(_ language: Language) throws -> [(name: String, list: ObjectList)] {
    let files = [
      ("forms.csv", try ObjectList.forms([definition], units: units, isFile: true, language)),
      ("form-lines.csv", try .lines(of: definition, language)),
      ("form-checks.csv", try .checks(of: definition, language)),
    ]
    if exemptions.isEmpty { return files }
    return files + [
      ("exemptions.csv", try .exemptions(exemptions, definition.code, units, language))
    ]
  }
}

extension ObjectList {
  /// The checks of a form as a file: those at first, and what changes of them.
  fileprivate static func checks(
    of form: FormDefinition, _ language: Language
  ) throws -> ObjectList {
    let cell = { (title: Text, key: String, place: Int) in
      ListColumn<FormRevision<FormCheck>>(title, key: key) {
        .text($0.item.rule.cells(language)[place])
      }
    }
    return try Listing<FormRevision<FormCheck>>(
      language,
      [
        .form(form.code), cell(Text("左式", "left"), "left", 0),
        cell(Text("关系", "relation"), "relation", 1), cell(Text("右式", "right"), "right", 2),
        ListColumn(Text("性质", "kind"), key: "kind") {
          .text($0.ends ? "-" : $0.item.severity.title(language))
        },
        ListColumn(Text("说明", "message"), key: "message") {
          .text($0.ends ? nil : $0.item.message)
        },
        .from(of: form, language),
      ]
    ).list(form.checkRevisions)
  }

  /// Who owes a form no longer, or for a while not.
  fileprivate static func exemptions(
    _ exemptions: [FormExemption], _ form: String, _ units: [UnitID: Unit], _ language: Language
  ) throws -> ObjectList {
    try Listing<FormExemption>(
      language,
      [
        .form(form),
        ListColumn(Text("单位", "unit"), key: "unit") { .unit(units[$0.unit]) },
        ListColumn(Text("自", "from"), key: "from") { .day($0.from) },
        ListColumn(Text("至", "until"), key: "until") { .day($0.until) },
        ListColumn(Text("原因", "reason"), key: "reason") { .text($0.reason) },
      ]
    ).list(exemptions)
  }
}
