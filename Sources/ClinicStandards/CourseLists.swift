internal import Registers
internal import TargetEngine

extension Question {
  /// The courses that have begun, with their own numbers beside those of their lists, and which of
  /// the two count.
  static let courseLists = Question("course-lists", zh: "培训名单", en: "Lists of courses") {
    scope, others in
    let participants = Dictionary(
      grouping: try others.records(Participant.self, below: scope.unit).map(\.record)
        .filter(\.attended)
    ) { $0.course?.id }
    let courses = try others.records(Course.self, below: scope.unit).filter { _, course in
      course.startedOn.map { $0 <= scope.day } ?? true
    }
    let rows = courses.map { id, course in
      let list = participants[id] ?? []
      return (id: id, course: course, list: list, counts: course.counts(byListOf: list.count))
    }
    let waiting = rows.count { !$0.counts && !$0.list.isEmpty }
    return Answer(
      columns: [
        Answer.Column("course", zh: "记录号", en: "Course", .record),
        Answer.Column("title", zh: "培训班名称", en: "Course title", .text),
        Answer.Column("attending", zh: "参训人数", en: "Attending", .int),
        Answer.Column("listed", zh: "名单人数", en: "Listed", .int),
        Answer.Column("qualified", zh: "合格人数", en: "Qualified", .int),
        Answer.Column("listed-qualified", zh: "名单合格", en: "Listed as qualified", .int),
        Answer.Column("by-list", zh: "按名单计", en: "Counts by list", .bool),
      ],
      rows: rows.map { row in
        [
          .record(row.id), .text(row.course.title), row.course.attending.datum,
          .int(Int64(row.list.count)), row.course.qualified.datum,
          .int(Int64(row.list.count { $0.result == .qualified })), .bool(row.counts),
        ]
      },
      notes: waiting == 0
        ? []
        : [
          Text(
            "\(waiting) 个班的名单少于参训人数，仍按人数计；名单已齐的，请填“名单齐全=是”。",
            "Lists shorter than the number attending: \(waiting). These courses count by their numbers "
              + "until list-complete=yes is set.")
        ])
  }
}
