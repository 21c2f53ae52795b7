public import TargetEngine

/// The stages of a register's records, in the order in which they are usually passed. A record
/// begins at the first.
///
///     enum Stage: String, Lifecycle {
///       case planned, held, cancelled
///
///       var entry: StageEntry<Stage> {
///         switch self {
///         case .planned: StageEntry("计划", "Planned", to: .held, .cancelled)
///         case .held: StageEntry("已实施", "Held")
///         case .cancelled: StageEntry("取消", "Cancelled")
///         }
///       }
///     }
///
/// Any other move than those in `entry` is refused, naming the permitted ones. A list may skip
/// stages: those between are passed over where permitted moves lead to the one that it names.
public protocol Lifecycle: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The title of a stage and the stages that it leads to.
  var entry: StageEntry<Self> { get }
}

extension Lifecycle {
  /// What people read.
  public var title: Text { entry.title }
  /// The stages that a record may enter from here.
  public var next: Set<Self> { Set(entry.next) }
}

/// One stage as a row: its title and where it leads.
public struct StageEntry<Stage: Sendable>: Sendable {
  /// What people read.
  public let title: Text
  /// The stages that a record may enter from here.
  public let next: [Stage]
  /// Whether a move into it may be dated after today, as a contract takes effect later.
  public let mayLieAhead: Bool

  /// - Parameters:
  ///   - next: the stages that a record may enter from here; none at the end.
  ///   - mayLieAhead: whether the day of a move into it may lie after today.
  public init(_ zh: String, _ en: String, to next: Stage..., mayLieAhead: Bool = false) {
    title = Text(zh, en)
    self.next = next
    self.mayLieAhead = mayLieAhead
  }
}

/// The lifecycle of a register whose records have only one stage: a person, a document.
///
///     var moves = Moves<Listed>()
public enum Listed: String, Lifecycle {
  case listed

  /// The only stage, which leads nowhere.
  public var entry: StageEntry<Listed> { StageEntry("在册", "Listed") }
}

/// The stages that a record has entered, with the day of each move. The first stage is entered by
/// no move: a record is in it from the beginning.
///
///     let held = drill.moves.days(into: .held)
///     let cancelled = drill.moves.days(from: .planned, into: .cancelled)
///
/// A record may enter a stage several times; measures post for each.
public struct Moves<Stage: Lifecycle>: Sendable, Hashable {
  /// In the order of the moves.
  public var all: [(stage: Stage, day: Day)]

  /// Moves in their order.
  public init(_ all: [(stage: Stage, day: Day)] = []) { self.all = all }

  /// The days on which a stage was entered.
  public func days(into stage: Stage) -> [Day] {
    all.compactMap { $0.stage == stage ? $0.day : nil }
  }

  /// The days on which a stage was left for another.
  public func days(from stage: Stage, into next: Stage) -> [Day] {
    zip(all, all.dropFirst()).compactMap { $0.stage == stage && $1.stage == next ? $1.day : nil }
  }

  /// Whether both have the same moves in the same order.
  public static func == (a: Moves, b: Moves) -> Bool {
    a.all.elementsEqual(b.all) { $0 == $1 }
  }

  /// Combines every move.
  public func hash(into hasher: inout Hasher) {
    for move in all {
      hasher.combine(move.stage)
      hasher.combine(move.day)
    }
  }
}

/// A stage without its register's type. Made once and handed about, as the register's shape.
public final class StageShape: Sendable {
  /// The raw value, as in commands and files.
  public let name: String
  /// What people read.
  public let title: Text
  /// The stages that may be entered from here.
  public let next: [String]
  /// The stages that can be reached from here by one move, or by several of which only the last need
  /// be recorded: a move back to a stage whose day is kept, as a relapse, is not passed over.
  public let reachable: Set<String>
  /// Its place in the declared order.
  public let place: Int
  /// Whether a move into it may be dated after today.
  public let mayLieAhead: Bool

  private init<Stage: Lifecycle>(
    _ stage: Stage, at place: Int, of stages: [Stage], _ marks: [StageField]
  ) {
    name = stage.rawValue
    title = stage.title
    next = stages.filter { stage.next.contains($0) }.map(\.rawValue)
    reachable = StageShape.reachable(from: stage, of: stages, marks)
    self.place = place
    mayLieAhead = stage.entry.mayLieAhead
  }

  /// The stages of a lifecycle in their declared order.
  static func all<Stage: Lifecycle>(of type: Stage.Type, _ marks: [StageField]) -> [StageShape] {
    let stages = Array(Stage.allCases)
    return stages.enumerated().map { StageShape($1, at: $0, of: stages, marks) }
  }

  private static func reachable<Stage: Lifecycle>(
    from stage: Stage, of stages: [Stage], _ marks: [StageField]
  ) -> Set<String> {
    var reachable: Set<String> = []
    var passed: Set<Stage> = [stage]
    var front = [stage]
    while let stage = front.popLast() {
      for next in stages where stage.next.contains(next) {
        reachable.insert(next.rawValue)
        let isPassedOver =
          isLater(next, than: stage, in: stages)
          || !marks.contains { $0.concerns(next.rawValue, from: stage.rawValue) }
        if isPassedOver, passed.insert(next).inserted { front.append(next) }
      }
    }
    return reachable
  }

  private static func isLater<Stage: Equatable>(
    _ stage: Stage, than other: Stage, in stages: [Stage]
  ) -> Bool {
    stages.drop { $0 != other }.dropFirst().contains(stage)
  }
}
