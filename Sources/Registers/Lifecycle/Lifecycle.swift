public import TargetEngine

/// The stages of a register's records, in the order in which they are usually passed; a record
/// begins at the first.
public protocol Lifecycle: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  var title: Text { get }
  /// The stages that a record may enter from here.
  var next: Set<Self> { get }
}

/// The lifecycle of a register whose records only exist.
public enum Listed: String, Lifecycle {
  case listed

  public var title: Text { Text("在册", "Listed") }
  public var next: Set<Listed> { [] }
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
  public var next: [String]
}

/// A move without its register's type.
public struct StageMove: Sendable, Hashable {
  public var stage: String
  public var day: Day

  public init(stage: String, day: Day) {
    self.stage = stage
    self.day = day
  }
}
