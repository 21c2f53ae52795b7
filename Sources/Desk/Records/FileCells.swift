internal import Registers
internal import Storage
internal import TargetEngine

/// Values as the cells of a file have them, which `import` reads as the same values.
final class FileCells {
  private let ledger: Ledger
  private let names: RecordNames
  private let reading: FieldReading
  private var known: [RecordID: String] = [:]

  init(_ desk: Desk, _ names: RecordNames) {
    ledger = desk.ledger
    self.names = names
    reading = FieldReading(desk)
    reading.isOfFile = true
  }

  func cell(_ datum: Datum, _ kind: FieldKind) throws -> String {
    switch datum {
    // A unit's code is unique, its name need not be.
    case .unit(let id): try names.unit(id)?.code ?? ""
    case .secret(let secret): secret.open ?? ""
    case .record(let id): try name(of: id, kind.registers)
    // Before its values begin, a record has the first of them.
    case .dated(let dated):
      (names.value(of: dated) ?? dated.steps.first?.value).map { "\(kind.number($0))" } ?? ""
    case .list(let members):
      try members.map { member in
        let name = try cell(member.value, kind.element)
        // A sign that parts members is not part of one.
        let isParted = name.contains(where: ListText.separators.contains)
        return ListText.text(member, isParted ? member.value.record.map(names.id) ?? name : name)
      }.joined(separator: ListText.separator)
    default: try names.text(datum, kind)
    }
  }

  /// A record by its natural key, which any office can read, where that names no other; else its id.
  private func name(of id: RecordID, _ registers: [String]) throws -> String {
    if let known = known[id] { return known }
    let key = try key(of: id)
    let name = ["", "/"].map { key + $0 }.first { name in
      var text = name
      return !key.isEmpty && (try? text.withUTF8 { try reading.record($0, of: registers) }) == id
    }
    known[id] = name ?? names.id(id)
    return name ?? names.id(id)
  }

  private func key(of id: RecordID) throws -> String {
    guard let shape = try ledger.register(of: id), let state = try ledger.record(id, in: shape)
    else { return "" }
    if shape.keyFields.isEmpty { return try names.label(state, shape) }
    return try shape.keyFields.filter { !state.data[$0].isEmpty }
      .map { try cell(state.data[$0], shape.fields[$0].kind) }.joined(separator: "/")
  }
}
