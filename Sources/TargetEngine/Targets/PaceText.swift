extension Pace: CustomStringConvertible {
  /// `linear`, `deadline`, `planned` or `03-31:20%;06-30:70%`, as files and the database write it;
  /// `planned 3/8` with the counts that a closing freezes.
  public var description: String {
    switch self {
    case .linear: "linear"
    case .deadline: "deadline"
    case .planned(nil): "planned"
    case .planned(let share?): "planned \(share.untilDay)/\(share.inYear)"
    case .milestones(let milestones): milestones.map(\.description).joined(separator: ";")
    }
  }

  /// The pace as lists show it.
  public func title(_ language: Language) -> String {
    switch self {
    case .linear: Text("序时", "linear")(language)
    case .deadline: Text("到期", "deadline")(language)
    case .planned: Text("计划进度", "planned")(language)
    case .milestones: description
    }
  }

  /// Reads what `description` writes, 序时, 到期 and 计划进度, with half- or full-width marks. Nil for
  /// anything else; whether the days fit a year is the target's question.
  public init?(_ text: some StringProtocol) {
    let plain = String(text.filter { $0 != " " })
    switch plain {
    case "linear", "序时": self = .linear
    case "deadline", "到期": self = .deadline
    case "planned", "计划进度": self = .planned(nil)
    case _ where plain.hasPrefix("planned"):
      let counts = plain.dropFirst("planned".count).split(separator: "/").map { Int64($0) }
      guard counts.count == 2, let untilDay = counts[0], let inYear = counts[1] else { return nil }
      self = .planned(PlannedShare(untilDay: untilDay, inYear: inYear))
    default:
      let parts = plain.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0 == "；" })
      let milestones = parts.compactMap { Milestone(String($0)) }
      guard milestones.count == parts.count else { return nil }
      self = .milestones(milestones)
    }
  }
}

extension Pace.Milestone: CustomStringConvertible {
  public var description: String {
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(two(month))-\(two(day)):\(Decimal(share, places: 2).shortest)%"
  }

  init?(_ text: some StringProtocol) {
    let halves = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "：" })
    guard halves.count == 2,
      // A leap year accepts every day that any year has; the target checks its own year.
      let date = Day("2000-\(halves[0])"),
      let share = try? Amount.parse(
        halves[1].last == "%" || halves[1].last == "％" ? halves[1].dropLast() : halves[1],
        decimals: 2),
      (0...10_000).contains(share)
    else { return nil }
    self.init(month: date.monthOfYear, day: date.dayOfMonth, share: share)
  }
}
