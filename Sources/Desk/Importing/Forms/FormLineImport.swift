internal import Forms
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  func importFormLines(_ table: any TableSource, _ drafts: inout FormDrafts) throws {
    let file = begin(table, .core(.formLines))
    var read = drafts
    let isWhole = try rows(of: table, file) { row, header in
      let before = faults.count
      let revision = try line(row, header)
      let form = header.text(.form, row)
      if OneLine.isBlank(form) { return read.gaps.formUnion(.lines) }
      let from = header.text(.from, row)
      if faults.count > before { read[form, from].isWhole = false }
      guard let revision else { return read[form, from].gaps.formUnion(.lines) }
      let place = FormRow(file: file, place: row.place, cell: header.place(.source, row))
      read[form, from].lines.append((place, revision))
    }
    if !isWhole { read.gaps.formUnion(.lines) }
    drafts = read
  }

  /// What a row says of a line, with something that is right in place of each cell that could not be read; nil where
  /// nobody knows of which line.
  private func line(
    _ row: borrowing TableRow, _ header: FileHeader<FormLineColumn>
  ) throws -> Revision<FormLine>? {
    func text(_ column: FormLineColumn) -> String { header.text(column, row) }
    func fault(_ fault: FormRefusal, _ column: FormLineColumn) {
      faults.add(.rule(.form(fault)), at: header.place(column, row))
    }
    if OneLine.isBlank(text(.form)) {
      faults.add(.missingValue(FormLineColumn.form.title.text), at: header.place(.form, row))
    }
    guard let number = LineNumber(inSpreadsheet: text(.line)) else {
      fault(.noLineNumber(text(.line)), .line)
      return nil
    }
    if ["-", "－"].contains(text(.content)) { return .end(number) }
    let decimals = text(.decimals).isEmpty ? 0 : Int(text(.decimals).halfWidth)
    if decimals == nil {
      faults.add(
        .badChoice(
          text(.decimals), allowed: Indicator.allowedDecimals.map { Text("\($0)", "\($0)") }),
        at: header.place(.decimals, row))
    }
    let content = LineContent(text(.content), decimals: decimals ?? 0, measure: text(.measure))
    if content == nil { fault(.badContent(text(.content)), .content) }
    var source = LineSource.typed
    do throws(LineSourceFault) {
      source = try LineSource(text(.source))
    } catch { fault(.source(error), .source) }
    source = try source.renamed(code)
    let posting = try LinePosting(text: text(.indicator))?.renamed(code)
    if !text(.indicator).isEmpty, posting == nil {
      fault(.badPosting(text(.indicator)), .indicator)
    }
    let isRequired = flag(text(.required), at: header.place(.required, row))
    let english = text(.titleEn).isEmpty ? text(.title) : text(.titleEn)
    let line = FormLine(
      number, Text(text(.title), english), content ?? .amount(decimals: 0, measure: ""),
      isRequired: isRequired, source: source, posting: posting)
    try expectSources(of: line, header, row)
    return .set(line)
  }

  /// That an office has what a line names, and that it can be read and posted so.
  private func expectSources(
    of line: FormLine, _ header: FileHeader<FormLineColumn>, _ row: borrowing TableRow
  ) throws {
    if case .indicator(let code, let reading) = line.source {
      switch try indicator(code) {
      case .success(let indicator):
        let isLevel = reading == .level
        if case .flow = indicator.kind, isLevel {
          faults.add(
            .rule(.form(.noReading(indicator: code, reading))), at: header.place(.source, row))
        }
      case .failure(let error): faults.add(.rule(error), at: header.place(.source, row))
      }
    }
    if case .count(let register, let filter, let sum) = line.source {
      try expectRecords(of: register, filter, sum, at: header.place(.source, row))
    }
    guard let posting = line.posting else { return }
    switch try indicator(posting.indicator) {
    case .failure(let error): faults.add(.rule(error), at: header.place(.indicator, row))
    case .success(let indicator):
      if case .ratio = indicator.kind {
        faults.add(
          .rule(.form(.postsRatio(line.number, indicator: indicator.code))),
          at: header.place(.indicator, row))
      } else if let measure = line.content.measure, !measure.isEmpty,
        !Amount.isMeasure(measure, of: indicator.measure)
      {
        faults.add(
          .rule(
            .form(
              .otherMeasure(
                line.number, measure, indicator: indicator.code, measure: indicator.measure))),
          at: header.place(.measure, row))
      } else if let decimals = line.decimals, decimals > indicator.decimals {
        faults.add(
          .rule(
            .form(
              .finerThanIndicator(
                line.number, indicator: indicator.code, decimals: indicator.decimals))),
          at: header.place(.decimals, row))
      }
    }
  }

  /// That a register can be asked what a line counts: its stages and fields are those that the filter names.
  private func expectRecords(
    of register: String, _ filter: String, _ sum: String?, at place: TablePlace
  ) throws {
    guard let shape = desk.ledger.shape(register) else {
      faults.add(.rule(.form(.badFilter(register))), at: place)
      return
    }
    do {
      let search = RecordSearch(conditions: filter.conditions, day: desk.context.today)
      _ = try desk.tally(search, in: shape, by: [], sums: sum.map { [$0] } ?? [])
    } catch let error as DeskError {
      faults.add(.rule(error), at: place)
    }
  }

  /// The code of an indicator that is called so; the text itself where there is none.
  private func code(_ text: String) throws -> String {
    switch try indicator(text) {
    case .success(let indicator): indicator.code
    case .failure: text
    }
  }

  private func indicator(_ code: String) throws -> Result<Indicator, DeskError> {
    do {
      return .success(try desk.indicator(code))
    } catch let error as DeskError {
      return .failure(error)
    }
  }
}
