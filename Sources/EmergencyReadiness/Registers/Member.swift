internal import People
internal import Registers
internal import TargetEngine

/// 队员: who is in which rescue team. A person counts once, in however many teams. Source: `emergency.md`, 7.
struct Member: Register {
  static let name = RegisterName("emergency", "member", zh: "队员", en: "Team member")

  var team: Reference<Team>?
  var person: Reference<Person>?
  var joinedOn: Day?
  var leftOn: Day?
  var certificate = ""
  var certificateUntil: Day?
  var moves = Moves<Listed>()

  static let fields: [Field<Member>] = [
    Field("team", \.team, zh: "队伍", en: "Team", [.required, .key, .place, .drives]),
    Field("person", \.person, zh: "人员", en: "Person", [.required, .key]),
    Field("joined-on", \.joinedOn, zh: "入队日期", en: "Joined on", [.required, .key, .start]),
    Field("left-on", \.leftOn, zh: "离队日期", en: "Left on"),
    Field("certificate", \.certificate, zh: "证书", en: "Certificate"),
    Field("certificate-until", \.certificateUntil, zh: "证书有效期至", en: "Certificate until"),
  ]

  static let limits: [Limit<Member>] = [.order(\.joinedOn, \.leftOn)]

  static let groups: [GroupMeasure<Member>] = [
    GroupMeasure(.teamMembers, by: \.person) { memberships, others in
      let stays = try memberships.compactMap { try $0.stay(others) }.sorted { $0.from < $1.from }
      var postings: [Posting] = []
      var end: Day?
      for stay in stays {
        let from = max(stay.from, end ?? stay.from)
        if let until = stay.until, until <= from { continue }
        postings.append(Posting(1, on: from, unit: stay.unit))
        guard let until = stay.until else { break }
        postings.append(Posting(-1, on: until, unit: stay.unit))
        end = until
      }
      return postings
    }
  ]

  static let obligations: [Obligation<Member>] = [
    Obligation("certify", zh: "队员证书换证", en: "Renewal of certificate", isRated: false) {
      member, _, scope, _ in
      if let left = member.leftOn, left <= scope.day { return [] }
      return member.certificateUntil.map { [Duty(Occurrence(due: $0))] } ?? []
    }
  ]

  /// The days on which the person is in the team, at the team's unit; nil where the team counts by its number.
  private func stay(
    _ others: any RecordReader
  ) throws -> (from: Day, until: Day?, unit: UnitID?)? {
    guard let joinedOn, let team = try others.record(team), team.isListed else { return nil }
    return (
      max(joinedOn, team.startsOn ?? joinedOn),
      [leftOn, team.dissolvedOn].compactMap(\.self).min(),
      team.unit?.id
    )
  }
}
