internal import Cryptography
internal import Database

/// Changes on their way into the journal: what lies in the chain, and beside it what is hidden.
struct ChangeBatch: Sendable {
  /// Each tells of one thing, or of as many as its extent says.
  private(set) var bodies = TextColumn()
  private(set) var extents: [Int] = []
  /// One for each thing, empty where nothing is hidden.
  private(set) var hidden = TextColumn()
  /// One after the other, for each hidden text that is not empty.
  private(set) var salts: [UInt8] = []
  /// What each body of a list begins with; nil when things are told of one by one.
  private let heading: [UInt8]?
  private var beside: [UInt8] = []
  /// Random bytes for the next salts.
  private var randomness: [UInt8] = []

  /// - Parameter heading: of a `ListBody`, to tell of things together.
  init(list heading: String? = nil) { self.heading = heading.map { Array($0.utf8) } }

  init(_ change: Change) {
    self.init()
    append { open, hidden in
      open.append(contentsOf: change.body.utf8)
      hidden.append(contentsOf: change.hidden.utf8)
    }
  }

  var isList: Bool { heading != nil }

  /// For about as many other changes.
  var emptied: ChangeBatch {
    var batch = self
    batch.bodies = bodies.emptied
    batch.extents.removeAll()
    batch.hidden = hidden.emptied
    batch.salts = []
    batch.salts.reserveCapacity(salts.count)
    return batch
  }

  /// Adds what is told of a thing: its open lines, or its line in a list, and its hidden lines.
  mutating func append(_ write: (_ open: inout [UInt8], _ hidden: inout [UInt8]) -> Void) {
    let isNext = isList && extents.last.map { $0 < ListBody.limit } ?? false
    if isNext { bodies.reopenLast() } else { extents.append(0) }
    extents[extents.count - 1] += 1
    if let heading {
      if !isNext { bodies.bytes.append(contentsOf: heading) }
      bodies.bytes.append(UInt8(ascii: "\n"))
    }
    beside.removeAll(keepingCapacity: true)
    write(&bodies.bytes, &beside)
    if isList { bodies.bytes.append(UInt8(ascii: "\t")) }
    if !beside.isEmpty {
      if !isList { bodies.bytes.append(contentsOf: HiddenText.lineBreakAndMark) }
      addSalt()
      HiddenText.writeDigest(
        salts.suffix(HiddenText.saltLength), beside[...], to: &bodies.bytes)
    }
    bodies.end()
    beside.withUnsafeBufferPointer { hidden.append($0) }
  }

  private mutating func addSalt() {
    let length = HiddenText.saltLength
    if randomness.count < length { randomness = randomBytes(16 * length) }
    salts.append(contentsOf: randomness.suffix(length))
    randomness.removeLast(length)
  }
}

extension Transaction {
  /// Writes changes of things of one kind; the caller has written their states.
  ///
  /// - Parameter objects: in their order; those of a list follow each other.
  func record(
    _ subject: Change.Subject, _ objects: [Int64], _ changes: ChangeBatch
  ) throws(StorageError) {
    try hide(changes)
    let first = row.changes.end
    let insert = try bulk(
      into: "change", columns: ["seq", "subject", "object", "extent", "body"])
    var thing = 0
    try changes.bodies.withBytes { body throws(StorageError) in
      try insert.insert(count: changes.extents.count) { statement, offset, index in
        let body = body(index)
        statement.bind(offset, first + Int64(thing))
        statement.bind(offset + 1, subject.rawValue)
        statement.bind(offset + 2, objects[thing])
        statement.bind(offset + 3, Int64(changes.extents[index]))
        statement.bind(offset + 4, borrowed: body)
        changeForm.begin(.change)
        changeForm.add(subject.rawValue)
        changeForm.add(objects[thing])
        changeForm.add(bytes: body)
        thing += changes.extents[index]
      }
    }
    row.changes.count += Int64(thing)
  }

  /// Keeps texts beside the chain.
  private func hide(_ changes: ChangeBatch) throws(StorageError) {
    if changes.salts.isEmpty { return }
    let first = row.changes.end
    let insert = try bulk(into: "change_text", columns: ["seq", "salt", "body"])
    let length = HiddenText.saltLength
    try changes.hidden.withBytes { text throws(StorageError) in
      let rows = (0..<changes.hidden.count).filter { !text($0).isEmpty }
      try changes.salts.borrowed { salts throws(StorageError) in
        try insert.insert(count: rows.count) { statement, offset, index in
          statement.bind(offset, first + Int64(rows[index]))
          statement.bind(
            offset + 1,
            borrowed: UnsafeRawBufferPointer(rebasing: salts[index * length..<(index + 1) * length])
          )
          statement.bind(offset + 2, borrowed: text(rows[index]))
        }
      }
    }
  }
}

extension [UInt8] {
  /// Runs `body` with the bytes, which stay where they are until it returns.
  fileprivate func borrowed<Result>(
    _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Result
  ) throws(StorageError) -> Result {
    let outcome = withUnsafeBytes { bytes in
      Swift.Result { () throws(StorageError) in try body(bytes) }
    }
    return try outcome.get()
  }
}
