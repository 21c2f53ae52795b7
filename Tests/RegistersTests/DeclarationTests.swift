import Suite
import TargetEngine
import Testing

@testable import Registers

/// What must hold of every register, whoever declared it.
@Suite struct DeclarationTests {
  private static let shapes = Suite.registers.map { $0.shape() }

  @Test("no mark, need or group is lost for want of a field", arguments: Suite.registers)
  func everythingResolves(_ slot: RegisterSlot) {
    check(slot.type, slot.shape())
  }

  private func check<Record: Register>(_ type: Record.Type, _ shape: RegisterShape) {
    #expect(shape.marks.count == Record.marks.count)
    #expect(shape.needs.count == Record.needs.count)
    #expect(shape.groups.count == Record.groups.reduce(0) { $0 + $1.parts.count })
    #expect(shape.rules.count == Record.rules.count)
    let declared = Set(
      Record.limits.compactMap { limit in
        LimitShape(limit) { path in Record.fields.firstIndex { $0.path == path } }
      })
    #expect(declared.count == Record.limits.count && declared.isSubset(of: shape.limits))
    #expect(shape.firsts.count == Record.firsts.count)
    #expect(shape.defaults.count == Record.defaults.count)
    for (obligation, declared) in zip(shape.obligations, Record.obligations) {
      guard case .fields(let fields) = declared.basis else { continue }
      let optional = [fields.first, fields.arises, fields.lapses].count { $0 != nil }
      #expect(obligation.columns?.fields.count == 1 + optional + fields.done.count)
    }
    #expect(
      shape.signatures.map(\.others.count) == Record.signatures.map(\.others.count))
    #expect(
      Set(Record.fields.map { $0.path as PartialKeyPath<Record> }).count == shape.fields.count)
  }

  @Test("a mark is a day; stages that share one never follow each other", arguments: shapes)
  func marks(_ shape: RegisterShape) {
    for mark in shape.marks { #expect(shape.fields[mark.field].kind == .day) }
    for (index, mark) in shape.marks.enumerated() {
      for other in shape.marks.dropFirst(index + 1) where other.field == mark.field {
        // Else one day would have to date two moves of a record.
        #expect(mark.stage != other.stage)
        #expect(!reached(from: mark.stage, in: shape).contains(other.stage))
        #expect(!reached(from: other.stage, in: shape).contains(mark.stage))
      }
    }
  }

  @Test("a limit is of fields that can be compared; each number has one range", arguments: shapes)
  func limits(_ shape: RegisterShape) {
    var ranged: [Int] = []
    for limit in shape.limits {
      switch limit {
      case .order(let earlier, let later):
        #expect([earlier, later].allSatisfy { shape.fields[$0].kind == .day })
      case .part(let part, let whole, _):
        #expect([part, whole].allSatisfy { shape.fields[$0].kind.isNumber })
      case .range(let field, let range):
        #expect(shape.fields[field].kind.isNumber && !range.isEmpty)
        ranged.append(field)
      case .past(let field): #expect(shape.fields[field].kind == .day)
      }
    }
    #expect(Set(ranged).count == ranged.count)
    #expect(ranged.count == shape.fields.count { $0.kind.isNumber })
  }

  @Test(
    "groups are made by units, records and choices: names have several writings", arguments: shapes)
  func groupFields(_ shape: RegisterShape) {
    for field in shape.groups.map(\.field) + shape.rules.flatMap(\.fields) {
      #expect(!shape.fields[field].isName)
    }
  }

  @Test("a group's entries have a name of their own, also the one from before 0.3")
  func sources() {
    let groups = Self.shapes.flatMap(\.groups)
    #expect(Set(groups.map(\.source)).count == groups.count)
    let former = groups.compactMap(\.formerSource)
    #expect(Set(former).count == former.count)
  }

  @Test("one word of a module is a register, a question or an action")
  func words() {
    for module in Suite.modules {
      let words =
        module.registers.map(\.name.word) + module.questions.map(\.name)
        + module.actions.map(\.name)
      #expect(Set(words).count == words.count, "\(module.name)")
    }
  }

  /// The stages that a record may be in after one, by any number of moves.
  private func reached(from stage: String, in shape: RegisterShape) -> Set<String> {
    var found: Set<String> = []
    var next = shape.stage(named: stage)?.next ?? []
    while let name = next.popLast() {
      if found.insert(name).inserted { next += shape.stage(named: name)?.next ?? [] }
    }
    return found
  }

  @Test("a register's version is that of its latest field", arguments: Suite.registers)
  func versions(_ slot: RegisterSlot) {
    #expect(slot.version == slot.shape().fields.map(\.since).max())
  }

  @Test("each role is another")
  func distinctRoles() {
    let roles: [FieldRoles] = [
      .required, .key, .place, .year, .drives, .feeds, .author, .documentNumber, .start,
      .valuesStart, .procedure, .identity,
      .personal,
      .module, .office, .indicator,
    ]
    #expect(Set(roles.map(\.rawValue)).count == roles.count)
    #expect(roles.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
  }

  @Test("what a record cannot do without is no field of procedure", arguments: shapes)
  func procedure(_ shape: RegisterShape) {
    let asked = Set(shape.asked(all: false))
    #expect(asked.isSuperset(of: shape.requiredFields + shape.keyFields + shape.identityFields))
    #expect(shape.asked(all: true) == Array(shape.fields.indices))
  }

  @Test("field names are lower-case words with hyphens, each once", arguments: shapes)
  func names(_ shape: RegisterShape) {
    let names = shape.fields.map(\.name) + [shape.name.word]
    for name in names {
      #expect(name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(name)")
    }
    #expect(Set(shape.fields.map(\.name)).count == shape.fields.count)
  }

  @Test("one word names one field, in either language and beside the columns of every list")
  func wordsOfFields() {
    for shape in Self.shapes {
      var words = ["id", "stage", "note", "记录号", "阶段", "备注", "Record", "Stage", "Note"]
      for field in shape.fields { words += Set([field.name, field.title.zh, field.title.en]) }
      #expect(Set(words).count == words.count, "\(shape.id)")
      #expect(!words.contains(""))
    }
  }

  @Test("one word names one stage, or one value of a choice")
  func wordsOfStagesAndChoices() {
    for shape in Self.shapes {
      let stages = shape.stages.flatMap { Set([$0.name, $0.title.zh, $0.title.en]) }
      #expect(Set(stages).count == stages.count, "\(shape.id)")
      for case .choice(let choices) in shape.fields.map(\.kind) {
        let words = choices.flatMap { Set([$0.name, $0.title.zh, $0.title.en]) }
        #expect(Set(words).count == words.count, "\(shape.id)")
        #expect(!words.contains(""))
      }
    }
  }

  @Test("each stage but the first can be reached from the first", arguments: shapes)
  func reachable(_ shape: RegisterShape) throws {
    var reached = Set(shape.stages.prefix(1).map(\.name))
    var edge = reached
    while !edge.isEmpty {
      let next = shape.stages.filter { edge.contains($0.name) }.flatMap(\.next)
      edge = Set(next).subtracting(reached)
      reached.formUnion(edge)
    }
    #expect(reached == Set(shape.stages.map(\.name)))
  }

  @Test("one place, one year and one start at most, each of a fitting kind", arguments: shapes)
  func roles(_ shape: RegisterShape) {
    for (role, kind) in [(FieldRoles.module, FieldKind.text), (.year, .int), (.start, .day)] {
      let fields = shape.fields.filter { $0.roles.contains(role) }
      #expect(fields.count <= 1)
      #expect(fields.allSatisfy { $0.kind == kind })
    }
    #expect(shape.fields.count { $0.roles.contains(.place) } <= 1)
    for field in shape.fields where field.roles.contains(.place) {
      switch field.kind {
      case .unit: break
      case .reference(let registers):
        // The way to a unit ends.
        for register in registers {
          let named = Self.shapes.first { $0.id == register }
          #expect(named?.placeField != nil, "\(shape.id) \(field.name)")
        }
      default: Issue.record("\(shape.id) \(field.name) leads to no unit")
      }
    }
    for field in shape.fields where !field.roles.isDisjoint(with: [.drives, .feeds]) {
      guard !field.kind.registers.isEmpty else {
        Issue.record("\(shape.id) \(field.name) drives or feeds, but names no record")
        continue
      }
    }
    for field in shape.fields
    where !field.roles.isDisjoint(with: [.author, .documentNumber, .indicator]) {
      #expect(field.kind == .text)
    }
  }

  @Test("a text that names records does so by a register's first key, which is a text")
  func names() {
    for field in Self.shapes.flatMap(\.fields) {
      guard let register = field.names else { continue }
      let named = Self.shapes.first { $0.id == register }
      #expect(field.kind == .text)
      #expect(named?.keyFields.first.map { named?.fields[$0].kind } == .text, "\(register)")
    }
  }

  @Test("the register that a field refers to exists")
  func references() {
    for shape in Self.shapes {
      for register in shape.fields.flatMap(\.kind.registers) {
        #expect(Self.shapes.contains { $0.id == register }, "\(shape.id) → \(register)")
      }
    }
  }

  @Test("every measured indicator is declared, and is no ratio")
  func indicators() {
    let declared = Suite.modules.flatMap(\.indicators)
    for shape in Self.shapes {
      for code in shape.measured + shape.groups.map(\.indicator) {
        let indicator = declared.first { $0.code == code }
        #expect(indicator != nil, "\(shape.id): \(code)")
        if case .ratio = indicator?.kind { Issue.record("\(shape.id) posts to a ratio: \(code)") }
      }
    }
  }

  @Test("each register is listed once, in the module of its name")
  func modules() {
    for module in Suite.modules {
      #expect(module.registers.allSatisfy { $0.name.module == module.name })
    }
    #expect(Set(Self.shapes.map(\.id)).count == Self.shapes.count)
    #expect(Set(Self.shapes.map(\.name.title.zh)).count == Self.shapes.count)
  }

  @Test("an obligation's fields are days; it is done in some stage, or some field says when")
  func obligations() {
    for shape in Self.shapes {
      #expect(Set(shape.obligations.map(\.name)).count == shape.obligations.count)
      for columns in shape.obligations.compactMap(\.columns) {
        for field in columns.fields { #expect(shape.fields[field].kind == .day) }
        #expect(!columns.done.isEmpty)
        #expect(columns.owed.isDisjoint(with: columns.void))
        let stages = Set(shape.stages.map(\.name))
        #expect(stages.isSuperset(of: columns.owed.union(columns.void)))
        // What is told ahead is found by the day that it arises on, which must be there.
        if let arises = columns.arises {
          #expect(shape.fields[arises].roles.contains(.required))
        }
      }
    }
  }

  @Test("each rule is told once, in its module, with versions by day")
  func rules() {
    let rules = Suite.modules.flatMap(\.rules)
    #expect(Set(rules.map(\.code)).count == rules.count)
    for module in Suite.modules {
      for rule in module.rules {
        #expect(rule.code.hasPrefix(module.name + "."))
        #expect(!rule.versions.isEmpty)
        #expect(Set(rule.versions.map(\.since)).count == rule.versions.count)
        #expect(rule.versions.allSatisfy { $0.count > 0 && $0.certainty != .office })
        #expect(
          rule.versions.allSatisfy { $0.certainty != .checked || !$0.citation.isEmpty })
      }
    }
  }

  @Test("usual recurrences are told apart by their titles")
  func usualRecurrences() {
    let all = Suite.modules.flatMap(\.recurrences)
    #expect(all.count == 7)
    #expect(Set(all.map(\.title.zh)).count == all.count)
  }

  @Test("no part of a natural key is blank in a new record, but where an identity stands for it")
  func wholeKeys() {
    for shape in Self.shapes where shape.identityFields.isEmpty {
      #expect(shape.filledKeyFields == shape.keyFields, "\(shape.id)")
    }
  }

  @Test("the fields of a register are those of registers.md", arguments: fields)
  func asDesigned(_ register: String, _ names: String) throws {
    let shape = try #require(Self.shapes.first { $0.id == register })
    // A star stands for a required field, a plus for a part of the key, ! for an identity.
    let found = shape.fields.map { field in
      field.name + (field.roles.contains(.required) ? "*" : "")
        + (field.roles.contains(.key) ? "+" : "")
        + (field.roles.contains(.identity) ? "!" : "")
    }
    #expect(found == names.split(separator: " ").map(String.init))
  }

  private static let fields = [
    ("people.person", "name*+ sex born-on unit+ id-number! phone"),
    (
      "workforce.post",
      "code*+ hospital* employer year* title* category openings* document-no approved-on "
        + "announced-on round applied qualified examined publicity-from publicity-to cancelled-on"
    ),
    (
      "workforce.hire", "post*+ person*+ hired-on* probation-until left-on confirmed-on"
    ),
    (
      "workforce.trainee",
      "person*+ cohort*+ college* home enrolled-on* agreement-no agreement-on service-years "
        + "graduated-on posted-to posted-on left-on left-reason "
        + "refund penalty repaid"
    ),
    (
      "workforce.village-doctor",
      "village*+ person*+ qualification serves-from*+ serves-until"
    ),
    (
      "workforce.establishment",
      "unit*+ kind*+ category*+ approved* effective-on fund internal-bodies document-no"
    ),
    (
      "workforce.staff", "unit* workplace person*+ kind category* from*+ until seconded-to"
    ),
    (
      "clinics.project",
      "facility*+ year*+ kind ownership funding budget assessed-on accepted-on relapsed-on "
        + "removed-on document-no"
    ),
    (
      "clinics.finding",
      "project*+ item*+ found-on*+ due* rectified-on verified-on verified-by first-due reporter"
    ),
    (
      "clinics.course",
      "title*+ audience* organiser base planned started-on*+ ended-on attending qualified list-complete"
    ),
    ("clinics.participant", "course*+ person*+ result"),
    ("clinics.studio", "hospital*+ partner* discipline*+ applied-on opened-on"),
    ("clinics.checklist", "item*+ kind standard document-no"),
    (
      "emergency.dispatch",
      "unit*+ cycle*+ due*+ answered-at result means answered-by leader-present document-no"
    ),
    ("emergency.equipment", "unit*+ name*+ inspected-on state"),
    (
      "emergency.risk-source",
      "name*+ unit*+ kind grade site owner phone threatened updated-on removed-on listed-on"
    ),
    (
      "emergency.hazard",
      "title*+ kind grade site unit*+ found-on*+ due owner mitigated-on accepted-on source-ref first-due"
    ),
    (
      "emergency.team",
      "name*+ kind unit*+ leader phone headcount* equipment inspected-on station founded-on dissolved-on "
        + "list-complete"
    ),
    ("emergency.member", "team*+ person*+ joined-on*+ left-on certificate certificate-until"),
    (
      "emergency.shelter",
      "name*+ kind grade unit*+ capacity* area inspected-on state space duration keeper phone address "
        + "built-on"
    ),
    ("emergency.shelter-opening", "shelter*+ opened-at*+ closed-at manager phone"),
    ("emergency.shelter-entry", "opening*+ at*+ people*"),
    (
      "emergency.outreach",
      "title*+ kind* unit held-on*+ ended-on audience attendance materials"
    ),
    (
      "emergency.damage", "unit*+ item*+ kind reported-at* loss affected restored-on owner due"
    ),
    (
      "emergency.donation",
      "donor on* receiver*+ receipt-no*+ cash goods goods-value directed anonymous published-on"
    ),
    (
      "emergency.donation-use",
      "donation*+ on*+ money goods purpose*+ to-unit*+ published-on reason"
    ),
    ("plan.document", "number*+ title* issuer issued-on file"),
    (
      "plan.task",
      "title*+ module system owner*+ person due*+ document-no measure done-on result first-due "
        + "supervisor"
    ),
    (
      "plan.recurrence",
      "title*+ unit*+ level cycle* first* times rolls until module document-no"
    ),
    ("plan.fulfilment", "recurrence*+ unit*+ done-on*+ matter+ period file"),
    ("plan.reminder", "task*+ reminded-on*+ by matter* replied-on reply"),
  ]
}
