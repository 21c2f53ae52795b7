import Foundation
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Lists name persons with their unit or without it. One set of such facts comes to the same persons in
/// any order of rows, files and commands, or is refused with both places.
@Suite struct PersonNamingTests {
  /// What one row says of a person.
  struct Fact: Sendable, CustomStringConvertible {
    /// Whether the row is of the people's own list; else it names the person in another list.
    var isOwn: Bool
    var unit: String?
    /// What tells two rows of another list apart.
    var course: Int
    var description: String { (isOwn ? "own" : "in \(course)") + ":" + (unit ?? "–") }
    var name: String { "王五" + (unit.map { "/\($0)" } ?? "") }
  }

  private func office(_ known: [String?]) throws -> RecordFixture {
    let fixture = try RecordFixture()
    for course in 0..<4 {
      try fixture.add(
        "clinics.course", "title=班\(course)", "audience=other", "organiser=d",
        "started-on=2021-03-01")
    }
    for unit in known { try fixture.add("people.person", "name=王五", "unit=\(unit ?? "v1")") }
    if known.contains(nil) {
      // Beside another one as earlier versions left it.
      try fixture.execute(
        "UPDATE people_person SET unit = NULL WHERE unit = (SELECT id FROM unit WHERE code = 'v1')")
    }
    return fixture
  }

  @Test("a name that was only looked for before is noted when it names somebody, once")
  func lookedFor() throws {
    let reading = FieldReading(try office(["v1"]).desk)
    var noted = 0
    reading.naming = FieldReading.Naming { _, _ in
      Issue.record("nobody is made")
      return 0
    } note: { _, _, _ in
      noted += 1
    }
    for (isLooking, uses) in [(true, 0), (false, 1), (false, 1), (true, 1)] {
      let find = { try reading.record("王五", of: "people.person") }
      _ = isLooking ? try reading.looking(find) : try find()
      #expect(noted == uses)
    }
  }

  private func persons(_ fixture: RecordFixture) throws -> [String] {
    #expect(try fixture.desk.ledger.check().isEmpty)
    let shape = try fixture.shape("people.person")
    let names = try RecordNames(fixture.desk.ledger, .en)
    return try fixture.desk.ledger.records(RecordQuery(), in: shape)
      .map { try names.label($0, shape) }.sorted()
  }

  /// Imports facts as one command: the people's list and one of those who were trained.
  private func importAll(_ facts: [Fact], _ fixture: RecordFixture, ownFirst: Bool) throws {
    let own = facts.filter(\.isOwn).map { "王五,\($0.unit ?? "")" }
    let others = facts.filter { !$0.isOwn }.map { "班\($0.course)/2021-03-01,\($0.name)" }
    var paths: [String] = []
    for (header, rows) in [("姓名,所在单位", own), ("course,person", others)] where !rows.isEmpty {
      let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
      try ([header] + rows).joined(separator: "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
      paths.append(path)
    }
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    _ = try fixture.desk.importFiles(
      ownFirst ? paths : paths.reversed(), ImportOptions(again: true))
  }

  /// The persons after facts that are told in so many commands; nil where one is refused.
  private func outcome(
    _ known: [String?], _ commands: [[Fact]], ownFirst: Bool = true
  ) throws -> [String]? {
    let fixture = try office(known)
    do {
      for facts in commands { try importAll(facts, fixture, ownFirst: ownFirst) }
    } catch DeskError.faults {
      return nil
    }
    return try persons(fixture)
  }

  @Test(
    "any order of rows and files comes to the same, any split where it is taken", arguments: 1...5)
  func orders(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let (units, known) = (
      [nil, nil, "h1", "h2"], [[], [nil], ["h1"], [nil, "h1"], ["h1", "h2"]]
    )
    for _ in 0..<5 {
      let start = known.randomElement(using: &random) ?? []
      let facts = (0..<Int.random(in: 2...3, using: &random)).map { index in
        Fact(
          isOwn: Int.random(in: 0..<3, using: &random) == 0,
          unit: units.randomElement(using: &random) ?? nil, course: index)
      }
      let context = "\(start) \(facts)"
      let whole = try outcome(start, [facts])
      var taken = whole
      for _ in 0..<3 {
        let shuffled = facts.shuffled(using: &random)
        #expect(
          try outcome(start, [shuffled], ownFirst: .random(using: &random)) == whole,
          "\(context): rows as \(shuffled)")
        let cut = Int.random(in: 1..<facts.count, using: &random)
        for commands in [
          shuffled.map { [$0] }, [Array(shuffled[..<cut]), Array(shuffled[cut...])],
        ] {
          guard let result = try outcome(start, commands) else { continue }
          taken = taken ?? result
          #expect(result == taken, "\(context): commands \(commands)")
        }
      }
    }
  }

