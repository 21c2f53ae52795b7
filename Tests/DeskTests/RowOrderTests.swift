import Registers
import Storage
import TargetEngine
import Testing

@testable import Desk

/// "The order of a file's rows never matters": neither which records are made or changed, nor the figures,
/// nor whether the file is taken.
@Suite struct RowOrderTests {
  /// A register whose records may lack a part of their key, and what rows may say of them.
  struct Case: Sendable, CustomTestStringConvertible {
    var register: String
    /// Records that are there before the list.
    var records: [[String]]
    /// What takes a part of the key from some of them, as earlier versions left it.
    var blanking = ""
    var header: String
    var rows: [String]
    var testDescription: String { register }
  }

  static let cases = [
    Case(
      register: "people.person",
      records: [
        ["name=张三"], ["name=李四", "unit=v1"], ["name=李四", "unit=v4"], ["name=王五", "unit=v2"],
      ], blanking: "UPDATE people_person SET unit = NULL WHERE id = 3",
      header: "id,name,unit,sex",
      rows: [
        ",张三,v1,男", ",张三,v2,女", ",张三,,男", ",张三,v3,", "TEST-1,,v4,", "TEST-1,,,女",
        ",李四,v1,女", ",李四,v2,", "TEST-3,李四,v3,", "TEST-2,张三,v1,", "TEST-2,赵六,,", ",王五,v2,男",
        ",王五,,", "TEST-4,王五,v4,", "TEST-4,张三,v2,", ",赵六,v1,", ",赵六,,男", "TEST-4,李四,v1,",
      ]),
    Case(
      register: "workforce.establishment",
      records: [
        ["unit=h1", "kind=institution", "category=general", "approved=7"],
        ["unit=h1", "kind=reference", "category=professional", "approved=2"],
        ["unit=h2", "kind=institution", "category=general", "approved=3"],
      ], blanking: "UPDATE workforce_establishment SET kind = NULL WHERE id <> 3",
      header: "id,unit,kind,category,approved",
      rows: [
        ",h1,institution,general,8", ",h1,reference,general,9", "TEST-1,,administrative,,4",
        ",h1,administrative,professional,5", ",h1,reference,professional,6",
        "TEST-2,h2,institution,,3",
        ",h2,institution,general,1", "TEST-3,h1,reference,general,2", ",h2,reference,general,4",
      ]),
    Case(
      register: "clinics.course",
      records: [
        [
          "title=甲", "audience=other", "organiser=d", "started-on=2021-03-01", "attending=3",
          "qualified=3",
        ]
      ], blanking: "UPDATE clinics_course SET started_on = NULL",
      header: "id,title,audience,organiser,started-on,ended-on,attending,qualified",
      rows: [
        ",甲,other,d,2021-04-01,2021-04-02,5,5", ",甲,other,d,2021-05-01,2021-05-02,6,6",
        "TEST-1,,,,2021-03-01,2021-03-02,4,4", ",乙,other,d,2021-05-01,2021-05-02,1,1",
      ]),
    Case(
      register: "plan.fulfilment",
      records: [["recurrence=一周一调", "unit=d", "done-on=2021-06-04", "matter=甲"]],
      blanking: "UPDATE plan_fulfilment SET matter = NULL, matter_compared = NULL",
      header: "id,recurrence,unit,done-on,matter",
      rows: [
        ",一周一调,d,2021-06-04,甲", ",一周一调,d,2021-06-04,乙", ",一周一调,d,2021-06-04,",
        "TEST-2,,,,丙", ",一周一调,d,2021-06-11,甲",
      ]),
  ]

  private func office(_ list: Case) throws -> RecordFixture {
    let fixture = try RecordFixture()
    if list.register == "plan.fulfilment" {
      try fixture.add(
        "plan.recurrence", "title=一周一调", "unit=d", "cycle=weekly", "first=2021-06-04")
    }
    for record in list.records { try fixture.add(list.register, record) }
    if !list.blanking.isEmpty { try fixture.execute(list.blanking) }
    return fixture
  }

