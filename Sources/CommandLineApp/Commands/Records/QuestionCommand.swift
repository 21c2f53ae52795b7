internal import ArgumentParser
internal import Desk
internal import Registers
internal import Reports
internal import Storage
internal import TargetEngine

/// `taizhang MODULE QUESTION` arrives here as `record question MODULE QUESTION`.
struct QuestionCommand: ParsableCommand {
  static let configuration = describe(
    "question", "现成的问题", "A ready question", example: "workforce staffing --on 2021-06-30")

  @OptionGroup var asked: ModuleArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let question = try asked.found(among: \.questions)
    let desk = try Workplace(options: common).desk(for: .read)
    let printing = try AnswerPrinting(desk, Session.current.language)
    let (answer, scope) = try desk.ledger.read {
      let scope = try asked.scope(of: question, desk)
      return (try question.answer(scope, StoredRecords(desk.ledger)), scope)
    }
    try Output(options: common).show(
      [try printing.table(answer, question.title)],
      json: try printing.json(answer, to: question, scope))
  }
}

/// An answer as a table and as JSON.
struct AnswerPrinting {
  private let cells: RecordCells
  private let language: Language

  init(_ desk: Desk, _ language: Language) throws {
    cells = RecordCells(try RecordNames(desk.ledger, language), language)
    self.language = language
  }

  func table(_ answer: Answer, _ title: Text) throws -> Table {
    Table(
      title: title(language),
      columns: answer.columns.map { column in
        Column(column.title(language), key: column.name, column.shown)
      },
      rows: try answer.rows.map { row in
        Row(try zip(answer.columns, row).map { try cells.cell($1, $0.content) })
      }, notes: answer.notes.map { $0(language) })
  }

  /// The report's name, its parameters, and its lines.
  func json(
    _ answer: Answer, to item: some ModuleItem, _ scope: QuestionScope
  ) throws -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("report", .string(item.name)), ("asOf", .string(scope.day.description)),
    ]
    if item.yearOf != nil { members.append(("year", .integer(Int64(scope.year)))) }
    if let unit = scope.unit { members.append(("unit", try cells.json(.unit(unit), .unit))) }
    let lines = try answer.rows.map { row in
      JSONValue.object(
        try zip(answer.columns, row).map { column, datum in
          (AnswerPrinting.key(column.name), try cells.json(datum, column.content))
        })
    }
    return .object(members + [("lines", .array(lines))])
  }

  /// `in-post` → `inPost`.
  private static func key(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined()
  }
}
