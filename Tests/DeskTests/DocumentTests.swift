import Registers
import Reports
import TargetEngine
import Testing

@testable import Desk

/// "Targets, tasks, posts, plans and removals name it as their basis"; what else refers to a record;
/// and numbers told beside lists.
@Suite struct DocumentTests {
  private let number = "卫健办〔2021〕77号"

  private func fixture() throws -> RecordFixture {
    let fixture = try RecordFixture()
    try fixture.add("plan.document", "number=\(number)", "title=通知")
    // Brackets as keyboards give them.
    try fixture.add(
      "plan.task", "title=甲", "owner=t1", "due=2021-06-30", "document-no=卫健办[2021]77号")
    try fixture.add("clinics.project", "facility=c1", "year=2021", "document-no=卫健办（2021）77号")
    var draft = TargetDraft(amount: 0)
    draft.document = "卫健办【2021】77号"
    _ = try fixture.desk.setTarget(
      "clinics.accepted", amount: "79", unit: "d", year: 2021, draft: draft)
    return fixture
  }

  @Test("a document shows what rests on it")
  func basis() throws {
    let fixture = try fixture()
    let shape = try fixture.shape("plan.document")
    let document = try fixture.desk.record(number, in: shape)
    let found = try fixture.desk.referrers(of: document, in: shape)
    #expect(found.records.map(\.shape.id) == ["clinics.project", "plan.task"])
    #expect(found.targets.map(\.target.amount) == [79])
    #expect(found.targets.map(\.unit.code) == ["d"])
  }

  @Test("a record shows what refers to it: a task its reminders, a project its findings")
  func references() throws {
    let fixture = try fixture()
    try fixture.add("plan.reminder", "task=甲", "reminded-on=2021-06-10", "matter=进度")
    try fixture.add("plan.reminder", "task=甲", "reminded-on=2021-06-20", "matter=再催")
    let shape = try fixture.shape("plan.task")
    let task = try fixture.desk.record("甲", in: shape)
    let found = try fixture.desk.referrers(of: task, in: shape)
    #expect(found.records.map(\.shape.id) == ["plan.reminder"])
    #expect(found.records.map(\.count) == [2])
    #expect(found.targets.isEmpty)
    let reminders = try fixture.shape("plan.reminder")
    #expect(try fixture.desk.list(RecordSearch(unit: "t1"), in: reminders).count == 2)
    #expect(try fixture.desk.list(RecordSearch(unit: "t2"), in: reminders).count == 0)
    let by = try #require(reminders.field(named: "by"))
    #expect(found.records[0].states.allSatisfy { $0.data[by] == .text("tester") })
  }

  @Test("a number that no document bears is allowed, and noted with its neighbours")
  func unknown() throws {
    let fixture = try fixture()
    try fixture.add("clinics.project", "facility=c2", "year=2021", "document-no=卫健办〔2021〕78号")
    let names = try fixture.desk.names(in: try fixture.shape("clinics.project"))
    #expect(names.values.first == [number, "卫健办〔2021〕78号"])
    #expect(
      try fixture.desk.unknownNames(names) == [
        UnknownName(
          register: Text("文件", "Document"), text: "卫健办〔2021〕78号", suggestions: [number])
      ])
    let other = try RecordFixture()
    #expect(try other.desk.unknownNames(names).isEmpty, "no register of documents is kept")
  }

  @Test("a finding names an item of the office's checklist, which shows its findings")
  func checklist() throws {
    let fixture = try fixture()
    try fixture.add("clinics.checklist", "item=治疗室与诊室未分开")
    for item in ["治疗室与诊室未分开", "治疗室诊室未分开"] {
      try fixture.add(
        "clinics.finding", "project=c1", "item=\(item)", "found-on=2021-05-10", "due=2021-06-10")
    }
    let names = try fixture.desk.names(in: try fixture.shape("clinics.finding"))
    #expect(
      try fixture.desk.unknownNames(names).map(\.suggestions) == [["治疗室与诊室未分开"]])
    let shape = try fixture.shape("clinics.checklist")
    let item = try fixture.desk.record("治疗室与诊室未分开", in: shape)
    #expect(try fixture.desk.referrers(of: item, in: shape).records.map(\.count) == [1])
  }

  @Test("a task's indicator is found by its name, and must be one")
  func indicator() throws {
    let fixture = try fixture()
    let id = try fixture.add(
      "plan.task", "title=乙", "owner=t1", "due=2021-06-30", "measure=标准化建设达标")
    let shape = try fixture.shape("plan.task")
    let measure = try #require(shape.field(named: "measure"))
    #expect(try fixture.desk.record(id, in: shape).data[measure] == .text("clinics.accepted"))
    #expect(throws: DeskError.self) { try fixture.set("plan.task", id, "measure=没有的指标") }
  }

  @Test("a township's number beside its clinics' lists is told in its report and its district's")
  func countedTwice() throws {
    let fixture = try RecordFixture()
    let notes = { (unit: String) in
      try fixture.desk.monthlyReport(try month("2021-06"), ReportScope(unit: unit)).notes
        .compactMap { note -> [String]? in
          if case .countedTwice(_, let units) = note { units } else { nil }
        }
    }
    let log = { (amount: String, unit: String) in
      _ = try fixture.desk.log(
        "clinics.accepted", amount, unit: unit, on: nil, year: nil, note: "", isLevel: false)
    }
    try log("3", "t1")
    try log("2", "c3")
    #expect(try notes("d").isEmpty, "numbers alone are no lists")
    for place in ["c1", "c4"] {
      try fixture.add(
        "clinics.project", "facility=\(place)", "year=2021", "stage=accepted",
        "assessed-on=2021-05-01", "accepted-on=2021-06-01")
    }
    #expect(try notes("t1") == [["unit t1"]])
    #expect(try notes("d") == [["unit t1"]])
    #expect(try notes("t2").isEmpty, "a village of numbers beside one of lists is no overlap")
    try log("-3", "t1")
    #expect(try notes("d").isEmpty, "taken back, it is no longer counted twice")
    try log("1", "d")
    #expect(try notes("d") == [["unit d"]])
  }
}
