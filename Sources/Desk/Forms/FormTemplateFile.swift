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
    FormTemplate(form: form, period: period, sheets: [sheet], titles: titles)
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
    case .source: source(of: line, sheet, language)
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

  /// Where a line's figure comes from, in words.
  private func source(
    of line: FormLine, _ sheet: FormSheetOfUnit, _ language: Language
  ) -> String {
    let name = { (code: String) in titles[code].map { $0(language) } ?? code }
    switch line.source {
    case .typed:
      guard sheet.filling(of: line) == .sourced, let posting = line.posting else { return "" }
      return Text("清单：", "by list: ")(language) + name(posting.indicator)
    case .indicator(let code, let reading): return name(code) + " " + reading.title(language)
    case .count(let register, let filter, let sum):
      return [name(register), filter, sum ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    case .formula(let formula): return formula.description
    }
  }
}

extension FormLine {
  /// Whether a submission is none while a person leaves it empty.
  fileprivate var isAsked: Bool { isRequired && source.formula == nil }
}

extension LineContent {
  fileprivate var title: Text {
    switch self {
    case .amount: Text("数值", "amount")
    case .text: Text("文本", "text")
    case .choice(let choices):
      Text("选项 \(choices.joined(separator: ";"))", "choice \(choices.joined(separator: ";"))")
    case .day: Text("日期", "day")
    }
  }

  fileprivate var measure: String? {
    if case .amount(_, let measure) = self { measure } else { nil }
  }
}

extension IndicatorReading {
  fileprivate var title: Text {
    switch self {
    case .month: Text("本月数", "of the month")
    case .year: Text("本年累计", "of the year to date")
    case .period: Text("本期数", "of the period")
    case .level: Text("期末数", "at the end")
    }
  }
}

extension FormPeriod {
  /// As a spreadsheet leaves it: of 2021-06 it makes a day.
  fileprivate func inSpreadsheet(_ language: Language) -> String {
    guard cycle == .month, language == .zh else { return description }
    return "\(firstDay.year)年\(firstDay.month.monthOfYear)月"
  }
}
