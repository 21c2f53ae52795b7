internal import Registers
internal import TargetEngine

extension Action {
  /// Announces again what the rounds so far have left vacant, on the same posts: the posts approved do
  /// not change. Source: `registers.md`, "`second-round`".
  static let secondRound = Action(
    "second-round", zh: "二轮招聘", en: "Second round", yearOf: .hired,
    columns: [
      Answer.Column("id", zh: "记录号", en: "Record", .record),
      Answer.Column("code", zh: "岗位代码", en: "Code", .text),
      Answer.Column("hospital", zh: "用人单位", en: "Hospital", .unit),
      Answer.Column("title", zh: "岗位名称", en: "Title", .text),
      Answer.Column("openings", zh: "核准人数", en: "Openings", .int),
      Answer.Column("in-post", zh: "在岗", en: "In post", .int),
      Answer.Column("vacant", zh: "空缺", en: "Vacant", .int),
      Answer.Column("round", zh: "已招轮次", en: "Rounds so far", .int),
    ],
    note: {
      if $0 == 0 { return Text("没有空缺的岗位。", "No post has a vacancy.") }
      return Text(
        "共 \($0) 个岗位有空缺，确认后（--yes）当日再次公告。岗位总数不变。",
        "Posts with a vacancy: \($0). With --yes they are announced again as of that day; the number "
          + "of posts approved does not change.")
    }
  ) { scope, others in
    let hires = Dictionary(
      grouping: try others.records(Hire.self, below: scope.unit).map(\.record)
    ) { $0.post?.id }
    return try others.records(Post.self, below: scope.unit).compactMap { id, post in
      let places = post.places(on: scope.day)
      let people = Int64((hires[id] ?? []).count { $0.isInPost(on: scope.day) })
      guard post.year == scope.year, post.stage(on: scope.day) == .closed, people < places else {
        return nil
      }
      return .advance(
        id, post, to: .announced,
        showing: [
          .record(id), .text(post.code), post.hospital.datum, .text(post.title), .int(places),
          .int(people), .int(places - people), .int(Int64(post.round)),
        ]
      ) { $0.round &+= 1 }
    }
  }
}
