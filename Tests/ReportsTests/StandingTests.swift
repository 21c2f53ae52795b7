import TargetEngine
import Testing

@testable import Reports

/// Stages and things due on the dashboard.
@Suite struct StandingTests {
  private func dashboard(_ language: Language, items: Bool = true) -> Dashboard {
    var punctuality = Punctuality()
    let (start, today) = (DashboardSample.day.adding(days: -180), DashboardSample.day)
    for (offset, done) in [(-10, -12), (-5, -1), (-3, nil), (5, nil)] as [(Int, Int?)] {
      punctuality.add(
        Occurrence(
          due: today.adding(days: offset), done: done.map { today.adding(days: $0) }),
        from: start, on: today, through: today.adding(days: 30))
    }
    var dashboard = DashboardSample.make(language)
    if !items { dashboard.items = [] }
    dashboard.standings = [
      Standing(
        module: "clinics",
        registers: [
          Standing.Stages(
            register: "clinics.project", title: Text("标准化建设项目", "Standardisation project"),
            counts: [
              ("planned", Text("拟建", "Planned"), 5), ("rectifying", Text("整改中", "Rectifying"), 34),
              ("accepted", Text("达标", "Accepted"), 40), ("removed", Text("调出", "Removed"), 120),
            ])
        ], punctuality: punctuality),
      Standing(module: "plan", punctuality: punctuality),
    ]
    return dashboard
  }

  private func lines(_ dashboard: Dashboard, _ width: Int, _ language: Language) -> [String] {
    dashboard.screen(width: width, color: false, language: language) { $0 }
      .split(separator: "\n").map(String.init)
  }

  @Test("a line for each register, one for what is due, under the module's heading")
  func standing() {
    let lines = lines(dashboard(.zh, items: false), 80, .zh)
    let first = lines.firstIndex { $0.hasPrefix("clinics ") } ?? 0
    #expect(
      Array(lines[(first + 1)...].prefix(2)) == [
        "标准化建设项目：拟建 5 · 整改中 34 · 达标 40 · 调出 120",
        "应办事项：待办 1 · ■ 逾期未办 1 · 按时率 33%（1/3）",
      ])
    // A module without indicators has its place after the others.
    #expect(lines.contains { $0.hasPrefix("plan ") })
  }

  @Test("no line is wider than the terminal, no count is parted from its word")
  func width() {
    for language in Language.allCases {
      for width in 60...130 {
        let lines = lines(dashboard(language), width, language)
        for line in lines { #expect(line.displayWidth <= width, "\(width): \(line)") }
        let accepted = Text("达标 40", "Accepted 40")(language)
        #expect(lines.contains { $0.contains(accepted) })
      }
    }
  }

  @Test("what was never due says nothing")
  func empty() {
    #expect(Standing(module: "plan").isEmpty)
    #expect(Standing(module: "plan").lines(.zh, decimals: 0).isEmpty)
    let notes = dashboard(.en).table(.en).notes
    #expect(
      notes.last == "plan: Due Open 1, ■ Missed 1, on time 33% (1/3)")
  }
}
