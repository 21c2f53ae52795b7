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
    GroupRule(by: \.opening) { entries, _ in try Occupancy(entries).shortfalls },
    GroupRule(by: \.opening) { entries, others in
      guard let opening = try others.record(entries[0].record.opening) else { return [] }
      return try Occupancy(entries).problems(outside: opening)
    },
  ]
}
