internal import Registers

/// The states of a register's records as the journal keeps them, in bytes: a line `name=value` for
/// each field that is filled in.
struct RecordForm: Sendable {
  private let register: [UInt8]
  private let fields: [(name: [UInt8], isHidden: Bool)]
  private static let note = Array("note=".utf8)
  private static let moves = Array("\nmoves=".utf8)
  private static let removed = Array("\nremoved=1".utf8)

  init(_ shape: RegisterShape) {
    register = Array("register=\(shape.id)".utf8)
    fields = shape.fields.map { (Array("\($0.name)=".utf8), $0.isHidden) }
  }

  /// Writes the lines that lie in the chain, and those that lie beside it.
  func write(_ state: RecordState, _ open: inout [UInt8], _ hidden: inout [UInt8]) {
    open.append(contentsOf: register)
    for (index, datum) in state.data.enumerated() where !datum.isEmpty {
      if fields[index].isHidden {
        hidden.appendLine(fields[index].name) { $0.append(datum) }
      } else {
        open.appendLine(fields[index].name) { $0.append(datum) }
      }
    }
    if !state.moves.isEmpty {
      open.append(contentsOf: RecordForm.moves)
      open.append(state.moves)
    }
    if !state.note.isEmpty {
      hidden.appendLine(RecordForm.note) { $0.append(contentsOf: state.note.utf8) }
    }
    if state.isRemoved { open.append(contentsOf: RecordForm.removed) }
  }

  func fields(of state: RecordState) -> FieldList {
    var (open, hidden): ([UInt8], [UInt8]) = ([], [])
    write(state, &open, &hidden)
    return FieldList(
      parsing: String(decoding: open, as: UTF8.self),
      hidden: String(decoding: hidden, as: UTF8.self))
  }
}

extension [UInt8] {
  /// Adds a line with what `write` adds, escaped as a `FieldList` has its values.
  fileprivate mutating func appendLine(_ name: [UInt8], _ write: (inout [UInt8]) -> Void) {
    if !isEmpty { append(UInt8(ascii: "\n")) }
    append(contentsOf: name)
    let start = count
    write(&self)
    guard self[start...].contains(where: FieldList.isEscaped) else { return }
    let escaped = FieldList.escaped(String(decoding: self[start...], as: UTF8.self))
    removeSubrange(start...)
    append(contentsOf: escaped.utf8)
  }
}
