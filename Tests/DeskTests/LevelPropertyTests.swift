import Foundation
import Journal
import Storage
import TargetEngine
import Testing

@testable import Desk

/// Levels, numbers, and undos of any of them and of each other over a small tree, in random order,
/// against a model that knows no opposites: a unit's statements say what its own level entries come to
/// up to their days, and everything else counts on top.
///
/// Source: `engine.md`, "level statement".
@Suite struct LevelPropertyTests {
  @Test("every day's level is what the statements and numbers in force make it", arguments: 1...20)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var world = try World()
    for step in 0..<45 {
      try world.step(&random)
      try world.compare("seed \(seed) step \(step)")
      #expect(try world.desk.ledger.check().isEmpty, "seed \(seed) step \(step)")
      if Int.random(in: 0..<10, using: &random) == 0 { try world.desk.ledger.rebuild() }
    }
    #expect(try world.desk.ledger.verify().isEmpty)
    #expect(world.undos > 3)
  }

  private struct World {
    let desk: Desk
    private let fixture: Fixture
    static let units = ["d", "t1", "t2", "v1", "v2"]
    static let days = ["2021-03-10", "2021-03-20", "2021-03-31", "2021-05-31", "2022-01-15"]
    private static let parents = ["v1": "t1", "v2": "t1", "t1": "d", "t2": "d"]

    enum Deed {
      case add(unit: String, day: String, Int64)
      /// `share` is what the unit's own level entries come to up to that day.
      case said(unit: String, day: String, share: Int64)
      case undo(Int64)
    }

    private struct Cell: Hashable {
      var unit: String
      var day: String
    }

    private var deeds: [Int64: Deed] = [:]
    /// The statement that stands for each unit and day.
    private var standing: [Cell: Int64] = [:]
    private(set) var undos = 0

    init() throws {
      fixture = try Fixture()
      desk = fixture.desk
    }

    private func isInForce(_ number: Int64) -> Bool {
      !deeds.contains { other, deed in
        if case .undo(number) = deed { isInForce(other) } else { false }
      }
    }

    private func isIn(_ unit: String, _ above: String) -> Bool {
      unit == above || World.parents[unit].map { isIn($0, above) } ?? false
    }

    /// What a unit's own statements make of a day.
    private func share(_ unit: String, _ day: String) -> Int64 {
      let last = World.days.last { $0 <= day && standing[Cell(unit: unit, day: $0)] != nil }
      guard let last, let number = standing[Cell(unit: unit, day: last)],
        case .said(_, _, let share) = deeds[number]
      else { return 0 }
      return share
    }

    private func level(_ unit: String, _ day: String) -> Int64 {
      var level: Int64 = 0
      for (number, deed) in deeds {
        if case .add(let below, let on, let amount) = deed, isIn(below, unit), on <= day,
          isInForce(number)
        {
          level += amount
        }
      }
      for below in World.units where isIn(below, unit) { level += share(below, day) }
      return level
    }

    func compare(_ where: String) throws {
      for unit in World.units {
        for day in World.days {
          #expect(
            try desk.level("b.level", unit, day) == level(unit, day), "\(`where`) \(unit) \(day)")
        }
      }
    }

    /// Does something at random, and holds its receipt against the levels that became others.
    mutating func step(_ random: inout SplitMix) throws {
      var before: [Cell: (number: Int64, level: Int64)] = [:]
      for (cell, number) in standing { before[cell] = (number, level(cell.unit, cell.day)) }
      let notices = try act(&random)
      var expected: Set<[String]> = []
      for (cell, (number, earlier)) in before where standing[cell] == number {
        let now = level(cell.unit, cell.day)
        if now != earlier { expected.insert([cell.unit, cell.day, "\(earlier)", "\(now)"]) }
      }
      let told = notices.map {
        [$0.unit.code, $0.moved.day.description, "\($0.moved.before)", "\($0.moved.now)"]
      }
      #expect(Set(told) == expected)
    }

    private mutating func act(_ random: inout SplitMix) throws -> [LevelNotice] {
      let amount = Int64.random(in: -4...30, using: &random)
      let unit = World.units.randomElement(using: &random) ?? ""
      let on = World.days.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        let written = try log(amount, unit, on, isLevel: false)
        deeds[written.head.transaction] = .add(unit: unit, day: on, amount)
        return written.levels
      case 1, 2, 3:
        let cell = Cell(unit: unit, day: on)
        let others = level(unit, on) - share(unit, on)
        let isKnown = standing[cell] != nil && level(unit, on) == amount
        let written = try log(amount, unit, on, isLevel: true)
        #expect(written.result.level?.isKnown == isKnown)
        if isKnown { return [] }
        let number = written.head.transaction
        deeds[number] = .said(unit: unit, day: on, share: amount - others)
        standing[cell] = number
        #expect(try desk.level("b.level", unit, on) == amount)
        return written.levels
      default:
        guard let number = deeds.keys.sorted().randomElement(using: &random) else { return [] }
        return try undo(number)
      }
    }

    private func log(
      _ amount: Int64, _ unit: String, _ on: String, isLevel: Bool
    ) throws -> Written<Desk.Logged> {
      try desk.log(
        "b.level", "\(amount)", unit: unit, on: try day(on), year: nil, note: "", isLevel: isLevel)
    }

    /// Undoes a transaction where the model allows it, and expects a refusal where it does not.
    private mutating func undo(_ number: Int64) throws -> [LevelNotice] {
      var (root, takes) = (number, true)
      while case .undo(let earlier) = deeds[root] { (root, takes) = (earlier, !takes) }
      var isAllowed = isInForce(number)
      var cell: Cell?
      if case .said(let unit, let day, _) = deeds[root] {
        let place = Cell(unit: unit, day: day)
        cell = place
        isAllowed = isAllowed && standing[place] == (takes ? root : nil)
      }
      // What an undo reverses comes back, and nothing else may take the same back.
      if case .undo(let reversed) = deeds[number], isAllowed {
        isAllowed = reversalsInForce(of: reversed) == 1 && chainIsFree(reversed)
      }
      let written: Written<UndoneTransaction>
      do {
        written = try desk.undo("\(number)", reason: "r")
      } catch is DeskError {
        #expect(!isAllowed, "undo of \(number) was refused")
        return []
      }
      #expect(isAllowed, "undo of \(number) was allowed")
      undos += 1
      deeds[written.head.transaction] = .undo(number)
      if let cell { standing[cell] = takes ? nil : root }
      return written.levels
    }

    private func reversalsInForce(of number: Int64) -> Int {
      deeds.count { other, deed in
        if case .undo(number) = deed { isInForce(other) } else { false }
      }
    }

    /// Whether what comes back with an undone undo is not taken back by another one as well.
    private func chainIsFree(_ number: Int64) -> Bool {
      guard case .undo(let reversed) = deeds[number] else { return true }
      guard reversalsInForce(of: reversed) == 0 else { return false }
      if case .undo(let next) = deeds[reversed] { return chainIsFree(next) }
      return true
    }
  }
}
