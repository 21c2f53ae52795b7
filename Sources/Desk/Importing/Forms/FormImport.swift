internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Reads what a file says of forms, which are made when all are read.
  func importForms(_ table: any TableSource, _ drafts: inout FormDrafts) throws {
    let file = begin(table, .core(.forms))
    var read = drafts
    let isWhole = try rows(of: table, file) { row, header in
      let before = faults.count
      let draft = try form(row, header, file)
      guard header.text(.form, row).isCode else { return read.gaps.formUnion(.headers) }
      let place = (header.text(.form, row), header.text(.from, row))
      if let first = read[place.0, place.1].header {
        faults.add(
          .repeatedCode(place.0, firstLine: first.row.place.line), at: header.place(.form, row))
      }
      read[place.0, place.1].header = draft
      if faults.count > before { read[place.0, place.1].isWhole = false }
    }
    if !isWhole { read.gaps.formUnion(.headers) }
    drafts = read
  }

  private func form(
    _ row: borrowing TableRow, _ header: FileHeader<FormColumn>, _ file: Int
  ) throws -> FormDrafts.Header {
    func text(_ column: FormColumn) -> String { header.text(column, row) }
    func place(_ column: FormColumn) -> TablePlace { header.place(column, row) }
    for column in [FormColumn.form, .title, .cycle] where OneLine.isBlank(text(column)) {
      faults.add(.missingValue(column.title.text), at: place(column))
    }
    if !text(.form).isEmpty, !text(.form).isCode {
      faults.add(.rule(.form(.definition(form: text(.form), .noCode))), at: place(.form))
    }
    let cycle = FormCycle(named: text(.cycle))
    if cycle == nil, !text(.cycle).isEmpty {
      faults.add(
        .badChoice(
          text(.cycle), allowed: FormCycle.allCases.map { Text($0.title.zh, $0.rawValue) }),
        at: place(.cycle))
    }
    let month =
      text(.firstMonth).isEmpty ? 1 : Int(text(.firstMonth).halfWidth.filter { $0 != "月" })
    let calendar = cycle.flatMap { cycle in
      month.flatMap { FormCalendar(cycle, firstMonth: $0) }
    }
    if cycle != nil, calendar == nil {
      faults.add(
        .badChoice(text(.firstMonth), allowed: (1...12).map { Text("\($0)", "\($0)") }),
        at: place(.firstMonth))
    }
    let moves = flag(text(.moves), at: place(.moves))
    var due: FormDue?
    if !text(.due).isEmpty {
      due = FormDue(text(.due), of: cycle, movesPastHolidays: moves)
      if due == nil {
        let fault = FormDue.fault(of: text(.due))
        faults.add(.rule(.form(.unreadableDue(text(.due), fault))), at: place(.due))
        // One with which nothing is wrong in any form.
        due = FormDue("+1")
      }
    }
    var owing = try owing(
      text(.owedBy), at: place(.owedBy), below: text(.below), at: place(.below))
    owing.units.formUnion(try units(text(.units), at: place(.units)))
    let title = OneLine.isBlank(text(.title)) ? text(.form) : text(.title)
    let english = text(.titleEn).isEmpty ? title : text(.titleEn)
    return FormDrafts.Header(
      row: FormRow(file: file, place: row.place, cell: place(.title)),
      title: Text(title, english), module: text(.module), calendar: calendar, due: due,
      isDueEmpty: header[.due] != nil && text(.due).isEmpty, owing: owing, document: text(.document)
    )
  }

  /// `yes`, `是`; an empty cell and `no`, `否` are none.
  func flag(_ text: String, at place: TablePlace) -> Bool {
    switch text.lowercased() {
    case "", "no", "否", "-", "0": return false
    case "yes", "是", "1", "√", "必填", "顺延": return true
    default:
      faults.add(.badChoice(text, allowed: [Text("是", "yes"), Text("否", "no")]), at: place)
      return false
    }
  }

  /// Kinds of units, and units named singly, between semicolons; `-` for nobody.
  private func owing(
    _ text: String, at place: TablePlace, below: String, at belowPlace: TablePlace
  ) throws -> FormOwing {
    var owing = FormOwing()
    for word in FormOwing.words(text) {
      if let kind = UnitKind(named: word) {
        owing.kinds.insert(kind)
      } else if let unit = try unit(word, at: place) {
        owing.units.insert(unit.id)
      }
    }
    if !below.isEmpty { owing.below = try unit(below, at: belowPlace)?.id }
    return owing
  }

  /// The units of the column of those that are named singly.
  private func units(_ text: String, at place: TablePlace) throws -> Set<UnitID> {
    Set(try FormOwing.words(text).compactMap { try unit($0, at: place)?.id })
  }
}

extension FormOwing {
  /// What stands between semicolons; `-` says nobody.
  fileprivate static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { ";；、".contains($0) }).map { String($0).trimmed }
      .filter { !$0.isEmpty && $0 != "-" }
  }
}
