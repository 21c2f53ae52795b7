internal import Registers
internal import TargetEngine

/// 救援队伍: rescue teams with their head counts, which hold until all members are listed. Source:
/// `emergency.md`, 7.
struct Team: Register {
  static let name = RegisterName("emergency", "team", zh: "救援队伍", en: "Rescue team")

  var name = ""
  var kind: Kind?
  var unit: UnitReference?
  var leader = ""
  var phone = ""
  var headcount = Dated()
  var equipment = ""
  var inspectedOn: Day?
  var station = ""
  var foundedOn: Day?
  var dissolvedOn: Day?
  var listComplete: Bool?
  var moves = Moves<Listed>()

  static let fields: [Field<Team>] = [
    Field("name", \.name, zh: "队伍名称", en: "Team name", [.required, .key]),
    Field("kind", \.kind, zh: "队伍类型", en: "Kind"),
    Field("unit", \.unit, zh: "组建单位", en: "Unit", [.required, .key, .place]),
    Field("leader", \.leader, zh: "队长", en: "Leader"),
    Field("phone", \.phone, zh: "联系电话", en: "Work phone"),
    Field("headcount", \.headcount, zh: "队员人数", en: "Head count", [.required]),
    Field("equipment", \.equipment, zh: "主要装备", en: "Main equipment"),
    Field("inspected-on", \.inspectedOn, zh: "检查日期", en: "Inspected on"),
    Field("station", \.station, zh: "驻地", en: "Station"),
    Field("founded-on", \.foundedOn, zh: "组建日期", en: "Founded on", [.start]),
    Field("dissolved-on", \.dissolvedOn, zh: "撤销日期", en: "Dissolved on"),
    Field("list-complete", \.listComplete, zh: "名单齐全", en: "List complete"),
  ]

  static let limits: [Limit<Team>] = [
    .order(\.foundedOn, \.dissolvedOn), .past(\.inspectedOn),
  ]

  static let measures: [Measure<Team>] = [
    Measure(.teams) { team in try team.days.coverage },
    // Once the list is whole, everybody on it counts by name.
    Measure(.teamMembers) { team in
      team.isListed ? [] : try team.days.coverage(of: team.headcount)
    },
  ]

  static let roster: Roster<Team>? = Roster(of: Member.self, by: \.team, whole: \.listComplete) {
    team, members in
    let people = Set(members.filter { $0.leftOn == nil }.compactMap(\.person))
    // A level is of no one day.
    return RosterNumbers(
      day: nil, indicator: .teamMembers, isByList: team.isListed,
      parts: [
        RosterNumbers.Part(
          "members", zh: "队员", en: "members", team.headcount.latest.flatMap { Int(exactly: $0) },
          people.count)
      ])
  }

  /// Whether its members count by name and its head count does not: only where the list was declared whole, since
  /// members who left stay on it.
  var isListed: Bool { listComplete == true }

  /// The day since which it is there: when it was founded, else when its head count was first told.
  var startsOn: Day? { foundedOn ?? headcount.steps.first?.from }

  private var days: Spans {
    var spans = Spans()
    spans.add(from: startsOn, until: dissolvedOn)
    return spans
  }

  enum Kind: String, ChoiceValue {
    case comprehensive, backbone, professional, grassroots, expert, volunteer

    var title: Text {
      switch self {
      case .comprehensive: Text("综合性队伍", "Comprehensive")
      case .backbone: Text("骨干队伍", "Backbone")
      case .professional: Text("专业队伍", "Professional")
      case .grassroots: Text("基层队伍", "Grassroots")
      case .expert: Text("专家队伍", "Experts")
      case .volunteer: Text("志愿者队伍", "Volunteers")
      }
    }
  }
}
