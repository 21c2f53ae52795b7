public import Desk
internal import Forms
public import Reports
internal import Sentences
public import TargetEngine

/// What became of several files of answers, each taken or refused by itself, and who has not answered yet.
public struct ArrivedAnswers {
  private var taken: [(path: String, answer: ImportedAnswer)] = []
  private var files: [(path: String, faults: [String]?)] = []
  /// What files were about that were refused.
  private var asked: [AnsweredPeriod] = []
  /// Of the forms and periods that were answered, also by files that were refused, in the order in which they were met.
  private var boards: [FormStatus] = []
  private let isRehearsal: Bool

  /// - Parameter isRehearsal: whether nothing is written.
  public init(isRehearsal: Bool = false) { self.isRehearsal = isRehearsal }

  /// How many files were refused.
  public var refused: Int { files.count { $0.faults != nil } }

  /// Takes in a file that was imported.
  public mutating func take(_ path: String, _ imported: Imported) {
    files.append((path, nil))
    taken += imported.files.flatMap(\.answers).map { (path, $0) }
  }

  /// Takes in a file of which nothing was written.
  ///
  /// - Parameters:
  ///   - faults: what is wrong with it, a line for each.
  ///   - periods: what it is about, as far as it can be read.
  public mutating func refuse(_ path: String, _ faults: [String], about periods: [AnsweredPeriod]) {
    files.append((path, faults))
    asked += periods
  }

  /// Looks up who has not answered.
  public mutating func lookUp(_ desk: Desk) throws {
    var seen: Set<AnsweredPeriod> = []
    let periods = taken.map { AnsweredPeriod(form: $0.answer.form, period: $0.answer.period) }
    for asked in periods + asked where seen.insert(asked).inserted {
      boards.append(try desk.formStatus(asked.form, asked.period))
    }
  }

  /// What arrived, what was refused, who is missing.
  ///
  /// - Parameter head: the ledger's, as people read it.
  public func tables(_ language: Language, head: String) -> [Table] {
    var tables = [arrived(language)]
    if refused > 0 { tables.append(refusals(language)) }
    if !boards.isEmpty { tables.append(missing(language)) }
    if !isRehearsal { tables[tables.count - 1].footer = [Phrase.foot(language, head: head)] }
    return tables
  }

  private func arrived(_ language: Language) -> Table {
    let rows = taken.map { path, answer in
      Row([
        .text(path), .text(answer.title(language)), .text(answer.period), .text(answer.unit.title),
        .integer(answer.lines), .integer(answer.version),
        .text(answer.lateness?.text(language) ?? ""),
        .text(answer.remark(language)),
      ])
    }
    let title = isRehearsal ? Text("将收到的报送", "What would arrive") : Text("收到的报送", "What arrived")
    return Table(
      title: title(language),
      columns: [
        Column(Text("文件", "File")(language), key: "file"),
        Column(Text("报表", "Form")(language), key: "form"),
        Column(Text("期别", "Period")(language), key: "period", .fixed),
        Column(Phrase.unit(language), key: "unit"),
        Column(Text("行数", "Lines")(language), key: "lines", .number),
        Column(Text("版次", "Version")(language), key: "version", .number),
        Column(Text("迟报", "Late")(language), key: "late", .fixed),
        Column(Text("说明", "Remark")(language), key: "remark", minimumWidth: 12),
      ], rows: rows,
      notes: rows.isEmpty ? [Text("没有收到报送。", "Nothing arrived.")(language)] : [])
  }

  private func refusals(_ language: Language) -> Table {
    let rows = files.flatMap { path, faults in
      (faults ?? []).map { Row([.text(path), .text($0)]) }
    }
    return Table(
      title: Text("没有收下的文件", "What was refused")(language),
      columns: [
        Column(Text("文件", "File")(language), key: "file"),
        Column(Text("原因", "Why")(language), key: "fault", minimumWidth: 24),
      ], rows: rows)
  }

  private func missing(_ language: Language) -> Table {
    let rows = boards.map { status in
      let counts = status.board.counts
      return Row([
        .text(status.version.title(language)), .text("\(status.period)"),
        Cell(status.board.deadline?.description), .integer(counts.owed),
        .integer(counts.submitted), .integer(counts.missing),
        .text(Wording(language).some(status.missing.map(\.title), most: 20, all: nil)),
      ])
    }
    return Table(
      title: Text("还没有报的单位", "Who has not sent it")(language),
      columns: [
        Column(Text("报表", "Form")(language), key: "form"),
        Column(Text("期别", "Period")(language), key: "period", .fixed),
        Column(Text("期限", "Due")(language), key: "due", .fixed),
        Column(Text("应报", "Owed")(language), key: "owed", .number),
        Column(Text("已报", "Sent")(language), key: "submitted", .number),
        Column(Text("未报", "Missing")(language), key: "missing", .number),
        Column(Phrase.unit(language), key: "units", minimumWidth: 12),
      ], rows: rows)
  }

  /// The same for machines. Source: `forms.md`, "Files".
  ///
  /// - Parameter head: the ledger's.
  public func json(head: String) -> JSONValue {
    .object([
      ("report", "formImport"), ("dryRun", .bool(isRehearsal)), ("head", .string(head)),
      (
        "files",
        .array(
          files.map { path, faults in
            .object([
              ("file", .string(path)), ("taken", .bool(faults == nil)),
              ("answers", .array(taken.filter { $0.path == path }.map(\.answer.json))),
              ("faults", .array((faults ?? []).map { .string($0) })),
            ])
          })
      ), ("missing", .array(boards.map(\.missingJSON))),
    ])
  }
}

extension ImportedAnswer {
  fileprivate func remark(_ language: Language) -> String {
    isUnchanged
      ? ImportedAnswer.unchanged(language)
      : remarks(Wording(language)).joined(separator: Text("；", "; ")(language))
  }
}

extension FormStatus {
  /// Who has sent nothing.
  fileprivate var missing: [Unit] {
    zip(board.rows, units).filter { $0.0.standing.firstSubmitted == nil }.map(\.1)
  }

  fileprivate var missingJSON: JSONValue {
    .object([
      ("form", .string(form.code)), ("period", .string("\(period)")),
      ("due", JSONValue(board.deadline?.iso)), ("owed", JSONValue(board.counts.owed)),
      ("submitted", JSONValue(board.counts.submitted)), ("units", .array(missing.map(\.json))),
    ])
  }
}
