internal import Forms
internal import Journal
internal import TargetEngine

/// A definition as the journal keeps it: what never changes, the first version, then what each change says,
/// from the line `from=20220101` on. Cells of lines and checks stand between tabs.
extension FormDefinition {
  var fields: FieldList {
    var fields = FieldList()
    fields.add("code", code)
    fields.add("module", module)
    fields.add("cycle", calendar.cycle.rawValue)
    fields.add("first-month", calendar.firstMonth)
    fields.add("since", from?.rawValue)
    fields.add(first)
    for change in changes { fields.add(change) }
    return fields
  }

  /// Nil for a state that says no definition.
  init?(_ state: FieldList) {
    let parts = state.fields.split(beforeEach: { $0.name == "from" })
    guard let head = parts.first, let code = head.value("code"),
      let cycle = head.value("cycle").flatMap({ FormCycle(rawValue: $0) }),
      let calendar = FormCalendar(
        cycle, firstMonth: head.value("first-month").flatMap { Int($0) } ?? 1),
      let first = FormVersion(head)
    else { return nil }
    do {
      try self.init(
        code, module: head.value("module") ?? "", calendar, first,
        from: head.value("since").flatMap { Int($0) }.flatMap { Day(rawValue: $0) })
      for part in parts.dropFirst() {
        guard let change = FormChange(part) else { return nil }
        try self.change(change)
      }
    } catch { return nil }
  }
}

extension FieldList {
  fileprivate mutating func add(_ version: FormVersion) {
    add(title: version.title)
    add(version.due)
    add(version.owing)
    add("document", version.document)
    for line in version.lines { add("line", line.cells) }
    for check in version.checks { add("check", check.cells) }
  }

  fileprivate mutating func add(_ change: FormChange) {
    add("from", change.from.rawValue)
    if let title = change.title { add(title: title) }
    add(change.due)
    if let owing = change.owing { add(owing) }
    add("document", change.document)
    for line in change.lines {
      switch line {
      case .set(let line): add("line", line.cells)
      case .end(let number): add("end-line", number.description)
      }
    }
    for check in change.checks {
      switch check {
      case .set(let check): add("check", check.cells)
      case .end(let rule): add("end-check", rule.cells.tabbed)
      }
    }
  }

  private mutating func add(title: Text) {
    add("title", title.zh)
    add("title-en", title.en)
  }

  private mutating func add(_ due: FormDue?) {
    guard let due else { return }
    add("due", due.description)
    if due.movesPastHolidays { add("moves", "yes") }
  }

  private mutating func add(_ owing: FormOwing) {
    add("kinds", owing.kinds.map(\.rawValue).sorted().joined(separator: ";"))
    add("below", owing.below)
    for unit in owing.units.sorted() { add("unit", unit) }
  }
}

extension FormVersion {
  fileprivate init?(_ fields: [FieldList.Field]) {
    var lines: [FormLine] = []
    var checks: [FormCheck] = []
    for field in fields {
      switch field.name {
      case "line":
        guard let line = FormLine(cells: field.value) else { return nil }
        lines.append(line)
      case "check":
        guard let check = FormCheck(cells: field.value) else { return nil }
        checks.append(check)
      default: break
      }
    }
    guard let title = fields.title else { return nil }
    self.init(
      title: title, due: fields.due, owing: fields.owing ?? FormOwing(),
      document: fields.value("document") ?? "", lines: lines, checks: checks)
  }
}

extension FormChange {
  fileprivate init?(_ fields: [FieldList.Field]) {
    guard let from = fields.value("from").flatMap({ Int($0) }).flatMap({ Day(rawValue: $0) })
    else { return nil }
    self.init(from: from)
    (title, due, owing) = (fields.title, fields.due, fields.owing)
    document = fields.value("document")
    for field in fields {
      switch field.name {
      case "line":
        guard let line = FormLine(cells: field.value) else { return nil }
        lines.append(.set(line))
      case "end-line":
        guard let number = LineNumber(field.value) else { return nil }
        lines.append(.end(number))
      case "check":
        guard let check = FormCheck(cells: field.value) else { return nil }
        checks.append(.set(check))
      case "end-check":
        guard let rule = CheckRule(cells: field.value.untabbed) else { return nil }
        checks.append(.end(rule))
      default: break
      }
    }
  }
}

extension [FieldList.Field] {
  fileprivate func value(_ name: String) -> String? { first { $0.name == name }?.value }

  fileprivate var title: Text? {
    value("title").map { Text($0, value("title-en") ?? $0) }
  }

  fileprivate var due: FormDue? {
    value("due").flatMap { FormDue($0, movesPastHolidays: value("moves") == "yes") }
  }

  fileprivate var owing: FormOwing? {
    guard let kinds = value("kinds") else { return nil }
    return FormOwing(
      kinds: Set(kinds.split(separator: ";").compactMap { UnitKind(rawValue: String($0)) }),
      below: value("below").flatMap { Int64($0) },
      units: Set(filter { $0.name == "unit" }.compactMap { Int64($0.value) }))
  }

  /// The fields up to the first of a kind, then those from each of that kind on.
  fileprivate func split(beforeEach isFirst: (Element) -> Bool) -> [[Element]] {
    reduce(into: [[]]) { parts, field in
      if isFirst(field) { parts.append([]) }
      parts[parts.count - 1].append(field)
    }
  }
}
