internal import Registers
internal import TargetEngine
internal import WorkPlan

/// 招聘岗位: approved posts of hospitals; a later round of recruitment is on the same post, so that
/// the denominator does not move. Source: `registers.md`, "workforce".
struct Post: Register {
  static let name = RegisterName("workforce", "post", zh: "招聘岗位", en: "Recruitment post")

  var code = ""
  var hospital: UnitReference?
  var employer: UnitReference?
  var year: Int?
  var title = ""
  var category: Category?
  var openings = Dated()
  var documentNo = ""
  var approvedOn: Day?
  var announcedOn: Day?
  var round = 1
  var applied: Int?
  var qualified: Int?
  var examined: Int?
  var publicityFrom: Day?
  var publicityTo: Day?
  var cancelledOn: Day?
  var moves = Moves<Stage>()

  static let fields: [Field<Post>] = [
    Field("code", \.code, zh: "岗位代码", en: "Post code", [.required, .key]),
    Field(
      "hospital", \.hospital, zh: "用人单位", en: "Hospital", [.required, .place],
      units: [.hospital, .clinic]),
    Field("employer", \.employer, zh: "编制所在单位", en: "Employer"),
    Field("year", \.year, zh: "计划年度", en: "Plan year", [.required, .year]),
    Field("title", \.title, zh: "岗位名称", en: "Post title", [.required]),
    Field("category", \.category, zh: "岗位类别", en: "Category"),
    Field("openings", \.openings, zh: "核准人数", en: "Openings", [.required]),
    .documentNo(\.documentNo),
    Field("approved-on", \.approvedOn, zh: "审批日期", en: "Approved on", [.valuesStart]),
    Field("announced-on", \.announcedOn, zh: "公告日期", en: "Announced on"),
    Field("round", \.round, zh: "招聘轮次", en: "Round"),
    Field("applied", \.applied, zh: "报名人数", en: "Applicants"),
    Field("qualified", \.qualified, zh: "资格审查合格人数", en: "Qualified applicants"),
    Field("examined", \.examined, zh: "参加考试人数", en: "Examined applicants"),
    Field("publicity-from", \.publicityFrom, zh: "公示开始日期", en: "Publicity from"),
    Field("publicity-to", \.publicityTo, zh: "公示结束日期", en: "Publicity to"),
    Field("cancelled-on", \.cancelledOn, zh: "取消日期", en: "Cancelled on"),
  ]

  static let marks: [Mark<Post>] = [
    Mark(.approved, \.approvedOn), Mark(.announced, \.announcedOn),
    Mark(.publicised, \.publicityFrom), Mark(.cancelled, \.cancelledOn),
  ]

  /// A list may pass over the approval of a post, but not over the day from which its openings count.
  static let needs: [Need<Post>] =
    [Need(.cancelled, \.documentNo)]
    + [.announced, .selecting, .publicised, .closed].map { Need($0, \.approvedOn) }

  static let limits: [Limit<Post>] = [
    .range(\.round, 1...), .part(\.qualified, of: \.applied), .part(\.examined, of: \.qualified),
    .order(\.publicityFrom, \.publicityTo),
  ]

  static let rules: [GroupRule<Post>] = [
    // Asked when it is announced again, on that day: a cancellation on the same day is another matter.
    GroupRule(each: { id, post, others in
      guard let day = post.moves.days(from: .closed, into: .announced).last else { return [] }
      let places = post.openings(on: day)
      let people = try others.records(Hire.self, where: \.post, is: .record(id))
        .count { $0.record.isInPost(on: day) }
      if people < places { return [] }
      return [
        Problem(
          \Post.announcedOn,
          zh: "\(day) 该岗位核准 \(places) 人，已聘 \(people) 人在岗，没有空缺。有空缺的岗位才能再次公告。",
          en: "On \(day) this post has \(places) openings and \(people) people in it. Only a post "
            + "with a vacancy can be announced again.",
          from: day, until: day.adding(days: 1), of: id)
      ]
    })
  ]

  static let defaults: [Default<Post>] = [
    // The first day of publicity counts.
    Default(\.publicityTo) { post, others in
      try post.publicityFrom.flatMap { try others.end(of: .publicity, after: $0.adding(days: -1)) }
    }
  ]

  static let measures: [Measure<Post>] = [
    Measure(.postsApproved) { post in
      guard let approved = post.moves.days(into: .approved).first else { return [] }
      var level: Int64 = 0
      return ([approved] + post.daysOfChange.filter { $0 > approved }).compactMap { day in
        let places = post.places(on: day)
        defer { level = places }
        return places == level ? nil : Posting(places - level, on: day, year: post.year)
      }
    }
  ]

  /// The openings in force on a day: those first set count from the beginning, none once the post
  /// is cancelled.
  func places(on day: Day) -> Int64 {
    if let cancelled = moves.days(into: .cancelled).first, cancelled <= day { return 0 }
    return openings(on: day)
  }

  private func openings(on day: Day) -> Int64 {
    max(0, openings.value(on: day) ?? openings.steps.first?.value ?? 0)
  }

  /// The days on which the number of places changes.
  var daysOfChange: [Day] {
    (openings.steps.map(\.from) + moves.days(into: .cancelled)).sorted()
  }

  /// Whether it has come as far as its approval.
  var isApproved: Bool { moves.all.contains { ![.drafted, .cancelled].contains($0.stage) } }

  /// That more people are in it than it has places.
  func overfilled(by people: Int64, on day: Day) -> (zh: String, en: String) {
    if let cancelled = moves.days(into: .cancelled).first, cancelled <= day {
      return (
        "该岗位已于 \(cancelled) 取消，此后不能有人在岗。请改选岗位或登记离岗日期。",
        "The post was cancelled on \(cancelled), so nobody can be in it from then on. Choose another "
          + "post or record the day of leaving."
      )
    }
    return (
      "\(day) 起该岗位核准 \(places(on: day)) 人，而有 \(people) 人在岗。请先登记离岗，或核增、改正核准人数。",
      "From \(day) this post has \(places(on: day)) openings, but \(people) people are in it. Record "
        + "who left first, or add or correct the openings."
    )
  }

  enum Category: String, ChoiceValue {
    case clinical, nursing, publicHealth, traditional, pharmacy, technology, other

    var title: Text {
      switch self {
      case .clinical: Text("临床", "Clinical")
      case .nursing: Text("护理", "Nursing")
      case .publicHealth: Text("公共卫生", "Public health")
      case .traditional: Text("中医", "Chinese medicine")
      case .pharmacy: Text("药学", "Pharmacy")
      case .technology: Text("医技", "Medical technology")
      case .other: Text("其他", "Other")
      }
    }
  }

  enum Stage: String, Lifecycle {
    case drafted, approved, announced, selecting, publicised, closed, cancelled

    var entry: StageEntry<Stage> {
      switch self {
      case .drafted: StageEntry("申报", "Drafted", to: .approved, .cancelled)
      case .approved: StageEntry("审批", "Approved", to: .announced, .cancelled)
      case .announced: StageEntry("公告", "Announced", to: .selecting, .cancelled)
      case .selecting: StageEntry("考录", "Selecting", to: .publicised, .cancelled)
      case .publicised: StageEntry("公示", "Publicised", to: .closed, .cancelled)
      case .closed: StageEntry("招聘结束", "Closed", to: .announced)
      case .cancelled: StageEntry("取消", "Cancelled")
      }
    }
  }
}
