internal import Registers
internal import Storage
internal import TargetEngine

/// Finds what a text stands for.
protocol NameReading {
  /// A secret, as it is kept when it is the same.
  func secret(
    _ text: UnsafeBufferPointer<UInt8>, after old: Datum, in field: FieldShape, _ form: SecretForm
  ) throws -> Datum
  /// The code of an indicator.
  func indicator(_ text: UnsafeBufferPointer<UInt8>) throws -> String
  func unit(_ text: UnsafeBufferPointer<UInt8>) throws -> UnitID
  /// A record of one of some registers.
  func record(_ text: UnsafeBufferPointer<UInt8>, of registers: [String]) throws -> RecordID
}

extension FieldShape {
  /// The value of a text in UTF-8; an empty text is no value.
  ///
  /// - Parameters:
  ///   - old: what the field holds now.
  ///   - day: the day from which a dated value holds.
  ///   - writing: how a dated value takes it in.
  ///   - change: whether the text is all of the value, or members that a list gains or loses.
  func datum(
    _ text: UnsafeBufferPointer<UInt8>, old: Datum = .empty, on day: Day,
    writing: DatedWriting = .step,
    change: FieldChange = .whole, _ names: some NameReading
  ) throws -> Datum {
    if kind.isList {
      return try list(text, old: old, on: day, writing: writing, change, names)
    }
    guard change == .whole else { throw DeskError.record(.notList(field: title)) }
    guard text.mayHaveBlankEnds else {
      return try value(text, kind, old: old, on: day, writing: writing, names)
    }
    var trimmed = String(decoding: text, as: UTF8.self).trimmed
    return try trimmed.withUTF8 { try value($0, kind, old: old, on: day, writing: writing, names) }
  }

  private func list(
    _ text: UnsafeBufferPointer<UInt8>, old: Datum, on day: Day, writing: DatedWriting,
    _ change: FieldChange, _ names: some NameReading
  ) throws -> Datum {
    let parts = ListText.parts(text, isDated: kind.isDatedList)
    let written = try parts.map { part -> Datum.Member in
      var name = part.name
      let datum = try name.withUTF8 {
        try value($0, kind.element, old: .empty, on: day, writing: .step, names)
      }
      return Datum.Member(datum, since: part.days?.since, until: part.days?.until)
    }
    let members: [Datum.Member] = if case .list(let members) = old { members } else { [] }
    let from = kind.isDatedList && writing != .correction ? day : nil
    switch change {
    case .whole where !kind.isDatedList || members.isEmpty: return Datum(members: written)
    case .removing:
      // Who left before that day cannot leave on it.
      let standing = members.filter { member in
        from.map { (member.until ?? $0) >= $0 } ?? true
      }
      let values = Set(standing.map(\.value))
      if let index = written.firstIndex(where: { !values.contains($0.value) }) {
        throw DeskError.record(.notInList(parts[index].name, field: title))
      }
    default: break
    }
    if written.isEmpty { return change == .whole ? .empty : old }
    return Datum(members: members.changed(change, by: written, from: from))
  }

  private func value(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: FieldKind, old: Datum, on day: Day,
    writing: DatedWriting,
    _ names: some NameReading
  ) throws -> Datum {
    if text.isEmpty { return .empty }
    switch kind {
    case .text, .file:
      if roles.contains(.indicator) { return .text(try names.indicator(text)) }
      let typed = String(decoding: text, as: UTF8.self)
      if OneLine.isBlank(typed) { return .empty }
      let isDocument = roles.contains(.documentNumber)
      if isDocument || roles.contains(.key), text.hasLostDigits {
        throw DeskError.record(.lostDigits(typed, field: title))
      }
      let isOther = isDocument && !DocumentNumber.isNormal(text)
      return .text(isOther ? DocumentNumber.normalized(typed) : typed)
    case .int where roles.contains(.year):
      guard let year = PlanYear.parse(text) else {
        throw DeskError.badYear(String(decoding: text, as: UTF8.self))
      }
      return .int(Int64(year))
    case .int, .money, .decimal: return .int(try number(text, decimals: kind.places))
    case .day:
      guard let day = Day(parsing: text) else { throw bad(text) }
      return .day(day)
    case .moment:
      guard let moment = Moment(parsing: text) else { throw bad(text) }
      return .moment(moment)
    case .bool:
      let word = String(decoding: text, as: UTF8.self).lowercased()
      guard let value = FieldShape.bools[word] else { throw bad(text) }
      return .bool(value)
    case .choice:
      guard let name = choice(named: String(decoding: text, as: UTF8.self)) else {
        throw bad(text)
      }
      return .text(name)
    case .unit: return .unit(try names.unit(text))
    case .reference(let registers): return .record(try names.record(text, of: registers))
    case .secret(let form): return try names.secret(text, after: old, in: self, form)
    case .dated(let element):
      var dated: Dated = if case .dated(let steps) = old { steps } else { Dated() }
      let value = try number(text, decimals: element.places)
      dated.write(value, on: day, writing)
      return .dated(dated)
    case .list: throw bad(text)
    }
  }

  private static let bools = [
    "是": true, "否": false, "yes": true, "no": false, "true": true, "false": false, "1": true,
    "0": false, "有": true, "无": false, "√": true, "×": false,
  ]

  /// A text as the number of a dated value; nil when it is none.
  func number(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    try? Amount.parse(text, decimals: kind.places, measure: measure)
  }

  private var measure: String { kind.element == .money ? "元" : "个" }

  private func number(
    _ text: UnsafeBufferPointer<UInt8>, decimals: Int
  ) throws -> Int64 {
    do {
      return try Amount.parse(text, decimals: decimals, measure: measure)
    } catch {
      throw bad(text)
    }
  }

  private func bad(_ text: UnsafeBufferPointer<UInt8>) -> DeskError {
    .record(.badValue(String(decoding: text, as: UTF8.self), field: title, kind: kind))
  }
}

extension String {
  /// Without blanks at either end, the wide ones of Chinese text among them.
  var trimmed: String {
    var plain = self
    if !plain.withUTF8(\.mayHaveBlankEnds) { return self }
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// False for nearly every text: it begins and ends with something that no blank begins with.
  var mayHaveBlankEnds: Bool {
    guard count > 0 else { return false }
    var last = count - 1
    while last > 0, self[last] & 0xC0 == 0x80 { last -= 1 }
    return mayBeBlank(0) || mayBeBlank(last)
  }

  /// Of the characters beyond ASCII the blanks are U+0085, U+00A0, U+1680, U+2000 and some that
  /// follow it, and U+3000.
  private func mayBeBlank(_ index: Int) -> Bool {
    let second = index + 1 < count ? self[index + 1] : 0
    return switch self[index] {
    case 0...0x20, 0x7F: true
    case 0xC2: second == 0x85 || second == 0xA0
    case 0xE1: second == 0x9A
    case 0xE2, 0xE3: second == 0x80 || second == 0x81
    default: false
    }
  }
}
