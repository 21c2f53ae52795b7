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
    let rules = try EntryRules(desk.ledger)
    var unitColumns = [Int?](repeating: nil, count: tables.count)
    let (reader, digests) = try EntryReader(
      try Directory(desk.ledger, all: isAside), rules, transaction.preparation,
      same: options.same
    ).read(tables, asking: desk.ledger, aside: isAside ? 2 : nil) { read, reached in
      let batch = try equal.take(read.batch, of: first + read.file)
      if let prepared = read.prepared {
        try transaction.insert(prepared)
      } else if options.same == .skip {
        unitColumns[read.file] = read.unitColumn
        try refuse(batch, beside: rules, of: tables[read.file], read.unitColumn)
        try transaction.insert(own.prepare(batch))
      }
      if hasClosings { months[read.file].formUnion(ClosedPlace.all(in: batch)) }
      progress(reached)
    }
    for (file, batch) in equal.release() {
      try refuse(batch, beside: rules, of: tables[file - first], unitColumns[file - first])
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
    let levels = reader.levels
    // The second thread has no ledger to ask for near names.
    faults.add(reader.faults.mapped(reword))
    // Levels are compared with what the files add.
    if faults.isEmpty {
      try transaction.finish(
        options.same == .skip ? own.finish() : (consume reader).finish())
    }
    let passed = try equalLevels(levels, &equal, first: first)
    try equal.settle(tables, first: first)
    faults.putInOrder(by: tables.map(\.table.path))
    guard faults.isEmpty else { return }
    for (file, month) in try say(levels, without: passed, first: first) where hasClosings {
      months[file].insert(month)
    }
    let closed = try ClosedMonths(desk.ledger)
    for place in tables.indices {
      files[first + place].inOrder()
      let changes = months[place].map { (indicator: $0.indicator, month: $0.month) }
      files[first + place].closedMonths = closed?.months(with: changes) ?? []
    }
  }

  /// Finds the rows that add to places whose figures come by list, when it is known which are passed over.
  private func refuse(
    _ batch: EntryBatch, beside rules: EntryRules, of table: any TableSource, _ unitColumn: Int?
  ) throws {
    guard rules.hasLists else { return }
    var paths: [UnitID: [UnitID]] = [:]
    let catalogue = try desk.ledger.indicators()
    for row in 0..<batch.count {
      let place = ListedPlace(
        indicator: IndicatorID(batch.indicators[row]), unit: UnitID(batch.units[row]))
      let isByList = try Day(rawValue: Int(batch.days[row])).map { day in
        try rules.isByList(place, on: day) { unit in
          let path = try paths[unit] ?? desk.ledger.ancestors(of: unit)
          paths[unit] = path
          return path
        }
      }
      guard isByList ?? false else { continue }
      guard faults.hasRoom, let indicator = catalogue.first(where: { $0.id == place.indicator })
      else {
        faults.add(1)
        continue
      }
      faults.add(
        .rule(DeskError(.reportsByList, indicator, try desk.ledger.unit(id: place.unit)?.unit)),
        at: table.place(row: Int(batch.lines[row]), column: (unitColumn ?? 0) + 1))
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
