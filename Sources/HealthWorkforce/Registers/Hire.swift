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
    Field("hired-on", \.hiredOn, zh: "聘用日期", en: "Hired on", [.required]),
    Field("probation-until", \.probationUntil, zh: "试用期至", en: "Probation until"),
    Field("left-on", \.leftOn, zh: "离岗日期", en: "Left on"),
    Field("confirmed-on", \.confirmedOn, zh: "转正日期", en: "Confirmed on", since: 2),
  ]

  static let measures: [Measure<Hire>] = [
    Measure(
      "workforce.hired",
      reading: { hire, _, others in
        guard let hiredOn = hire.hiredOn, let post = try others.record(hire.post) else { return [] }
        let unit = post.hospital?.id
        var postings = [Posting(1, on: hiredOn, year: post.year, unit: unit)]
        // Who leaves within probation opens the post again.
        if let leftOn = hire.leftOn, let end = hire.endOfProbation, leftOn <= end {
          postings.append(Posting(-1, on: leftOn, year: post.year, unit: unit))
        }
        return postings
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

  /// A hire from before there were rules has what the first of them says.
  var endOfProbation: Day? {
    probationUntil ?? hiredOn.flatMap { Rule.probation.end(after: $0) }
  }

  /// On the day of leaving no longer.
  func isInPost(on day: Day) -> Bool {
    guard let hiredOn, hiredOn <= day else { return false }
    return leftOn.map { day < $0 } ?? true
  }

  func problems(_ id: RecordID, _ others: any RecordReader) throws -> [Text] {
    var problems =
      misordered(\.hiredOn, \.leftOn) + misordered(\.hiredOn, \.probationUntil)
      + misordered(\.hiredOn, \.confirmedOn)
    guard let reference = post, let post = try others.record(reference) else { return problems }
    let hires = try others.records(Hire.self, where: \.post, is: reference.datum)
      .filter { $0.id != id }.map(\.record)
    guard let over = post.overfilled(by: hires + [self], where: { isInPost(on: $0) }) else {
      return problems
    }
    if let cancelled = post.moves.days(into: .cancelled).first, cancelled <= over.day {
      problems.append(
        Text(
          "该岗位已于 \(cancelled) 取消，此后不能有人在岗。请改选岗位或登记离岗日期。",
          "The post was cancelled on \(cancelled), so nobody can be in it from then on. "
            + "Choose another post or record the day of leaving."))
    } else {
      problems.append(
        Text(
          "该岗位核准 \(over.places) 人，已聘 \(over.people - 1) 人在岗。请先登记离岗或核增名额。",
          "Openings of this post: \(over.places); people in it: \(over.people - 1). "
            + "Record who left, or add openings, first."))
    }
    return problems
  }
}
