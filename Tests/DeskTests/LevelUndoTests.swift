import Storage
import TargetEngine
import Testing

@testable import Desk

/// Numbers, levels, corrections, courses that numbers give way to, and undos of any of them and of each other,
/// at one unit and in random order: the figure is always the sum of what is in force.
///
/// Source: `engine.md`, "Entries" and "Undo".
@Suite struct LevelUndoTests {
  @Test("the figure is what is in force, whatever was undone", arguments: 1...24)
  func histories(_ seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var world = try World()
    var undos = 0
    for step in 0..<40 {
      if try world.step(&random) { undos += 1 }
      #expect(try world.actual() == world.expected, "seed \(seed) step \(step) \(world.history)")
      #expect(try world.fixture.desk.ledger.check().isEmpty, "seed \(seed) step \(step)")
      if Int.random(in: 0..<8, using: &random) == 0 { try world.fixture.desk.ledger.rebuild() }
    }
    #expect(try world.fixture.desk.ledger.verify().isEmpty)
    #expect(undos > 0)
  }

  /// What was done, beside the ledger that it was done to.
  private struct World {
    enum Deed {
      case log(Int64)
      case course(Int64)
      /// `share` is what it came to beside the numbers.
      case level(share: Int64)
      case correction(of: Int64, to: Int64)
      case undo(Int64)
    }

    let fixture: RecordFixture
    private(set) var history: [Int64: Deed] = [:]
    /// The level that stands, by its transaction.
    private var level: Int64?

    init() throws { fixture = try RecordFixture() }

    func actual() throws -> Int64 { try fixture.actual("clinics.in-training", "2021-06", "d") }

    /// The courses in force, else the numbers in force as corrected.
    var expected: Int64 {
      var (courses, numbers): ([Int64], [Int64]) = ([], [])
      for (number, deed) in history where isInForce(number) {
        switch deed {
        case .course(let amount): courses.append(amount)
        case .log(let amount): numbers.append(corrected(number, amount))
        case .level, .correction, .undo: break
        }
      }
      numbers.append(share)
      return (courses.isEmpty ? numbers : courses).reduce(0, +)
    }

    private func isInForce(_ number: Int64) -> Bool {
      !history.contains { other, deed in
        if case .undo(number) = deed { isInForce(other) } else { false }
      }
    }

    private func corrected(_ number: Int64, _ amount: Int64) -> Int64 {
      for (other, deed) in history {
        guard case .correction(number, let right) = deed, isInForce(other) else { continue }
        return corrected(other, right)
      }
      return amount
    }

    /// Does something at random; what is refused leaves everything as it was.
    ///
    /// - Returns: whether something was undone.
    mutating func step(_ random: inout SplitMix) throws -> Bool {
      let desk = fixture.desk
      let amount = Int64.random(in: 1...9, using: &random)
      let before = try desk.ledger.head()
      let any = history.keys.sorted().randomElement(using: &random)
      var deed: Deed?
      do {
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
          _ = try desk.log(
            "clinics.in-training", "\(amount)", unit: "h2", on: try day("2021-03-01"), year: nil,
            note: "", isLevel: false)
          deed = .log(amount)
        case 1:
          try fixture.add(
            "clinics.course", "title=\(before.transaction)", "audience=villageDoctor",
            "organiser=h2", "started-on=2021-05-01", "attending=\(amount)")
          deed = .course(amount)
        case 2:
          let others = try actual() - share
          let said = try desk.log(
            "clinics.in-training", "\(amount)", unit: "h2", on: try day("2021-05-31"), year: nil,
            note: "", isLevel: true)
          if said.result.level?.isKnown == true { return false }
          deed = .level(share: amount - others)
        case 3:
          guard let any, let place = place(ofEntryOf: any) else { return false }
          _ = try desk.correct(
            "\(any).\(place)", amount: "\(amount)", unit: nil, on: nil, reason: "r")
          deed = .correction(of: any, to: amount)
        default:
          guard let any else { return false }
          _ = try desk.undo("\(any)", reason: "r")
          deed = .undo(any)
        }
      } catch is DeskError {
        #expect(try desk.ledger.head() == before)
        return false
      }
      let number = try desk.ledger.head().transaction
      history[number] = deed
      switch deed {
      case .level: level = number
      case .undo(let undone):
        let (root, isTakenBack) = root(of: undone)
        if case .level = history[root] { level = isTakenBack ? nil : root }
        return true
      default: break
      }
      return false
    }

    /// What the level that stands comes to beside the numbers.
    private var share: Int64 {
      guard let level, case .level(let share) = history[level] else { return 0 }
      return share
    }

    /// What an undo is about in the end, and whether it takes that back or brings it back.
    private func root(of undone: Int64) -> (Int64, isTakenBack: Bool) {
      guard case .undo(let earlier) = history[undone] else { return (undone, true) }
      let (root, isTakenBack) = root(of: earlier)
      return (root, !isTakenBack)
    }

    /// Which entry of a transaction says what is right; nil where none does.
    private func place(ofEntryOf number: Int64) -> Int? {
      switch history[number] {
      case .log: 1
      case .correction: 2
      case .course, .level, .undo, nil: nil
      }
    }
  }
}
