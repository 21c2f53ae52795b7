internal import People
internal import Registers
internal import TargetEngine

/// 聘用人员: who was hired for which post. Hires belong to the hospital and plan year of their post.
/// Source: `registers.md`, "workforce".
struct Hire: Register {
  static let name = RegisterName("workforce", "hire", zh: "聘用人员", en: "Hire")
  static let version = 2

  var post: Reference<Post>?
  var person: Reference<Person>?
  var hiredOn: Day?
  var probationUntil: Day?
  var leftOn: Day?
  var confirmedOn: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Hire>] = [
    Field("post", \.post, zh: "招聘岗位", en: "Post", [.required, .key, .drives, .place]),
    Field("person", \.person, zh: "聘用人员", en: "Person", [.required, .key]),
    Field("hired-on", \.hiredOn, zh: "聘用日期", en: "Hired on", [.required, .start]),
    Field("probation-until", \.probationUntil, zh: "试用期至", en: "Probation until"),
    Field("left-on", \.leftOn, zh: "离岗日期", en: "Left on"),
    Field("confirmed-on", \.confirmedOn, zh: "转正日期", en: "Confirmed on", since: 2),
  ]

  static let limits: [Limit<Hire>] = [
    .order(\.hiredOn, \.leftOn), .order(\.hiredOn, \.probationUntil),
    .order(\.hiredOn, \.confirmedOn),
  ]

  static let rules: [GroupRule<Hire>] = [
    // Whatever the days: an approval may be told with a later one.
    GroupRule(by: \.post) { hires, others in
      guard let post = try others.record(hires[0].record.post), !post.isApproved else { return [] }
      return [
        Problem(
          \Hire.post, zh: "该岗位尚未审批，不能聘用。请先把岗位推进到“审批”。",
          en: "This post is not approved, so that nobody can be hired for it. Approve it first.",
          by: Int64(hires.count), of: hires.last?.id)
      ]
    },
    GroupRule(by: \.post) { hires, others in
      guard let post = try others.record(hires[0].record.post) else { return [] }
      var people = Spans()
      for (_, hire) in hires { people.add(from: hire.hiredOn, until: hire.leftOn) }
      return try people.stretches(cutAt: post.daysOfChange).compactMap { stretch in
        let places = post.places(on: stretch.from)
        guard stretch.amount > places else { return nil }
        let last = hires.last { $0.record.isInPost(on: stretch.from) }
        let (zh, en) = post.overfilled(by: stretch.amount, on: stretch.from)
        return Problem(
          \Hire.post, zh: zh, en: en, by: stretch.amount - places, from: stretch.from,
          until: stretch.until, of: last?.id)
      }
    },
  ]

  static let measures: [Measure<Hire>] = [
    Measure(
      .hired,
      reading: { hire, _, others in
        guard hire.hiredOn != nil, let post = try others.record(hire.post) else { return [] }
        let (year, unit) = (post.year, post.hospital?.id)
        return .once(on: hire.hiredOn, year: year, unit: unit)
          + .once(on: hire.reopensOn, -1, year: year, unit: unit)
      })
  ]

  static let defaults: [Default<Hire>] = [
    Default(\.probationUntil) { hire, others in
      try hire.hiredOn.flatMap { try others.end(of: .probation, after: $0) }
    }
  ]

  static let obligations: [Obligation<Hire>] = [
    Obligation(
      "confirm", zh: "试用期满考核", en: "End of probation", due: \.probationUntil,
      done: [\.confirmedOn], arises: \Hire.hiredOn, lapses: \Hire.leftOn, since: 2)
  ]

  /// The day of leaving, when that is within probation, so that the post is open again. A hire from
  /// before there were rules has what the first of them says.
  private var reopensOn: Day? {
    let end = probationUntil ?? hiredOn.flatMap { Rule.probation.end(after: $0) }
    return leftOn.flatMap { left in end.flatMap { left <= $0 ? left : nil } }
  }

  /// On the day of leaving no longer.
  func isInPost(on day: Day) -> Bool {
    guard let hiredOn, hiredOn <= day else { return false }
    return leftOn.map { day < $0 } ?? true
  }
}
