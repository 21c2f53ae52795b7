import People
import TargetEngine
import Testing

@testable import EmergencyReadiness
@testable import Registers

/// `emergency.md`, 7.
@Suite struct TeamTests {
  private func team(
    _ unit: UnitID = 7, from founded: String? = "2020-03-01", until dissolved: String? = nil,
    isListed: Bool? = true
  ) throws -> Team {
    var team = Team()
    (team.name, team.unit) = ("应急救援队", UnitReference(unit))
    team.foundedOn = try founded.map { try day($0) }
    team.dissolvedOn = try dissolved.map { try day($0) }
    team.headcount = try dated(["2020-03-01": 30, "2021-05-01": 36])
    team.listComplete = isListed
    return team
  }

  private func member(
    _ team: RecordID, from joined: String, until left: String? = nil, person: RecordID = 100
  ) throws -> Member {
    var member = Member()
    (member.team, member.person) = (Reference(team), Reference(person))
    (member.joinedOn, member.leftOn) = (try day(joined), try left.map { try day($0) })
    return member
  }

  private func posts(_ members: [Member], _ others: RecordsInMemory) throws -> [String] {
    try Member.posts("emergency.team-members", together: members, by: .record(100), others)
  }

  @Test("a team counts with its head count until it is dissolved")
  func headcount() throws {
    let standing = try team(isListed: nil)
    #expect(try standing.posts("emergency.teams") == ["+1 2020-03-01 at 7"])
    #expect(
      try standing.posts("emergency.team-members") == ["+30 2020-03-01 at 7", "+6 2021-05-01 at 7"])
    let gone = try team(until: "2021-06-01", isListed: false)
    #expect(try gone.posts("emergency.teams") == ["+1 2020-03-01 at 7", "-1 2021-06-01 at 7"])
    #expect(
      try gone.posts("emergency.team-members")
        == ["+30 2020-03-01 at 7", "+6 2021-05-01 at 7", "-36 2021-06-01 at 7"])
  }

  @Test("one whose founding nobody knows counts since its first head count")
  func unknownFounding() throws {
    #expect(try team(from: nil).posts("emergency.teams") == ["+1 2020-03-01 at 7"])
    var blank = try team(from: nil)
    blank.headcount = Dated()
    #expect(try blank.posts("emergency.teams") == [])
  }

  @Test("a list counts once it is declared whole, and then its head count does not")
  func listed() throws {
    var others = RecordsInMemory()
    let number = try team(isListed: nil)
    let id = others.add(number)
    let member = try member(id, from: "2021-01-10")
    #expect(try posts([member], others) == [])
    let whole = try team()
    #expect(try posts([member], others.with(whole, id)) == ["+1 2021-01-10 at 7"])
    #expect(try whole.posts("emergency.team-members") == [])
    let numbers = try #require(
      RegisterShape(Team.self).roster?.numbers(
        of: number.state(id), [member, try self.member(id, from: "2021-01-11")].map { $0.state() }))
    #expect(numbers.parts.map(\.own) == [36] && numbers.parts.map(\.listed) == [1])
    #expect(!numbers.isByList)
  }

  @Test("in two teams once: where the person joined first, then where they still are")
  func distinct() throws {
    var others = RecordsInMemory()
    let first = others.add(try team())
    let second = others.add(try team(8))
    let inFirst = try member(first, from: "2020-05-01", until: "2021-02-01")
    let inSecond = try member(second, from: "2020-09-01")
    #expect(
      try posts([inSecond, inFirst], others)
        == ["+1 2020-05-01 at 7", "-1 2021-02-01 at 7", "+1 2021-02-01 at 8"])
    let within = try member(second, from: "2020-06-01", until: "2020-08-01")
    #expect(
      try posts([within, inFirst], others) == ["+1 2020-05-01 at 7", "-1 2021-02-01 at 7"])
    let again = try member(first, from: "2021-04-01")
    #expect(
      try posts([again, inFirst], others)
        == ["+1 2020-05-01 at 7", "-1 2021-02-01 at 7", "+1 2021-04-01 at 7"])
  }

  @Test("nobody is in a team before it is founded or after it is dissolved")
  func within() throws {
    var others = RecordsInMemory()
    let id = others.add(try team(until: "2021-06-01"))
    #expect(
      try posts([try member(id, from: "2019-01-01")], others)
        == ["+1 2020-03-01 at 7", "-1 2021-06-01 at 7"])
    #expect(try posts([try member(id, from: "2021-07-01")], others) == [])
    others.remove(id)
    #expect(try posts([try member(id, from: "2021-01-01")], others) == [])
  }

  @Test("a certificate is renewed before it runs out, by who is still there")
  func certificates() throws {
    var member = try member(1, from: "2020-05-01")
    #expect(try duties(member) == [])
    member.certificateUntil = try day("2021-06-20")
    #expect(try duties(member) == ["2021-06-20 missed"])
    #expect(try duties(member, on: "2021-06-20") == ["2021-06-20 open"])
    member.leftOn = try day("2021-06-25")
    #expect(try duties(member) == [])
    #expect(try duties(member, on: "2021-06-24") == ["2021-06-20 missed"])
    member.leftOn = try day("2020-04-30")
    #expect(try member.faults() == ["“离队日期”（2020-04-30）早于“入队日期”（2020-05-01），应在同日或之后。"])
  }
}
