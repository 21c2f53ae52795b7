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
    ].map { $0.split(separator: " ").map(String.init) } + emergency(site)
  }

  /// The same of the registers of emergency management, which the sample has none of.
  private static func emergency(_ site: String) -> [[String]] {
    let opening = "中学/341802001/2021-06-10T18:00"
    return [
      "equipment add unit=341802001 name=终端 inspected-on=2021-06-01 state=ok",
      "dispatch add unit=341802001 cycle=weekly due=2021-06-06 answered-at=2021-06-06T09:00"
        + " result=online means=video answered-by=王 leader-present=yes document-no=ｗ６号",
      "risk-source add name=水库 unit=341802001 kind=reservoir grade=1 site=东 owner=李 phone=05632"
        + " threatened=30 updated-on=2021-06-01 removed-on=2021-07-01",
      "hazard add title=渗漏 unit=341802001 kind=fire grade=1 site=东 found-on=2021-05-01 due=2021-06-01"
        + " owner=李 mitigated-on=2021-05-20 source-ref=水库/341802001 stage=inspected"
        + " accepted-on=2021-05-21",
      "team add name=一队 unit=341802001 kind=backbone leader=王 phone=05633 headcount=30 equipment=艇"
        + " inspected-on=2021-06-01 station=东 founded-on=2020-01-01 dissolved-on=2021-07-01"
        + " list-complete=yes",
      "member add team=一队/341802001 person=\(site)-246 joined-on=2021-01-01 left-on=2021-06-30"
        + " certificate=救生 certificate-until=2022-01-01",
      "shelter add name=中学 unit=341802001 kind=point grade=township capacity=500 area=900"
        + " inspected-on=2021-06-01 state=available space=indoor duration=short keeper=赵 phone=05634"
        + " address=东街1号 built-on=2020-01-01",
      "shelter-opening add shelter=中学/341802001 opened-at=2021-06-10T18:00 manager=王 phone=05635",
      "shelter-entry add opening=\(opening) at=2021-06-10T19:00 people=30",
      "shelter-entry add opening=\(opening) at=2021-06-11T08:00 people=-30",
      "shelter-opening set \(opening) closed-at=2021-06-11T09:00",
      "outreach add title=宣传 kind=publicity unit=341802001 held-on=2021-05-12 ended-on=2021-05-13"
        + " audience=居民 attendance=200 materials=500",
      "damage add unit=341802001 item=变电所 kind=power reported-at=2021-06-10T06:00 loss=1000"
        + " affected=300 restored-on=2021-06-12 owner=供电所 due=2021-06-13",
      "donation add receiver=341802 receipt-no=001 donor=某公司 on=2021-06-10 cash=500 goods=水"
        + " goods-value=100 directed=修缮 anonymous=no published-on=2021-06-12",
      "donation-use add donation=341802/001 on=2021-06-15 money=200 goods=水 purpose=大米"
        + " to-unit=341802001 published-on=2021-06-16 reason=同意",
    ].map { ["emergency"] + $0.split(separator: " ").map(String.init) }
  }
}
