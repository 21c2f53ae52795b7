import Foundation
import Testing

/// A database in which nearly every table has rows: the sample sets, and what commands add to them.
struct StrangeOffice: Sendable {
  let program: Program
  let site: String
  private let bytes: Data

  init() async throws {
    var program = try Program()
    program.environment["TAIZHANG_PASSPHRASE"] = StrangeOffice.passphrase
    program.environment["TAIZHANG_TODAY"] = "2021-07-02"
    program.environment["TAIZHANG_LANG"] = "en"
    program.environment["SWIFT_BACKTRACE"] = "enable=no"
    self.program = program
    let sample = try await StrangeOffice.sample.value
    (site, bytes) = (sample.site, sample.bytes)
    try reset()
  }

  var path: String { program.environment["TAIZHANG_DB"] ?? "" }

  func sql(_ text: String) async throws -> String {
    let outcome = try await program.tool("sqlite3", "-bail", path, text)
    try #require(outcome.status == 0, "\(text.prefix(200)) \(outcome.err)")
    return outcome.out.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Makes the database what it was at first.
  func reset() throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  func expectUnchanged(_ comment: String, at place: SourceLocation = #_sourceLocation) throws {
    let now = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(now == bytes, "\(comment)", sourceLocation: place)
  }

  /// Runs the program with bounded memory, and expects it to end as a program should.
  @discardableResult
  func expectEnd(
    _ words: [String], _ comment: String, at place: SourceLocation = #_sourceLocation
  ) async throws -> Int32 {
    let outcome = try await program.run(words, memory: 2_500_000)
    #expect(!outcome.timedOut, "\(words) \(comment)", sourceLocation: place)
    #expect(
      StrangeOffice.statuses.contains(outcome.status),
      "\(words) \(comment): \(outcome.status) \(outcome.err.suffix(300))", sourceLocation: place)
    let said = outcome.err + (outcome.status == 0 ? "" : outcome.out)
    for raw in StrangeOffice.rawWords {
      #expect(
        !said.contains(raw), "\(words) \(comment): \(said.suffix(300))", sourceLocation: place)
    }
    return outcome.status
  }

  private static let statuses: Set<Int32> = [0, 1, 64, 65, 66, 73, 74, 75]

  /// SQLite's own words.
  private static let rawWords = [
    "datatype mismatch", "constraint failed", "integer overflow", "too big", "too complex",
    "tree is too large", "SQL", "syntax error", "no such", "LIKE",
  ]

  private static let passphrase = "correct-horse-battery"

  private static let sample = Task {
    var program = try Program()
    program.environment["TAIZHANG_PASSPHRASE"] = passphrase
    program.environment["TAIZHANG_TODAY"] = "2021-07-02"
    let path = program.environment["TAIZHANG_DB"] ?? ""
    let made = try await program.run(
      ["demo", "--output", path], variables: ["TAIZHANG_DB": nil])
    try #require(made.status == 0, "\(made.err)")
    let site = try await program.tool(
      "sqlite3", path, "SELECT value FROM identity WHERE name = 'site'"
    ).out.trimmingCharacters(in: .newlines)
    try program.folder.write(
      "日期,类型,名称\n2027-01-01,放假,元旦\n2027-10-01,放假,国庆\n", to: "h.csv")
    try program.folder.write("name,phone\n钱七,13900000002\n", to: "p.csv")
    for (name, text) in forms { try program.folder.write(text, to: name) }
    for words in commands(site) {
      let outcome = try await program.run(words)
      try #require(outcome.status == 0, "\(words): \(outcome.err)")
    }
    _ = try await program.tool("sqlite3", path, "PRAGMA wal_checkpoint(TRUNCATE)")
    return (bytes: try program.folder.read("台账.db"), site: site)
  }

  private static let forms = [
    "forms.csv": """
    form,title,title-en,module,cycle,first-month,due,moves,owed-by,below,document,from
    m1,月表,Monthly,plan,month,1,+1-05,no,township,,文1号,2021-05
    e1,汛情,Flood,plan,once,1,,no,township,,,

    """,
    "form-lines.csv": """
    form,line,title,title-en,content,measure,decimals,required,source,indicator
    m1,1,存量,Stock,amount,个,2,yes,typed,x.stock
    e1,1,转移,Moved,amount,人,0,yes,typed,

    """,
    "exemptions.csv": "form,unit,from,until,reason\nm1,341802001,2021-06-01,2021-06-30,汛期\n",
  ]

  private static func commands(_ site: String) -> [[String]] {
    [
      "setting set unit 341802", "setting set filler 张三", "setting set decimals 1",
      "setting set tolerance 8", "rule set workforce.probation 12 months --effective 2021-01-01",
      "holiday import h.csv", "key create",
      "clinics participant add course=\(site)-1 person=\(site)-246 result=qualified",
      "clinics checklist add item=消毒 kind=villageClinic standard=有",
      "people person set \(site)-246 phone=13900000000 sex=male born-on=1990-01-01",
      "people person add name=李四 unit=341802 id-number=11010519491231002X",
      "people person reveal \(site)-246 reason=核对",
      "people person erase \(site)-248 document-no=文1号 --yes",
      "plan reminder add task=\(site)-166 reminded-on=2021-06-01 matter=催",
      "register column add clinics.project 序 int", "clinics project set \(site)-82 序=7",
      "indicator add x.stock --name 存量 --kind stock --measure 个 --decimals 2",
      "log x.stock 12.5 --unit 341802", "target set x.stock 99 --unit 341802",
      "target set x.stock 98 --unit 341802 --pace 03-31:20%;06-30:70%",
      "target set x.stock 97 --unit 341802001", "log x.stock 20 --set --unit 341802",
      "indicator source clinics.accepted number --unit 370399101 --from 2021-01-01",
      "log clinics.planned 3 --unit 370399101 --on 2021-06-03", "close 2021-05",
      "close 2021-05 --reissue 重开",
      "unit merge 370399101008 370399101007 --on 2021-07-01", "unit alias 370399101007 旧名",
      "undo 24 --reason x", "form define forms.csv form-lines.csv exemptions.csv",
      "form ask e1 烟花/2021-07-01 --due 2021-07-01",
      "form fill m1 2021-06 --unit 341802002 1=5 --as 甲",
      "form accept m1 2021-06 --unit 341802002 --as 乙",
      "form fill e1 烟花/2021-07-01 --unit 341802002 1=5 --as 甲",
    ].map { $0.split(separator: " ").map(String.init) } + columns(site)
  }

  /// Gives columns that the sample leaves empty a value.
  private static func columns(_ site: String) -> [[String]] {
    [
      "unit add 341802997 --name 新村 --kind village --parent 341802001 --opened 2020-01-01",
      "plan reminder add task=\(site)-166 reminded-on=2021-06-02 matter=催"
        + " replied-on=2021-06-02 reply=复",
      "plan document set \(site)-24 issued-on=2014-04-25 file=条例.pdf",
      "plan recurrence set \(site)-161 until=2025-12-31 document-no=ｗ３号 level=township",
      "plan fulfilment set \(site)-229 file=通知.docx",
      "plan task set \(site)-172 supervisor=李四 document-no=ｗ４号",
      "clinics checklist add item=通风 kind=villageClinic standard=有 document-no=ｗ２号",
      "clinics course set \(site)-1 list-complete=yes",
      "clinics finding set \(site)-173 reporter=群众",
      "clinics project advance \(site)-83 rectifying relapsed-on=2021-06-20",
      "clinics project advance \(site)-93 removed removed-on=2021-06-21 document-no=ｗ１号",
      "clinics studio advance \(site)-165 reviewed --on 2021-06-01",
      "clinics studio advance \(site)-165 opened opened-on=2021-06-22",
      "workforce hire set \(site)-247 confirmed-on=2021-08-30",
      "workforce hire set \(site)-345 left-on=2021-09-30",
      "workforce post add code=W9 hospital=341802009801 employer=341802 year=2021 title=护士"
        + " category=nursing openings=1 approved-on=2021-03-01",
      "workforce post advance W9 cancelled cancelled-on=2021-06-28 document-no=ｗ１号",
      "workforce staff set \(site)-347 seconded-to=341802 until=2021-06-30",
      "workforce trainee advance \(site)-381 graduated graduated-on=2021-06-25",
      "workforce trainee advance \(site)-381 posted posted-on=2021-06-28 posted-to=341802001",
      "workforce trainee advance \(site)-407 withdrawn left-on=2021-06-20",
      "workforce trainee set \(site)-407 left-reason=病 refund=1000 penalty=10 repaid=5",
      "workforce establishment add unit=341802009801 category=general kind=institution approved=3"
        + " effective-on=2021-06-01 document-no=ｗ５号",
      "people person import p.csv", "close 2021-05 --reissue 再",
    ].map { $0.split(separator: " ").map(String.init) } + ReadinessSample.commands(site)
  }
}
