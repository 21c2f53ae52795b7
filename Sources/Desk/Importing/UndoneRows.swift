internal import Storage

/// Rows that equal only entries which were undone, with `--same skip`. In a list of entries each comes with the
/// opposite that took its entry back: such a row is known, any other is new. Which it is, is known when all
/// of its file is read.
struct UndoneRows {
  private var held: [Held] = []
  /// By file, the entries whose opposite is a row of it.
  private var takenBack: [Int: Set<EntryPlace>] = [:]

  /// Rows of one batch, each with the entry that it equals.
  private struct Held {
    var file: Int
    var batch: EntryBatch
    var entries: [EntryPlace]
  }

  /// Notes an entry whose opposite is a row of a file.
  mutating func note(_ opposite: EntryPlace, in file: Int) {
    takenBack[file, default: []].insert(opposite)
  }

  /// - Parameter entries: for each row of the batch the entry that it equals.
  mutating func hold(_ batch: EntryBatch, of file: Int, equal entries: [EntryPlace]) {
    if !entries.isEmpty { held.append(Held(file: file, batch: batch, entries: entries)) }
  }

  /// Decides of all that are held.
  ///
  /// - Returns: the rows of each batch that are known, and the others.
  mutating func release() -> [(file: Int, known: [Int32], new: EntryBatch)] {
    defer { held = [] }
    return held.map { held in
      let takenBack = takenBack[held.file] ?? []
      let known = held.entries.indices.filter { takenBack.contains(held.entries[$0]) }
      return (held.file, known.map { held.batch.lines[$0] }, held.batch.without(known))
    }
  }
}
