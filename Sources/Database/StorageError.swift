/// What can go wrong between the program and its database.
public enum StorageError: Error, Sendable, Equatable {
  case notFound(path: String)
  case alreadyExists(path: String)
  /// The file has several names (hard links), or somebody has it open by another name: SQLite keeps a log for each of
  /// them.
  case hasSeveralNames(path: String)
  /// The log beside the file is another's, or of another state of it: read through it the file would be neither.
  case foreignLog(path: String)
  /// A journal lies beside the file that this program did not leave: SQLite would write what is in it over the file.
  case foreignJournal(path: String)
  /// Where SQLite keeps what belongs to a database lies something that is no file.
  case inTheWay(path: String)
  /// The file is no database, or another program's.
  case foreign(path: String)
  /// The file is a database but broken; `detail` is the database's own word for it.
  case damaged(detail: String)
  /// What the database holds contradicts itself or what is to be written there.
  case contradictory(in: String)
  /// Made by a newer version of this program, whose schema step `step` is unknown here.
  case newerSchema(step: String)
  /// Somebody else is writing and did not finish in time.
  case busy
  /// Another database was put in the place of this one after it was opened.
  case replaced
  case readOnly
  case diskFull
  /// A sum or amount left 64 bits.
  case overflow
  case failed(code: Int, detail: String)
  /// A commit failed when it may already have been written: nobody knows yet whether it stands.
  case unsettled(code: Int, detail: String)
}
