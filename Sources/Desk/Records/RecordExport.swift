public import Registers
public import Reports
internal import Storage
public import TargetEngine

extension Desk {
  /// An empty list to be filled in: the header of the CSV that `import` reads.
  ///
  /// - Parameter all: whether it has the fields of procedure.
  public func recordTemplate(
    of shape: RegisterShape, all: Bool, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool
  ) throws -> [UInt8] {
    let sink = ByteSink()
    try RecordFileWriter(self, shape, names, language)
      .write(FoundRecords(), shape.asked(all: all), byteOrderMark, to: sink)
    return sink.bytes
  }

  /// The records that a search finds, as an export has them: with what lies ahead, and with those
  /// that begin later, unless it is of a day.
  public func whole(_ search: RecordSearch, in shape: RegisterShape) throws -> [RecordState] {
    var states: [RecordState] = []
    try found(search, in: shape).forEach { portion in
      states += portion
      return true
    }
    return states
  }

  /// The same, read a portion at a time.
  private func found(_ search: RecordSearch, in shape: RegisterShape) throws -> FoundRecords {
    if search.day != nil { return FoundRecords(try list(search, in: shape).records) }
    var query = try query(search, in: shape)
    query.begun = nil
    switch try answering(query, search, in: shape) {
    case .asked(let query):
      return try FoundRecords(try ledger.numbers(query, in: shape), in: shape, ledger)
    case .walked(let query, let day):
      return try FoundRecords(try walk(query, on: day, in: shape).map(\.id), in: shape, ledger)
    }
  }

  /// Writes the CSV that `import` reads, in one language: the header, and every record that a search
  /// finds, with all that is known of it unless the search is of a day. Secrets stay here.
  ///
  /// - Returns: how many records were left out, since an erasure destroyed what names them.
  ///
  /// ```swift
  /// try desk.ledger.read {
  ///   try desk.exportRecords(search, in: shape, names, .zh, byteOrderMark: true, to: sink)
  /// }
  /// ```
  public func exportRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool, to sink: ByteSink
  ) throws -> Int {
    try RecordFileWriter(self, shape, names, language)
      .write(
        try found(search, in: shape), shape.fields.indices.filter { !shape.fields[$0].isSecret },
        byteOrderMark, to: sink)
  }

  /// The same with its secrets; the journal notes for each record who looked at them and why.
  public func revealRecords(
    _ search: RecordSearch, in shape: RegisterShape, _ names: RecordNames, _ language: Language,
    byteOrderMark: Bool, reason: String
  ) throws -> Written<(bytes: [UInt8], erased: Int)> {
    if shape.fields.contains(where: \.isSecret) { try ledger.openSecrets() }
    return try write(reason: reason) { transaction in
      let records = try ledger.opened(try whole(search, in: shape), in: shape, mayAsk: true)
      for state in records {
        let fields = shape.fields.indices.filter {
          shape.fields[$0].isSecret && !state.data[$0].isEmpty
        }
        if !fields.isEmpty { try transaction.reveal(fields.map { shape.fields[$0] }, of: state.id) }
      }
      // Nothing is shown before the journal says who looked.
      let sink = ByteSink()
      let erased = try RecordFileWriter(self, shape, names, language)
        .write(FoundRecords(records), Array(shape.fields.indices), byteOrderMark, to: sink)
      return (bytes: sink.bytes, erased: erased)
    }
  }
}
