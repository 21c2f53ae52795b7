internal import Database
internal import Journal
internal import TargetEngine

extension Transaction {
  /// Numbers count up from 1; one beyond this is no number of ours.
  static let mostNumber: Int64 = 1 << 60

  /// The row number for a new thing of a subject: numbers are not used again, so that history
  /// always speaks of one thing.
  func nextID(in subject: Change.Subject) throws(StorageError) -> Int64 {
    let last = try connection.first(
      "SELECT MAX(object) FROM change WHERE subject = ?1", [.text(subject.rawValue)]
    ) { $0.int(0) }
    guard let last else { return 1 }
    guard last < Transaction.mostNumber else {
      throw .contradictory(in: "change \(subject.rawValue) \(last)")
    }
    return last + 1
  }
}
