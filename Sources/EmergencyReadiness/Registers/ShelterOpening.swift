internal import Registers
internal import TargetEngine

/// 场所启用: when a shelter was open for people. Source: `emergency.md`, 8.
struct ShelterOpening: Register {
  static let name = RegisterName(
    "emergency", "shelter-opening", zh: "场所启用", en: "Opening of a shelter")

  var shelter: Reference<Shelter>?
  var openedAt: Moment?
  /// From then on nobody is in it.
  var closedAt: Moment?
  var manager = ""
  var phone = ""
  var moves = Moves<Listed>()

  static let fields: [Field<ShelterOpening>] = [
    Field("shelter", \.shelter, zh: "避难场所", en: "Shelter", [.required, .key, .place]),
    Field("opened-at", \.openedAt, zh: "启用时间", en: "Opened at", [.required, .key]),
    Field("closed-at", \.closedAt, zh: "关闭时间", en: "Closed at"),
    Field("manager", \.manager, zh: "现场负责人", en: "Manager"),
    Field("phone", \.phone, zh: "联系电话", en: "Work phone"),
  ]

  func problems() -> [Problem] {
    guard let openedAt, let closedAt, closedAt < openedAt else { return [] }
    return [
      Problem(
        \ShelterOpening.closedAt, zh: "“关闭时间”（\(closedAt)）早于“启用时间”（\(openedAt)），应在其后。",
        en: "“Closed at” (\(closedAt)) is before “Opened at” (\(openedAt)); it must be later.")
    ]
  }

  static let rules: [GroupRule<ShelterOpening>] = [
    GroupRule(by: \.shelter) { openings, _ in
      let sorted = openings.compactMap { id, opening in
        opening.openedAt.map { (id: id, at: $0, until: opening.closedAt) }
      }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
      return zip(sorted, sorted.dropFirst()).compactMap { opening, next in
        if let until = opening.until, until <= next.at { return nil }
        return Problem(
          \ShelterOpening.openedAt,
          zh: "该场所 \(opening.at) 已经启用，到 \(next.at) 还没有关闭。请先登记上一次的关闭时间，或改正启用时间。",
          en:
            "The shelter was opened at \(opening.at) and was still open at \(next.at). Record when it was "
            + "closed first, or correct when it was opened.",
          from: next.at.day, until: opening.until?.day.adding(days: 1), of: next.id)
      }
    }
  ]

  static let groups: [GroupMeasure<ShelterOpening>] = [
    GroupMeasure(.sheltersOpen, by: \.shelter) { openings, others in
      var spans = Spans()
      for opening in openings {
        spans.add(from: opening.openedAt?.day, until: opening.closedAt?.day)
      }
      let unit = try openings[0].shelter.flatMap { try others.place(of: $0.id) }
      return try spans.coverage.map { Posting($0.amount, on: $0.day, unit: unit) }
    }
  ]
}