  @Test("a name and the same with its unit are one person, in two rows, files or commands")
  func one() throws {
    let (bare, whole) = (Fact(isOwn: false, course: 0), Fact(isOwn: false, unit: "h1", course: 1))
    let own = Fact(isOwn: true, course: 2)
    for commands in [
      [[bare, whole]], [[whole, bare]], [[own, whole]], [[whole], [own]], [[bare], [whole], [own]],
    ] {
      #expect(try outcome([], commands) == ["王五/unit h1"], "\(commands)")
    }
  }

  @Test("where a name may be of two persons, both places are named")
  func refused() throws {
    let facts = [nil, "h1", "h2"].enumerated().map { Fact(isOwn: false, unit: $1, course: $0) }
    let fixture = try office([])
    do {
      try importAll(facts, fixture, ownFirst: true)
      Issue.record("one of two was taken")
    } catch DeskError.faults(let faults) {
      let units = [Text("所在单位", "Unit")]
      #expect(faults.listed.map(\.place.line) == [4])
      #expect(
        faults.listed.map(\.kind) == [
          .rule(
            .record(
              .mayBeOne("王五/unit h2", other: "王五", at: RowPlace(file: nil, line: 2), fields: units))
          )
        ])
    }
    #expect(throws: DeskError.self) { try importAll(facts.reversed(), fixture, ownFirst: true) }
    // The people's own list tells of each once.
    let own = [nil, "h1"].map { Fact(isOwn: true, unit: $0, course: 0) }
    for rows in [own, own.reversed()] { #expect(try outcome([], [rows]) == nil) }
  }

  @Test("commands name a person as lists do")
  func commands() throws {
    let fixture = try office([])
    func named(_ course: Int, _ name: String) throws {
      try fixture.add("clinics.participant", "course=班\(course)", "person=\(name)")
    }
    try named(0, "王五")
    try named(1, "王五/h1")
    try named(2, "王五")
    #expect(try persons(fixture) == ["王五/unit h1"])
    let fault = DeskError.record(
      .mayBeKnown(
        register: Text("人员", "Person"), id: "TEST-5", label: "王五/unit h1",
        fields: [Text("所在单位", "Unit")]))
    #expect(throws: fault) { try fixture.add("people.person", "name=王五") }
    try fixture.set("clinics.participant", "班2/王五", "person=王五/h2")
    #expect(try persons(fixture) == ["王五/unit h1", "王五/unit h2"])
    #expect(throws: DeskError.self) { try named(3, "王五") }
  }

  @Test("a list with names alone tells of those who got a unit since, and contradicts nobody")
  func again() throws {
    let fixture = try office([])
    let list = "name,sex\n王五,男\n赵六,\n"
    #expect(try fixture.imported("people.person", list).result.new == 2)
    try fixture.importList("people.person", "name,unit\n王五,h1\n赵六,h2\n")
    let again = try fixture.imported("people.person", list, ImportOptions(again: true))
    #expect(again.result.unchanged == 2)
    #expect(throws: DeskError.self) { try fixture.importList("people.person", "name,sex\n王五,女\n") }
    #expect(try persons(fixture) == ["王五/unit h1", "赵六/unit h2"])
  }
}
