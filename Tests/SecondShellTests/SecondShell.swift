import Desk
import Reports
import Sentences
import StorageSQLite
import Suite
import TargetEngine
import Views

/// A shell without a command line: whoever asks says in which language the answer is to be, and many
/// may ask at once.
struct SecondShell: Sendable {
  let path: String

  /// A page of records, the monthly report, and the answer to what cannot be done.
  struct Page: Sendable, Equatable {
    var records: String
    var recordsAsJSON: String
    var report: String
    var reportAsJSON: String
    var refusal: String
  }

  static let declarations = Declarations(registers: Suite.registers, indicators: Suite.indicators)

  static func context(_ command: String) throws -> Desk.Context {
    Desk.Context(
      actor: "server", now: "2021-06-30T08:15:00Z", today: try day("2021-06-30"), command: command)
  }

  /// Makes a ledger with a district, a township and a project, of which a target is set.
  static func found(_ path: String) throws -> SecondShell {
    try SQLiteDatabase.make(path) { connection in
      let desk = try Desk.found(
        on: connection, declaring: declarations, site: "WEBS", context: try context("found"))
      _ = try desk.install(Suite.modules.flatMap(\.indicators).map { IndicatorDraft($0) })
      for (code, name, kind, parent) in [
        ("341802", "宣州区", UnitKind.district, nil), ("341802105", "洪林镇", .township, "341802"),
        ("341802105001", "洪林镇卫生院", .hospital, "341802105"),
      ] {
        _ = try desk.addUnit(
          code: code, name: name, kind: kind, parent: parent, opened: nil, aliases: [])
      }
      let shape = try desk.register("clinics.project")
      _ = try desk.addRecord(
        shape,
        [
          (name: "facility", value: "洪林镇卫生院"), (name: "year", value: "2021"),
          (name: "kind", value: "healthCentre"), (name: "budget", value: "20000"),
        ], on: nil)
      _ = try desk.setTarget(
        "clinics.accepted", amount: "8", unit: "341802", year: 2021,
        draft: TargetDraft(amount: 0, effective: nil, due: nil, pace: nil))
      for (stage, on) in [("assessed", "2021-06-01"), ("accepted", "2021-06-28")] {
        _ = try desk.advanceRecords(
          ["洪林镇卫生院/2021"], in: shape, to: stage, [], on: try day(on))
      }
    }
    return SecondShell(path: path)
  }

  func desk() throws -> Desk {
    try Desk.open(
      try SQLiteDatabase.open(path, for: .read), declaring: SecondShell.declarations,
      context: try SecondShell.context("page"))
  }

  /// Opens the ledger and answers in a language.
  func page(_ language: Language) throws -> Page { try SecondShell.page(try desk(), language) }

  static func page(_ desk: Desk, _ language: Language) throws -> Page {
    let month = try day("2021-06-30").month
    let shape = try desk.register("clinics.project")
    let (records, report) = try desk.snapshot {
      let names = try desk.names(in: language)
      let found = try desk.list(RecordSearch(), in: shape).records
      let list = try RecordView(shape, names, language).list(
        try desk.shown(found, in: shape), columns: [], isBrief: true)
      return (
        list,
        try desk.monthlyReport(
          month, ReportScope(unit: "宣州区", indicators: ["clinics.accepted"]))
      )
    }
    let head = try desk.head()
    let masked = { (text: String) in
      text.replacing(head.spoken, with: "{head}").replacing("\(head)", with: "{head}")
    }
    return Page(
      records: MarkdownRenderer().render([records.table]), recordsAsJSON: records.json.text,
      report: masked(MarkdownRenderer().render([report.table(language)])),
      reportAsJSON: masked(report.json.text), refusal: refusal(desk, language))
  }

  private static func refusal(_ desk: Desk, _ language: Language) -> String {
    do {
      _ = try desk.unit("nowhere")
      return ""
    } catch {
      return Complaint(error, language).lines.joined(separator: "\n")
    }
  }

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw DeskError.badYear(text) }
    return day
  }
}
