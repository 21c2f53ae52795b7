internal import Database
internal import Journal
internal import TargetEngine

/// A rehearsal in which transactions are undone one after another; one that is refused leaves things as they were.
struct Trial {
  /// What an undo came to.
  enum Outcome: Equatable {
    case goes
    /// Refused, and this one named.
    case needs(Int64)
    /// Refused for what is never undone.
    case isKept(by: Int64, Change.Subject)
    case fails
  }

  let series: TransactionSeries
  let today: Day

  /// Undoes a transaction as a transaction of its own. Where nothing of it stands any more there is nothing to be
  /// refused.
  func undo(_ number: Int64) throws -> Outcome {
    do {
      try series.ledger.connection.attempt {
        let row = try series.ledger.undoable(number)
        _ = try series.write(reversing: number) {
          try $0.reverse(row, in: series.ledger, today: today)
        }
      }
      return .goes
    } catch let fault as StorageError where fault != .overflow {
      throw fault
    } catch {
      series.ledger.forgetSettings()
      return Outcome(error)
    }
  }
}

extension Trial.Outcome {
  /// What an error says of an undo.
  init(_ error: any Error) {
    switch error {
    case UndoFault.hasNoEffect: self = .goes
    case UndoFault.keptBy(let number, let subject): self = .isKept(by: number, subject)
    case let fault as UndoFault: self = fault.obstacles.last.map { .needs($0) } ?? .fails
    default: self = .fails
    }
  }
}
