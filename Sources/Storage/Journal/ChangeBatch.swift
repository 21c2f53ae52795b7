/// Changes on their way into the journal: what lies in the chain, and beside it what is hidden.
struct ChangeBatch: Sendable {
  private(set) var bodies = TextColumn()
  /// Empty where nothing is hidden.
  private(set) var hidden = TextColumn()
  /// One for each hidden text that is not empty.
  private(set) var salts: [[UInt8]] = []
  private var open: [UInt8] = []
  private var beside: [UInt8] = []
  /// Random bytes for the next salts.
  private var randomness: [UInt8] = []

  init() {}

  init(_ change: Change) {
    append { open, hidden in
      open.append(contentsOf: change.body.utf8)
      hidden.append(contentsOf: change.hidden.utf8)
    }
  }

  /// For about as many other changes.
  var emptied: ChangeBatch {
    var batch = ChangeBatch()
    batch.bodies.reserveCapacity(like: bodies)
    batch.hidden.reserveCapacity(like: hidden)
    batch.salts.reserveCapacity(salts.count)
    return batch
  }

  /// Adds a change whose lines `write` writes.
  mutating func append(_ write: (_ open: inout [UInt8], _ hidden: inout [UInt8]) -> Void) {
    open.removeAll(keepingCapacity: true)
    beside.removeAll(keepingCapacity: true)
    write(&open, &beside)
    if !beside.isEmpty {
      let salt = salt()
      open.append(UInt8(ascii: "\n"))
      HiddenText.writeDigestLine(salt, beside, to: &open)
      salts.append(salt)
    }
    open.withUnsafeBufferPointer { bodies.append($0) }
    beside.withUnsafeBufferPointer { hidden.append($0) }
  }

  private mutating func salt() -> [UInt8] {
    let length = HiddenText.saltLength
    if randomness.count < length { randomness = randomBytes(16 * length) }
    defer { randomness.removeLast(length) }
    return Array(randomness.suffix(length))
  }
}

extension Transaction {
  /// Writes changes of things of one kind; the caller has written their states.
  func record(
    _ subject: Change.Subject, _ objects: [Int64], _ changes: ChangeBatch
  ) throws(StorageError) {
    try hide(changes)
    let first = row.changes.end
    let insert = try bulk(into: "change", columns: ["seq", "subject", "object", "body"])
    try changes.bodies.withBytes { body throws(StorageError) in
      try insert.insert(count: objects.count) { statement, offset, index in
        let body = body(index)
        statement.bind(offset, first + Int64(index))
        statement.bind(offset + 1, subject.rawValue)
        statement.bind(offset + 2, objects[index])
        statement.bind(offset + 3, borrowed: body)
        changeForm.begin(.change)
        changeForm.add(subject.rawValue)
        changeForm.add(objects[index])
        changeForm.add(bytes: body)
      }
    }
    row.changes.count += Int64(objects.count)
  }

  /// Keeps texts beside the chain.
  private func hide(_ changes: ChangeBatch) throws(StorageError) {
    if changes.salts.isEmpty { return }
    let first = row.changes.end
    let insert = try bulk(into: "change_text", columns: ["seq", "salt", "body"])
    try changes.hidden.withBytes { text throws(StorageError) in
      let rows = (0..<changes.hidden.count).filter { !text($0).isEmpty }
      try insert.insert(count: rows.count) { statement, offset, index in
        statement.bind(offset, first + Int64(rows[index]))
        statement.bind(offset + 1, blob: changes.salts[index])
        statement.bind(offset + 2, borrowed: text(rows[index]))
      }
    }
  }
}
