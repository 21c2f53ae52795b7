internal import Database
public import Journal
public import Registers
internal import TargetEngine

/// Why a transaction cannot be undone. Source: `engine.md`, "Undo".
public enum UndoFault: Error, Sendable, Equatable {
  case unknown(transaction: Int64)
  case alreadyUndone(by: Int64)
  /// A later transaction builds on it.
  case neededBy(transaction: Int64)
  /// Several later ones, to be undone in this order.
  case neededByAll([Int64])
  /// A later transaction builds on it that is not undone itself, since it closed a month, changed the
  /// key, looked at secrets or erased them.
  case keptBy(transaction: Int64, Change.Subject)
  /// A later transaction builds on it, and nothing that can still be undone changes that.
  case builtOver(transaction: Int64)
  /// Nothing of it stands that could be taken back.
  case hasNoEffect
  /// A rule over records would be broken. `neededBy` are the later transactions that depend on it, to be undone in
  /// this order; none where none is known.
  case breaks(Problem, neededBy: [Int64])
  /// Another open unit under the same parent has had the name of one that would be open again since before.
  case namesake(name: String, code: String, other: String)
  /// Closings are reissued, not undone.
  case isClosing
  /// Changes of the key, reveals of secrets and erasures stay.
  case isFinal
}

extension UndoFault {
  /// - Parameter numbers: what is to be undone before, in this order; at least one.
  public static func neededBy(_ numbers: [Int64]) -> UndoFault {
    numbers.count == 1 ? .neededBy(transaction: numbers[0]) : .neededByAll(numbers)
  }

  /// What is to be undone before, in this order; empty where nothing is known that would help.
  public var obstacles: [Int64] {
    switch self {
    case .neededBy(let number): [number]
    case .neededByAll(let numbers): numbers
    case .breaks(_, neededBy: let numbers): numbers
    case .unknown, .alreadyUndone, .keptBy, .builtOver, .hasNoEffect, .namesake, .isClosing,
      .isFinal:
      []
    }
  }

  /// Whether a rule over records would be broken.
  var isOfRule: Bool { if case .breaks = self { true } else { false } }
}
