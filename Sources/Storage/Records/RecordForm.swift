internal import Journal
public import Registers

extension RegisterShape {
  /// Whether a name stands in the journal for something else of every record: no column may have it.
  public static func isOwnName(_ name: String) -> Bool {
    RecordForm.ownNames.contains(name.lowercased())
  }
}

/// The states of a register's records as the journal keeps them, in bytes: a line `name=value` for
/// each field that is filled in, or a line of a list.
struct RecordForm: Sendable {
  private let register: [UInt8]
  private let fields: [(name: [UInt8], isHidden: Bool)]
  /// The first line of a list of records.
  let listHeading: String
  /// The prefix of the register in the first line of every body.
  static let register = "register="
  /// The fields of every record beside those of its register.
  static let ownNames: Set<String> = ["register", "moves", "removed", "note"]
  private static let note = Array("note=".utf8)
  private static let moves = Array("\nmoves=".utf8)
  private static let removed = Array("\nremoved=1".utf8)

  init(_ shape: RegisterShape) {
    register = Array((RecordForm.register + shape.id).utf8)
    fields = shape.fields.map { (Array("\($0.name)=".utf8), $0.isHidden) }
    listHeading = ListBody.heading(
      RecordForm.register + shape.id, shape.fields.filter { !$0.isHidden }.map(\.name) + ["moves"])
  }

  /// Writes the lines in the chain, and those beside it.
  func write(_ state: RecordState, _ open: inout [UInt8], _ hidden: inout [UInt8]) {
    open.append(contentsOf: register)
    for (index, datum) in state.data.enumerated() where !datum.isEmpty && !fields[index].isHidden {
      open.append(UInt8(ascii: "\n"))
      open.appendField(fields[index].name) { datum.write(to: &$0) }
    }
    if !state.moves.isEmpty {
      open.append(contentsOf: RecordForm.moves)
      open.append(state.moves)
    }
    if state.isRemoved { open.append(contentsOf: RecordForm.removed) }
    write(hidden: state, &hidden)
  }

  /// Writes a new record's line of a list, without its digest, and the lines beside the chain.
  func write(new state: RecordState, _ line: inout [UInt8], _ hidden: inout [UInt8]) {
    for index in state.data.indices where !fields[index].isHidden {
      if !state.data[index].isEmpty { line.appendEscaped { state.data[index].write(to: &$0) } }
      line.append(UInt8(ascii: "\t"))
    }
    line.append(state.moves)
    write(hidden: state, &hidden)
  }

  private func write(hidden state: RecordState, _ hidden: inout [UInt8]) {
    for index in state.data.indices where fields[index].isHidden && !state.data[index].isEmpty {
      if !hidden.isEmpty { hidden.append(UInt8(ascii: "\n")) }
      hidden.appendField(fields[index].name) { state.data[index].write(to: &$0) }
    }
    if !state.note.isEmpty {
      if !hidden.isEmpty { hidden.append(UInt8(ascii: "\n")) }
      hidden.appendField(RecordForm.note) { $0.append(contentsOf: state.note.utf8) }
    }
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
  fileprivate mutating func appendField(_ name: [UInt8], _ write: (inout [UInt8]) -> Void) {
    append(contentsOf: name)
    appendEscaped(write)
  }

  /// Appends what `write` appends, escaped like the values of a `FieldList`.
  fileprivate mutating func appendEscaped(_ write: (inout [UInt8]) -> Void) {
    let start = count
    write(&self)
    let isPlain = withUnsafeBufferPointer { bytes in
      !bytes[start...].contains(where: LineEscape.isNeeded)
    }
    if isPlain { return }
    let escaped = LineEscape.escaped(bytes: self[start...])
    replaceSubrange(start..., with: escaped)
  }
}
