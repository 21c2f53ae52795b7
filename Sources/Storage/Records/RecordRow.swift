internal import Registers
internal import TargetEngine

extension RegisterTable {
  /// The record of a row of `columns`.
  func state(_ row: any Statement) -> RecordState {
    var column = 1
    var data: [Datum] = []
    data.reserveCapacity(shape.fields.count)
    for field in shape.declaredFields {
      switch field.kind {
      case .dated:
        data.append(row.isNull(column + 1) ? .empty : Datum(row.text(column + 1), .dated))
        column += 2
      case .secret:
        let seal = Secret.Seal(blind: row.text(column), box: row.text(column + 1))
        data.append(row.isNull(column) ? .empty : .secret(Secret(seal)))
        column += 2
      default:
        data.append(Datum(row, column, field.kind))
        column += 1
      }
    }
    if !shape.officeFields.isEmpty {
      let extra = FieldList(parsing: row.text(column + 4)) { [shape] name in
        shape.officeFields.contains { $0.name == name }
      }
      data += shape.officeFields.map { field in
        extra[field.name].map { Datum($0, field.kind) } ?? .empty
      }
    }
    return RecordState(
      id: row.int(0), data: data, moves: StageMove.parse(row.text(column + 1)),
      note: row.text(column + 2), isRemoved: row.int(column + 3) != 0)
  }
}

extension RegisterTable {
  /// Whether a row of `columns` has what would be written of the record that was read from it, but
  /// for what follows from the rest: see `isDerived`.
  func isAsWritten(_ row: any Statement, _ state: RecordState) -> Bool {
    let moves = columns.count - 4
    var text: [UInt8] = []
    text.append(state.moves)
    let extra = row.text(moves + 3)
    return row.bytes(moves).elementsEqual(text)
      // Earlier versions did not escape carriage returns there.
      && (extra == RecordBatch.officeFields(of: state, in: shape) || extra.utf8.contains(0x0D))
      && hasNumbers(row, state)
  }

  /// Whether the numbers of a row are those of the record: other ones may be read as the same.
  private func hasNumbers(_ row: any Statement, _ state: RecordState) -> Bool {
    var column = 1
    for (index, extra) in extras.enumerated() {
      if extra == .none, case .int(let number) = state.data[index].value,
        row.optionalInt(column) != number
      {
        return false
      }
      column += extra == .none ? 1 : 2
    }
    return true
  }

  /// Whether a row has the stage that its moves lead to, and of each dated value the last.
  func isDerived(_ row: any Statement, _ state: RecordState) -> Bool {
    guard row.text(columns.count - 5) == shape.stage(of: state) else { return false }
    var column = 1
    for (index, extra) in extras.enumerated() {
      if extra == .steps, row.optionalInt(column) != state.data[index].latest { return false }
      column += extra == .none ? 1 : 2
    }
    return true
  }
}

extension Datum {
  /// The last value of a dated field.
  fileprivate var latest: Int64? {
    if case .dated(let dated) = self { return dated.latest }
    return nil
  }

  /// What lies in the field's column.
  var value: Value {
    switch self {
    case .empty: .null
    case .text(let text): .text(text)
    case .int(let int): .int(int)
    case .day(let day): Value(day.rawValue)
    case .bool(let bool): .int(bool ? 1 : 0)
    case .unit(let id), .record(let id): .int(id)
    case .dated(let dated): Value(dated.latest)
    // An open secret is blinded before it is looked for.
    case .secret(let secret): Value(secret.seal?.blind)
    }
  }

  var seal: Secret.Seal? {
    if case .secret(let secret) = self { return secret.seal }
    return nil
  }

  init(_ row: any Statement, _ column: Int, _ kind: FieldKind) {
    if row.isNull(column) {
      self = .empty
      return
    }
    switch kind {
    case .text, .choice: self = .text(row.text(column))
    case .int, .money, .dated: self = .int(row.int(column))
    case .day: self = row.day(column).map { .day($0) } ?? .empty
    case .bool: self = .bool(row.int(column) != 0)
    case .unit: self = .unit(row.int(column))
    case .reference: self = .record(row.int(column))
    case .secret: self = .secret(Secret(Secret.Seal(blind: row.text(column), box: "")))
    }
  }

  /// The value of a text that the journal keeps.
  init(_ text: String, _ kind: FieldKind) {
    let number = { Int64(text) }
    let value: Datum? =
      switch kind {
      case .text, .choice: text.isEmpty ? nil : .text(text)
      case .int, .money: number().map { .int($0) }
      case .day: Int(text).flatMap { Day(rawValue: $0) }.map { .day($0) }
      case .bool: .bool(text == "1")
      case .unit: number().map { .unit($0) }
      case .reference: number().map { .record($0) }
      case .dated: .dated(Dated(steps: StageMove.pairs(text).compactMap(Dated.Step.init)))
      case .secret:
        StageMove.pairs(text).first.map { blind, box in
          .secret(Secret(Secret.Seal(blind: String(blind), box: String(box))))
        }
      }
    self = value ?? .empty
  }
}

extension Dated.Step {
  fileprivate init?(_ pair: (day: Substring, value: Substring)) {
    guard let day = Int(pair.day).flatMap({ Day(rawValue: $0) }), let value = Int64(pair.value)
    else { return nil }
    self.init(from: day, value: value)
  }
}

extension StageMove {
  /// Before the day of a move that is undated. Moves of earlier versions are dated.
  static let undated = UInt8(ascii: "?")

  static func parse(_ text: String) -> [StageMove] {
    pairs(text).compactMap { pair in
      let isUndated = pair.day.utf8.first == undated
      return Int(isUndated ? pair.day.dropFirst() : pair.day).flatMap { Day(rawValue: $0) }.map {
        StageMove(stage: String(pair.value), day: $0, isUndated: isUndated)
      }
    }
  }

  fileprivate static func pairs(_ text: String) -> [(day: Substring, value: Substring)] {
    text.split(separator: ";").compactMap { part in
      part.firstIndex(of: ":").map { (part[..<$0], part[part.index(after: $0)...]) }
    }
  }
}

extension RecordState {
  /// The record that a state in the journal describes.
  init(id: RecordID, _ fields: FieldList, _ shape: RegisterShape) {
    self.init(
      id: id,
      data: shape.fields.map { field in fields[field.name].map { Datum($0, field.kind) } ?? .empty
      },
      moves: StageMove.parse(fields["moves"] ?? ""), note: fields["note"] ?? "",
      isRemoved: fields["removed"] == "1")
  }
}
