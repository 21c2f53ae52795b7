internal import Forms
internal import OfficeFiles
public import TargetEngine

extension FormTemplate {
  /// The CSV that `form import` takes back: a row for each line.
  ///
  /// - Parameter byteOrderMark: whether a spreadsheet will open it as a file.
  public func file(_ language: Language, byteOrderMark: Bool) -> [UInt8] {
    let columns = FormTemplate.columns
    var writer = CSVWriter(byteOrderMark: byteOrderMark)
    writer.write(columns.map { language == .zh ? $0.title.zh : $0.title.name })
    for sheet in sheets {
      for line in sheet.version.lines {
        writer.write(columns.map { cell($0, of: line, sheet, language) })
      }
    }
    return writer.take()
  }

  /// The same of one unit alone.
  public func alone(_ sheet: FormSheetOfUnit) -> FormTemplate {
    FormTemplate(form: form, period: period, sheets: [sheet])
  }

  /// In the order in which a person reads a row.
  private static let columns: [AnswerColumn] = [
    .form, .period, .unit, .line, .title, .content, .measure, .required, .value, .filledBy,
    .source, .explanation,
  ]

  private func cell(
    _ column: AnswerColumn, of line: FormLine, _ sheet: FormSheetOfUnit, _ language: Language
  ) -> String {
    switch column {
    case .form: form.code
    case .period: period.inSpreadsheet(language)
    // A spreadsheet makes other numbers of long codes.
    case .unit: sheet.unit.title
    case .line: line.number.inSpreadsheet
    case .title: line.title(language)
    case .content: line.content.title(language)
    case .measure: line.content.measure ?? ""
    case .required: line.isAsked ? Text("是", "yes")(language) : ""
    case .value: value(of: line, sheet)
    case .filledBy: sheet.filling(of: line).title(language)
    case .source: sheet.figure(of: line)?(language) ?? ""
    case .explanation: sheet.atWork.explanations[line.number] ?? ""
    case .unitName: sheet.unit.name
    }
  }

  /// What stands in a line. One with a formula stays empty: what it comes to follows from the others.
  private func value(of line: FormLine, _ sheet: FormSheetOfUnit) -> String {
    guard line.source.formula != nil else {
      return sheet.atWork.values[line.number]?.description ?? ""
    }
    return sheet.atWork.written[line.number]?.description ?? ""
  }
}

extension FormLine {
  /// Whether a submission is none while a person leaves it empty.
  fileprivate var isAsked: Bool { isRequired && source.formula == nil }
}