  /// What a list comes to: the records without their numbers, the figures and the receipt; nil when it is
  /// refused.
  private func outcome(_ list: Case, _ rows: [String]) throws -> [String]? {
    let fixture = try office(list)
    let text = ([list.header] + rows).joined(separator: "\n") + "\n"
    do {
      let written = try fixture.imported(list.register, text)
      let shape = try fixture.shape(list.register)
      let known = RecordID(list.records.count + (list.register == "plan.fulfilment" ? 1 : 0))
      let records = try fixture.desk.ledger.records(RecordQuery(), in: shape).map { state in
        var state = state
        if state.id > known { state.id = 0 }
        return "\(state.id) \(state.data)"
      }
      let (count, notices) = (written.result, written.notices)
      return records.sorted() + (try fixture.figures())
        + ["\(count.new) \(count.changed) \(count.unchanged)"]
        + notices.filled.map { "\($0.record) \($0.fields.map(\.name))" }.sorted()
        + notices.renamed.map { "\($0.record) \($0.before) \($0.after)" }.sorted()
    } catch DeskError.faults {
      return nil
    }
  }

  @Test("rows in any order come to the same, or are refused in every order", arguments: cases)
  func orders(list: Case) throws {
    var random = SplitMix(state: 11)
    var taken = 0
    for _ in 0..<16 {
      let rows = Array(
        list.rows.shuffled(using: &random).prefix(.random(in: 2...3, using: &random)))
      let first = try outcome(list, rows)
      taken += first == nil ? 0 : 1
      let orders = rows.count == 2 ? [[1, 0]] : [[1, 0, 2], [2, 1, 0], [1, 2, 0]]
      for order in orders {
        #expect(try outcome(list, order.map { rows[$0] }) == first, "\(rows) \(order)")
      }
    }
    #expect(taken > 1)
  }

  @Test("two rows that may fill the same blank are refused, and both are named")
  func twoFill() throws {
    let list = RowOrderTests.cases[0]
    for rows in [[",张三,v1,", ",张三,v2,"], [",张三,v2,", ",张三,v1,"]] {
      let fixture = try office(list)
      do {
        try fixture.importList(
          list.register, ([list.header] + rows).joined(separator: "\n") + "\n")
        Issue.record("one of two was taken for the record")
      } catch DeskError.faults(let faults) {
        #expect(faults.listed.map(\.place.line) == [3])
        #expect(
          faults.listed.first?.kind
            == .rule(
              .record(.keyChanged(id: "TEST-1", label: "张三", by: RowPlace(file: nil, line: 2)))))
      }
    }
  }

  @Test("a new row takes a key that a row with a number frees, wherever it stands")
  func freedKey() throws {
    let rows = ["TEST-1,c1,2022,", ",c1,2019,9", "TEST-2,c1,2023,"]
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]] {
      let fixture = try RecordFixture()
      for year in ["2019", "2020"] {
        try fixture.add("clinics.project", "facility=c1", "year=\(year)", "budget=5")
      }
      let text = (["id,facility,year,budget"] + order.map { rows[$0] }).joined(separator: "\n")
      let written = try fixture.imported("clinics.project", text)
      #expect(written.result.new == 1 && written.result.changed == 2)
      let shape = try fixture.shape("clinics.project")
      let names = try RecordNames(fixture.desk.ledger, .zh)
      let labels = try fixture.desk.ledger.records(RecordQuery(), in: shape).map {
        "\($0.id) \(try names.label($0, shape))"
      }
      #expect(labels == ["1 unit c1/2022", "2 unit c1/2023", "3 unit c1/2019"])
      _ = try fixture.desk.undo("\(written.head.transaction)", reason: "r")
      #expect(try fixture.desk.record("unit c1/2019", in: shape).id == 1)
      #expect(try fixture.desk.ledger.check().isEmpty)
      _ = try fixture.desk.undo("\(written.head.transaction + 1)", reason: "r")
      #expect(try fixture.desk.record("unit c1/2019", in: shape).id == 3)
      #expect(try fixture.desk.ledger.verify().isEmpty)
    }
  }
}
