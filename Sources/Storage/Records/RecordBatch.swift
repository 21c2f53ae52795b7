internal import Database
internal import Journal
public import Registers
internal import TargetEngine

/// Records of one register on their way into its table and the journal: their rows, and the states
/// that the journal keeps of them. It is all made here, be it of one record or of a file's, so that
/// a file's can be made where there is time for it.
public struct RecordBatch: Sendable {
  let table: RegisterTable
  private(set) var changes: ChangeBatch
  public private(set) var count = 0
  /// Row by row, the columns after the record's number.
  private(set) var cells: [Cell] = []
  private(set) var texts = TextColumn()
  /// The rows of each table of lists, with the place of their record in the batch first.
  private(set) var members: [[[Scalar]]]

  enum Cell: Sendable {
    case null
    case int(Int64)
    /// The place among `texts`.
    case text(Int)
  }

  /// - Parameter isList: whether the records are new and go into the journal as a list.
  init(_ table: RegisterTable, isList: Bool) {
    self.table = table
    members = table.members.map { _ in [] }
    changes = ChangeBatch(list: isList ? table.form.listHeading : nil)
  }

  /// For about as many other records of the same register.
  public var emptied: RecordBatch {
    var batch = self
    batch.count = 0
    batch.cells = []
    batch.cells.reserveCapacity(cells.count)
    batch.texts = texts.emptied
    batch.members = members.map { _ in [] }
    batch.changes = changes.emptied
    return batch
  }

  /// Adds a record without open secrets.
  public mutating func append(_ state: RecordState) {
    for (index, table) in table.members.enumerated() {
      members[index] += table.rows(of: state).map { [.int(Int64(count))] + $0 }
    }
    count += 1
    if changes.isList {
      changes.append { table.form.write(new: state, &$0, &$1) }
    } else {
      changes.append { table.form.write(state, &$0, &$1) }
    }
    for (index, cell) in table.cells.enumerated() {
      let datum = state.data[index]
      if cell.isName, case .text(let name) = datum {
        let form = name.compared
        if cell.isKey || !ComparedName.isForm(form, of: name) {
          append(text: form)
        } else {
          cells.append(.null)
        }
        append(text: name)
        continue
      }
      append(datum.scalar)
      if cell.hasBeside { append(datum.beside) }
    }
    append(text: table.shape.stage(of: state))
    cells.append(.text(texts.count))
    texts.bytes.append(state.moves)
    texts.end()
    append(text: state.note)
    // Its number, so that any number of removed records may have had the same key.
    cells.append(.int(state.isRemoved ? state.id : 0))
    append(text: RecordBatch.officeFields(of: state, in: table.shape))
  }

  /// Writes the natural key in bytes, the same for equal keys; nothing for a record without one.
  public func write(keyOf state: RecordState, to key: inout [UInt8]) {
    let fields = table.shape.keyFields
    guard let first = fields.first, !state.data[first].isEmpty else { return }
    for field in fields {
      if table.cells[field].isName, case .text(let name) = state.data[field] {
        Datum.text(name.compared).write(to: &key)
      } else {
        state.data[field].write(to: &key)
      }
      key.append(0)
    }
  }

  private mutating func append(_ scalar: Scalar) {
    switch scalar {
    case .text(let text): append(text: text)
    case .int(let int): cells.append(.int(int))
    case .null: cells.append(.null)
    }
  }

  private mutating func append(text: String) {
    cells.append(.text(texts.count))
    texts.append(text)
  }

  /// The office's own columns of a record.
  static func officeFields(of state: RecordState, in shape: RegisterShape) -> String {
    if shape.officeFields.isEmpty { return "" }
    var fields = FieldList()
    for index in shape.officeFields.indices where !state.data[index].isEmpty {
      fields.add(shape.fields[index].name, state.data[index].journalText)
    }
    return fields.description
  }
}
