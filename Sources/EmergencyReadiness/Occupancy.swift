internal import Registers
internal import TargetEngine

/// How many people are in an open shelter after each entry.
struct Occupancy {
  private struct Level {
    var id: RecordID
    var at: Moment
    /// How many are in it then.
    var people: Int64
  }

  private let levels: [Level]

  init(_ entries: GroupRule<ShelterEntry>.Members) throws(OverflowFault) {
    let sorted = entries.compactMap { id, entry in
      entry.at.map { (id: id, at: $0, people: Int64(entry.people ?? 0)) }
    }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    var people: Int64 = 0
    var levels: [Level] = []
    for entry in sorted {
      people = try people.adding(entry.people)
      levels.append(Level(id: entry.id, at: entry.at, people: people))
    }
    self.levels = levels
  }

  /// Where fewer than nobody are in it: by the least of each day with entries, and until the next one by what is
  /// left at its end.
  var shortfalls: [Problem] {
    let days = Dictionary(grouping: levels, by: \.at.day).sorted { $0.key < $1.key }
    return days.enumerated().flatMap { index, day -> [Problem] in
      let next = days.dropFirst(index + 1).first?.key
      let after = day.key.adding(days: 1)
      guard let least = day.value.min(by: { $0.people < $1.people }), let last = day.value.last
      else { return [] }
      if least.people == last.people { return [shortfall(least, day.key, next)].compactMap(\.self) }
      let rest = next == after ? nil : shortfall(last, after, next)
      return [shortfall(least, day.key, after), rest].compactMap(\.self)
    }
  }

  private func shortfall(_ level: Level, _ from: Day, _ until: Day?) -> Problem? {
    guard level.people < 0 else { return nil }
    return Problem(
      \ShelterEntry.people,
      zh: "\(level.at) 场所内人数成了 \(level.people) 人。请核对离开的人数，或补登此前进入的人数。",
      en:
        "At \(level.at) there would be \(level.people) people in the shelter. Check how many left, or record "
        + "who came before.",
      by: level.people == .min ? .max : -level.people, from: from, until: until, of: level.id)
  }

  /// Entries before the shelter was opened or after it was closed, and people who were in it when it was.
  func problems(outside opening: ShelterOpening) -> [Problem] {
    var problems: [Problem] = []
    for level in levels {
      guard let openedAt = opening.openedAt, level.at < openedAt else { continue }
      problems.append(
        Problem(
          \ShelterEntry.at, zh: "登记时间（\(level.at)）早于场所启用时间（\(openedAt)）。请核对时间。",
          en:
            "The entry is of \(level.at), before the shelter was opened at \(openedAt). Check the time.",
          of: level.id))
    }
    guard let closedAt = opening.closedAt else { return problems }
    problems += levels.filter { $0.at > closedAt }.map { level in
      Problem(
        \ShelterEntry.at, zh: "登记时间（\(level.at)）晚于场所关闭时间（\(closedAt)）。请核对时间。",
        en:
          "The entry is of \(level.at), after the shelter was closed at \(closedAt). Check the time.",
        of: level.id)
    }
    if let last = levels.last(where: { $0.at <= closedAt }), last.people > 0 {
      problems.append(
        Problem(
          \ShelterEntry.opening,
          zh: "场所 \(closedAt) 关闭时还有 \(last.people) 人。请先登记他们离开，再登记关闭。",
          en:
            "When the shelter was closed at \(closedAt), \(last.people) people were in it. Record that they "
            + "left first.", by: last.people, from: closedAt.day, of: last.id))
    }
    return problems
  }
}
