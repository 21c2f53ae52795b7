import Storage
import TargetEngine
import Testing

@testable import Desk

/// Numbers, corrections, courses that numbers give way to, changes and removals of courses, and undos
/// of any of them and of each other, at two units and in random order: the figure of each unit is
/// always what is in force.
///
/// Source: `engine.md`, "Entries" and "Undo".
@Suite struct UndoPropertyTests {
  @Test("the figure is what is in force, whatever was undone", arguments: 1...32)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var world = try World()
    var undos = 0
    for step in 0..<50 {
      if try world.step(&random) { undos += 1 }
      for unit in World.units {
        #expect(
          try world.actual(unit) == world.expected(unit),
          "seed \(seed) step \(step) \(unit) \(world.history.sorted { $0.key < $1.key })")
      }
      #expect(try world.fixture.desk.ledger.check().isEmpty, "seed \(seed) step \(step)")
      if Int.random(in: 0..<8, using: &random) == 0 { try world.fixture.desk.ledger.rebuild() }
    }
    #expect(try world.fixture.desk.ledger.verify().isEmpty)
    #expect(undos > 0)
  }
}

/// What was done, beside the ledger that it was done to.
private struct World {
  static let units = ["h1", "h2"]

  /// An amount at a unit.
  struct Figure {
    var unit: String
    var amount: Int64
  }

  enum Deed {
    case log(Figure)
    case correction(of: Int64, to: Figure)
    case course(Figure)
    /// A change of the course that a transaction made; nil removes it.
    case change(of: Int64, to: Figure?)
    case undo(Int64)
  }

  let fixture: RecordFixture
  private(set) var history: [Int64: Deed] = [:]
  /// The courses' ids, by the transactions that made them.
  private var courses: [Int64: String] = [:]

  init() throws { fixture = try RecordFixture() }

  func actual(_ unit: String) throws -> Int64 {
    try fixture.actual("clinics.in-training", "2021-06", unit)
  }

  /// What its courses have, where one was ever its own; else its numbers as corrected.
  func expected(_ unit: String) -> Int64 {
    var (isList, figures, numbers): (Bool, [Figure], [Figure]) = (false, [], [])
    for (number, deed) in inForce {
      switch deed {
      case .log(let figure): numbers.append(corrected(number, figure))
      case .course(let figure):
        isList = isList || figure.unit == unit
        if let now = changed(number, figure) { figures.append(now) }
      case .change(_, let figure): isList = isList || figure?.unit == unit
      case .correction, .undo: break
      }
    }
    return (isList ? figures : numbers).filter { $0.unit == unit }.map(\.amount).reduce(0, +)
  }

  private var inForce: [(key: Int64, value: Deed)] {
    history.filter { isInForce($0.key) }.sorted { $0.key < $1.key }
  }

  private func isInForce(_ number: Int64) -> Bool {
    !history.contains { other, deed in
      if case .undo(number) = deed { isInForce(other) } else { false }
    }
  }

  private func corrected(_ number: Int64, _ figure: Figure) -> Figure {
    for (other, deed) in inForce {
      if case .correction(number, let right) = deed { return corrected(other, right) }
    }
    return figure
  }

  /// A course as it was changed last.
  private func changed(_ number: Int64, _ figure: Figure) -> Figure? {
    inForce.reduce(figure as Figure?) { now, next in
      if case .change(number, let figure) = next.value { figure } else { now }
    }
  }

  /// Does something at random; what is refused leaves everything as it was.
  ///
  /// - Returns: whether something was undone.
  mutating func step(_ random: inout SplitMix) throws -> Bool {
    let before = try fixture.desk.ledger.head()
    let figure = Figure(
      unit: World.units[Int.random(in: 0..<2, using: &random)],
      amount: Int64.random(in: 1...9, using: &random))
    let deed: Deed?
    do {
      deed = try act(figure, &random)
    } catch is DeskError {
      #expect(try fixture.desk.ledger.head() == before)
      return false
    }
    guard let deed else { return false }
    history[try fixture.desk.ledger.head().transaction] = deed
    if case .undo = deed { return true }
    return false
  }

  private mutating func act(_ figure: Figure, _ random: inout SplitMix) throws -> Deed? {
    let desk = fixture.desk
    let head = try desk.ledger.head().transaction
    let any = history.keys.sorted().randomElement(using: &random)
    let course = courses.keys.sorted().randomElement(using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      _ = try desk.log(
        "clinics.in-training", "\(figure.amount)", unit: figure.unit, on: try day("2021-03-01"),
        year: nil, note: "", isLevel: false)
      return .log(figure)
    case 1:
      let id = try fixture.add(
        "clinics.course", "title=\(head)", "audience=villageDoctor", "organiser=\(figure.unit)",
        "started-on=2021-05-01", "attending=\(figure.amount)")
      courses[head + 1] = id
      return .course(figure)
    case 2:
      guard let any, let place = try place(ofEntryOf: any) else { return nil }
      _ = try desk.correct(
        "\(any).\(place)", amount: "\(figure.amount)", unit: figure.unit, on: nil, reason: "r")
      return .correction(of: any, to: figure)
    case 3:
      guard let course, let id = courses[course] else { return nil }
      try fixture.set(
        "clinics.course", id, "organiser=\(figure.unit)", "attending=\(figure.amount)")
      // What changes nothing is written nowhere.
      return try desk.ledger.head().transaction == head ? nil : .change(of: course, to: figure)
    case 4:
      guard let course, let id = courses[course] else { return nil }
      _ = try desk.removeRecords([id], in: try fixture.shape("clinics.course"), reason: "r")
      return .change(of: course, to: nil)
    default:
      guard let any else { return nil }
      _ = try desk.undo("\(any)", reason: "r")
      return .undo(any)
    }
  }

  /// Which entry of a transaction says what is right; nil where none does.
  private func place(ofEntryOf number: Int64) throws -> Int? {
    switch history[number] {
    case .log, .correction:
      let ledger = fixture.desk.ledger
      guard let row = try ledger.transaction(number) else { return nil }
      return try ledger.entries(row.entries).firstIndex { $0.amount > 0 }.map { $0 + 1 }
    case .course, .change, .undo, nil: return nil
    }
  }
}
