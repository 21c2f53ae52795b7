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
  /// A later transaction builds on it that is not undone itself, since it closed a month, changed the
  /// key, looked at secrets or erased them.
  case keptBy(transaction: Int64, Change.Subject)
  /// Nothing of it stands that could be taken back.
  case hasNoEffect
  /// A rule over records would be broken. `neededBy` is the later transaction that depends on it,
  /// or 0 when none is known.
  case breaks(Problem, neededBy: Int64)
  /// Another open unit under the same parent has had the name of one that would be open again since before.
  case namesake(name: String, code: String, other: String)
  /// Closings are reissued, not undone.
  case isClosing
  /// Changes of the key, reveals of secrets and erasures stay.
  case isFinal
}
