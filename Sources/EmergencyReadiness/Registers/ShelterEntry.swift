internal import Registers
internal import TargetEngine

/// 安置登记: how many people came into an open shelter or, below 0, left it. Source: `emergency.md`, 8.
struct ShelterEntry: Register {
  static let name = RegisterName("emergency", "shelter-entry", zh: "安置登记", en: "Shelter entry")

  var opening: Reference<ShelterOpening>?
  var at: Moment?
  var people: Int?
  var moves = Moves<Listed>()

  static let fields: [Field<ShelterEntry>] = [
    Field("opening", \.opening, zh: "启用记录", en: "Opening", [.required, .key, .place]),
    Field("at", \.at, zh: "时间", en: "At", [.required, .key]),
    Field("people", \.people, zh: "人数", en: "People", [.required]),
  ]

  static let limits: [Limit<ShelterEntry>] = [.signed(\.people)]

  static let measures: [Measure<ShelterEntry>] = [
    Measure(.sheltered) { entry in
      guard let people = entry.people, people != 0 else { return [] }
      return .once(on: entry.at?.day, Int64(people))
    }
  ]

  static let rules: [GroupRule<ShelterEntry>] = [
    GroupRule(by: \.opening) { entries, _ in
      try occupancy(entries).shortfalls.map { shortfall in
        let level = shortfall.level
        return Problem(
          \ShelterEntry.people,
          zh: "\(level.at) 场所内人数成了 \(level.people) 人。请核对离开的人数，或补登此前进入的人数。",
          en:
            "At \(level.at) there would be \(level.people) people in the shelter. Check how many left, or "
            + "record who came before.",
          by: level.people == .min ? .max : -level.people, from: shortfall.from,
          until: shortfall.until, of: level.id)
      }
    },
    GroupRule(by: \.opening) { entries, others in
      guard let opening = try others.record(entries[0].record.opening) else { return [] }
      let occupancy = try occupancy(entries)
      return outside(opening, occupancy.levels) + left(opening, occupancy)
    },
  ]

  private static func occupancy(
    _ entries: GroupRule<ShelterEntry>.Members
  ) throws(OverflowFault) -> Occupancy {
    try Occupancy(
      entries.compactMap { id, entry in
        entry.at.map { Occupancy.Level(id: id, at: $0, people: Int64(entry.people ?? 0)) }
      })
  }

  /// Entries before the shelter was opened or after it was closed.
  private static func outside(
    _ opening: ShelterOpening, _ levels: [Occupancy.Level]
  ) -> [Problem] {
    levels.compactMap { level in
      if let openedAt = opening.openedAt, level.at < openedAt {
        return Problem(
          \ShelterEntry.at, zh: "登记时间（\(level.at)）早于场所启用时间（\(openedAt)）。请核对时间。",
          en:
            "The entry is of \(level.at), before the shelter was opened at \(openedAt). Check the time.",
          of: level.id)
      }
      if let closedAt = opening.closedAt, level.at > closedAt {
        return Problem(
          \ShelterEntry.at, zh: "登记时间（\(level.at)）晚于场所关闭时间（\(closedAt)）。请核对时间。",
          en:
            "The entry is of \(level.at), after the shelter was closed at \(closedAt). Check the time.",
          of: level.id)
      }
      return nil
    }
  }

  /// People who were in the shelter when it was closed.
  private static func left(_ opening: ShelterOpening, _ occupancy: Occupancy) -> [Problem] {
    guard let closedAt = opening.closedAt, let last = occupancy.last(at: closedAt), last.people > 0
    else { return [] }
    return [
      Problem(
        \ShelterEntry.opening,
        zh: "场所 \(closedAt) 关闭时还有 \(last.people) 人。请先登记他们离开，再登记关闭。",
        en:
          "When the shelter was closed at \(closedAt), \(last.people) people were in it. Record that they "
          + "left first.", by: last.people, from: closedAt.day, of: last.id)
    ]
  }
}
