public import TargetEngine

/// The files that the core imports, recognised by their header. Source: `cli.md`, "CSV in".
public enum FileKind: String, Sendable, CaseIterable {
  // In the order in which they build on each other.
  case units, indicators, forms, formLines, formChecks, exemptions, targets, entries, holidays
  case answers

  /// What it is called.
  public var title: Text {
    switch self {
    case .units: Text("单位", "units")
    case .indicators: Text("指标", "indicators")
    case .targets: Text("任务", "targets")
    case .entries: Text("明细", "entries")
    case .holidays: Text("节假日", "holidays")
    case .forms: Text("报表", "forms")
    case .formLines: Text("报表的行", "lines of forms")
    case .formChecks: Text("报表的审核关系", "checks of forms")
    case .exemptions: Text("报表的免报", "exemptions from forms")
    case .answers: Text("报表的报送", "answers")
    }
  }

  /// The columns of such files.
  var columns: [ColumnTitle] {
    switch self {
    case .units: UnitColumn.titles
    case .indicators: IndicatorColumn.titles
    case .targets: TargetColumn.titles
    case .entries: EntryColumn.titles
    case .holidays: HolidayColumn.titles
    case .forms: FormColumn.titles
    case .formLines: FormLineColumn.titles
    case .formChecks: FormCheckColumn.titles
    case .exemptions: ExemptionColumn.titles
    case .answers: AnswerColumn.titles
    }
  }

  /// Whether its files may have columns of which only a form knows: one for each of its lines.
  private var hasOwnColumns: Bool { self == .answers }

  /// Recognises a header: the kind with the fewest columns missing and unknown, of which it has at
  /// least two that are required.
  init?(of header: [HeaderTitle]) {
    let stands = { (column: ColumnTitle) in header.contains { $0.names(column.isNamed) } }
    let faults = { (kind: FileKind) in
      kind.columns.count { $0.isRequired && !stands($0) } + kind.unknown(in: header)
    }
    let fitting = FileKind.allCases.filter { kind in
      kind.columns.count { $0.isRequired && stands($0) } >= 2
    }
    guard let kind = fitting.min(by: { faults($0) < faults($1) }) else { return nil }
    self = kind
  }

  /// How many titles are none of its columns.
  func unknown(in header: [HeaderTitle]) -> Int {
    if hasOwnColumns { return 0 }
    return header.count { title in
      !title.saysNothing && !columns.contains { title.names($0.isNamed) }
    }
  }
}
