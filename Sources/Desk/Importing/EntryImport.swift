internal import Database
internal import OfficeFiles
internal import Storage
internal import TargetEngine

extension ImportSession {
  /// Imports entry files. A large one is read, hashed and added up by a second thread while this
  /// one writes; both the time and the memory of an import are bounded by that.
  func importEntries(_ tables: [any TableSource]) throws {
    let isAside = tables.contains { isLarge($0) }
    let first = files.count
    files += tables.map { ImportedFile($0.path, .core(.entries)) }
    var equal = EqualRows(self)
    var months = [Set<ClosedPlace>](repeating: [], count: tables.count)
    let hasClosings = try !desk.ledger.closings().isEmpty
    var own = transaction.preparation
    var admission = try Admission(desk, transaction)
    let (reader, digests) = try EntryReader(
      try Directory(desk.ledger, all: isAside), admission.rules, transaction.preparation,
      same: options.same
    ).read(tables, asking: desk.ledger, aside: isAside ? 2 : nil) { read, reached in
      let batch = try equal.take(read.batch, of: first + read.file)
      if let prepared = read.prepared {
        try transaction.insert(prepared)
      } else if options.same == .skip {
        try admission.doubt(batch, of: read.file)
        try transaction.insert(own.prepare(batch))
      }
      if hasClosings { months[read.file].formUnion(ClosedPlace.all(in: batch)) }
      progress(reached)
    }
    for (file, batch) in equal.release() {
      try admission.doubt(batch, of: file - first)
      try transaction.insert(own.prepare(batch))
      if hasClosings { months[file - first].formUnion(ClosedPlace.all(in: batch)) }
    }
    for (place, file) in reader.files.enumerated() {
      files[first + place].add(file, reader.repeated[place])
    }
    let tables = try tables.indices.map { place in
      let own = try note(tables[place], digests[place], of: first + place)
      return (table: tables[place], own: own)
    }
    let (levels, columns, doubtful) = (reader.levels, reader.columns, reader.doubtful)
    // The second thread has no ledger to ask for near names.
    faults.add(try reader.faults.mapped(reword))
    admission.doubt(doubtful)
    transaction.wait(for: admission.places)
    if options.same == .skip { try transaction.wait(for: admission.places(of: levels)) }
    // Levels are compared with what the files add.
    if faults.isEmpty {
      try transaction.finish(
        options.same == .skip ? own.finish() : (consume reader).finish())
    }
    let passed = try equalLevels(levels, &equal, first: first)
    if options.same == .skip { try admission.doubt(levels, without: passed) }
    try equal.settle(tables, first: first)
    let isWritten = faults.isEmpty
    for (file, month) in isWritten ? try say(levels, without: passed, first: first) : []
    where hasClosings { months[file].insert(month) }
    try faults.add(
      admission.faults(isWritten: isWritten, tables.map(\.table), columns))
    faults.putInOrder(by: tables.map(\.table.path))
    guard faults.isEmpty else { return }
    try transaction.endWaiting()
    let closed = try ClosedMonths(desk.ledger)
    for place in tables.indices {
      files[first + place].inOrder()
      let changes = months[place].map { (indicator: $0.indicator, month: $0.month) }
      files[first + place].closedMonths = closed?.months(with: changes) ?? []
    }
  }
}

/// A month of an indicator of which rows tell.
struct ClosedPlace: Hashable {
  var indicator: IndicatorID
  var month: Month

  static func all(in batch: EntryBatch) -> Set<ClosedPlace> {
    var words: Set<UInt64> = []
    var last: UInt64?
    for (indicator, day) in zip(batch.indicators, batch.days) {
      let word = UInt64(UInt32(bitPattern: indicator)) << 32 | UInt64(UInt32(bitPattern: day / 100))
      if word == last { continue }
      last = word
      words.insert(word)
    }
    return Set(
      words.compactMap { word in
        Month(rawValue: Int(word & 0xFFFF_FFFF)).map {
          ClosedPlace(indicator: IndicatorID(word >> 32), month: $0)
        }
      })
  }
}
