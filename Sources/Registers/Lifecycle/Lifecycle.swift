public import TargetEngine

/// The stages of a register's records, in the order in which they are usually passed; a record
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
public protocol Lifecycle: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What is declared of a stage.
  var entry: StageEntry<Self> { get }
}

extension Lifecycle {
  public var title: Text { entry.title }
  /// The stages that a record may enter from here.
  public var next: Set<Self> { Set(entry.next) }
}

/// One stage as a row: its title and where it leads.
public struct StageEntry<Stage: Sendable>: Sendable {
  public let title: Text
  public let next: [Stage]
  /// Whether a move into it may have a day that is still to come, as a contract takes effect.
  public let mayLieAhead: Bool

  /// - Parameter next: the stages that a record may enter from here; none at the end.
  public init(_ zh: String, _ en: String, to next: Stage..., mayLieAhead: Bool = false) {
    title = Text(zh, en)
    self.next = next
    self.mayLieAhead = mayLieAhead
  }
}

/// The lifecycle of a register whose records only exist.
public enum Listed: String, Lifecycle {
  case listed

  public var entry: StageEntry<Listed> { StageEntry("在册", "Listed") }
}

/// The stages that a record has entered, with their effective days. The first stage has none: a
/// record is in it from the beginning.
public struct Moves<Stage: Lifecycle>: Sendable, Hashable {
  public var all: [(stage: Stage, day: Day)]

  public init(_ all: [(stage: Stage, day: Day)] = []) { self.all = all }

  /// The days on which a stage was entered.
  public func days(into stage: Stage) -> [Day] {
    all.compactMap { $0.stage == stage ? $0.day : nil }
  }

  /// The days on which a stage was left for another.
  public func days(from stage: Stage, into next: Stage) -> [Day] {
    zip(all, all.dropFirst()).compactMap { $0.stage == stage && $1.stage == next ? $1.day : nil }
  }

  public static func == (a: Moves, b: Moves) -> Bool {
    a.all.elementsEqual(b.all) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for move in all {
      hasher.combine(move.stage)
      hasher.combine(move.day)
    }
  }
}

/// A stage without its register's type.
public struct StageShape: Sendable, Hashable {
  public var name: String
  public var title: Text
  /// The stages that may be entered from here.
  public var next: [String]
  /// The stages that can be reached from here by one move, or by several of which only the last need
  /// be recorded: a move back to a stage whose day is kept, as a relapse, is not passed over.
  public fileprivate(set) var reachable: Set<String> = []
  /// Its place in the declared order.
  public var place: Int
  /// Whether a move into it may have a day that is still to come.
  public var mayLieAhead: Bool

  /// The stages of a lifecycle in their declared order.
  static func all<Stage: Lifecycle>(of type: Stage.Type, _ marks: [StageField]) -> [StageShape] {
    let stages = Array(Stage.allCases)
    let shapes = stages.enumerated().map { place, stage in
      StageShape(
        name: stage.rawValue, title: stage.title,
        next: stages.filter { stage.next.contains($0) }.map(\.rawValue), place: place,
        mayLieAhead: stage.entry.mayLieAhead)
    }
    let named = Dictionary(uniqueKeysWithValues: shapes.map { ($0.name, $0) })
    return shapes.map { shape in
      var shape = shape
      var passed: Set<String> = [shape.name]
      var front = [shape]
      while let stage = front.popLast() {
        for next in stage.next.compactMap({ named[$0] }) {
          shape.reachable.insert(next.name)
          let isPassedOver =
            next.place > stage.place
            || !marks.contains { $0.concerns(next.name, from: stage.name) }
          if isPassedOver, passed.insert(next.name).inserted { front.append(next) }
        }
      }
      return shape
    }
  }
}
