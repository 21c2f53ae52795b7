internal import Forms
internal import Glibc
internal import Journal
internal import TargetEngine

/// Reads states of submissions of one form. A sum reads 1 200 of them with 60 lines each: so numbers of lines
/// are found where they are expected, and texts are made of what is asked for only.
struct SubmissionReader {
  /// What of a state is wanted.
  enum Part: Comparable {
    case steps, amounts, all
  }

  private var lines: ExpectedLines
  private let part: Part

  /// - Parameter lines: those that are expected, in their order.
  init(_ lines: [LineNumber], _ part: Part = .all) {
    self.lines = ExpectedLines(lines)
    self.part = part
  }

  /// What a state says.
  struct State {
    var steps: [FormStep] = []
    var contents = FormContents()
    var draft: FormContents?
    /// By the places of the lines that are expected.
    var amounts = LineAmounts()
    var listed: Set<LineNumber> = []
    var end: Day?
    var mark = ""
    var period = ""
    var (form, unit): (Int64, Int64) = (0, 0)
    /// How many lines are explained.
    var explained = 0
  }

  /// Nil for a body that says no submission.
  mutating func read(_ body: UnsafeBufferPointer<UInt8>) -> State? {
    var state = State()
    if part == .amounts { state.amounts = LineAmounts(count: lines.count) }
    if part == .all { state.contents.values.reserveCapacity(lines.count) }
    lines.restart()
    var sent: FormContents?
    var start = 0
    while start < body.count {
      let end = body.first(SubmissionReader.lineEnd, from: start)
      let line = Bytes(rebasing: body[start..<end])
      start = end + 1
      if line.begins(with: SubmissionReader.amount) {
        // Behind the values there is nothing else but a draft.
        if part == .steps { return state }
        guard readAmount(line, into: &state) else { return nil }
        continue
      }
      let sign = line.first(UInt8(ascii: "="), from: 0)
      guard sign < line.count else { return nil }
      let name = Bytes(rebasing: line[..<sign])
      if name.is("draft") {
        // What follows was not sent.
        if part != .all { return state }
        (sent, state.contents) = (state.contents, FormContents())
        continue
      }
      guard read(name, Bytes(rebasing: line[(sign + 1)...]), into: &state) else { return nil }
    }
    if let sent { (state.contents, state.draft) = (sent, state.contents) }
    return state
  }

  private static let amount: StaticString = "amount="

  private static let lineEnd = UInt8(ascii: "\n")

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private mutating func read(_ name: Bytes, _ value: Bytes, into state: inout State) -> Bool {
    if name.is("step") {
      guard let step = FormStep(line: value) else { return false }
      state.steps.append(step)
      return true
    }
    if name.is("explanation") { state.explained += 1 }
    if part == .amounts, name.is("listed"), let line = line(value) {
      state.listed.insert(line)
    }
    return part == .all ? readRest(name, value, into: &state) : true
  }

  private mutating func readAmount(_ line: Bytes, into state: inout State) -> Bool {
    let first = SubmissionReader.amount.utf8CodeUnitCount
    let blank = line.first(UInt8(ascii: " "), from: first)
    guard blank < line.count,
      let amount = Decimal(plain: Bytes(rebasing: line[(blank + 1)...]))
    else { return false }
    let number = Bytes(rebasing: line[first..<blank])
    if part == .amounts {
      // Lines that are not expected are none of the version: nobody asks for them.
      if let place = lines.place(of: number) { state.amounts[place] = amount }
      return true
    }
    guard let line = self.line(number) else { return false }
    state.contents.values[line] = .amount(amount)
    return true
  }

  private mutating func readRest(_ name: Bytes, _ value: Bytes, into state: inout State) -> Bool {
    let (name, text) = (String(decoding: name, as: UTF8.self), SubmissionReader.text(value))
    switch name {
    case "form": state.form = Int64(text) ?? 0
    case "unit": state.unit = Int64(text) ?? 0
    case "period": state.period = text
    case "from": break
    case "mark": state.mark = text
    case "end":
      guard let day = Int(text).flatMap({ Day(rawValue: $0) }) else { return false }
      state.end = day
    case "listed":
      guard let line = LineNumber(text) else { return false }
      state.listed.insert(line)
    default:
      let words = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, let line = LineNumber(words[0]) else { return false }
      switch name {
      case "explanation": state.contents.explanations[line] = String(words[1])
      case "written":
        guard let amount = Decimal(plain: String(words[1])) else { return false }
        state.contents.written[line] = amount
      default:
        guard let value = FormValue(name, String(words[1])) else { return false }
        state.contents.values[line] = value
      }
    }
    return true
  }

  private static func text(_ bytes: Bytes) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return LineEscape.unescaped(text[...].utf8)
  }

  private mutating func line(_ number: Bytes) -> LineNumber? {
    lines.find(number) ?? LineNumber(String(decoding: number, as: UTF8.self))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from one on; the count where it is not there.
  func first(_ byte: UInt8, from start: Int) -> Int {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether it is a text.
  fileprivate func `is`(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && begins(with: text)
  }

  /// Whether a text stands at its beginning.
  func begins(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    for place in 0..<length where self[place] != text.utf8Start[place] { return false }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A whole number that cannot overflow, as most are; nil for any other text.
  fileprivate func fewDigits(from first: Int) -> Int64? {
    guard first < count, count < 19 else { return nil }
    var units: Int64 = 0
    for place in first..<count {
      let digit = self[place] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      units = units &* 10 &+ Int64(digit)
    }
    return units
  }
}

extension Decimal {
  init?(plain text: String) {
    var text = text
    let amount = text.withUTF8 { Decimal(plain: $0) }
    guard let amount else { return nil }
    self = amount
  }

  /// Reads what `description` writes; nil for anything else.
  init?(plain text: UnsafeBufferPointer<UInt8>) {
    let isNegative = text.first == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    var (units, point): (Int64, Int?) = (0, nil)
    if let units = text.fewDigits(from: first) {
      self.init(isNegative ? 0 - units : units, places: 0)
      return
    }
    for place in first..<text.count {
      let digit = text[place] &- UInt8(ascii: "0")
      guard digit < 10 else {
        guard text[place] == UInt8(ascii: "."), point == nil, place > first else { return nil }
        point = place
        continue
      }
      let (product, isOver) = units.multipliedReportingOverflow(by: 10)
      let (sum, isMore) = product.subtractingReportingOverflow(Int64(digit))
      if isOver || isMore { return nil }
      units = sum
    }
    // Counted below 0, where there is one number more.
    guard text.count > first, isNegative || units != .min else { return nil }
    self.init(isNegative ? units : 0 - units, places: point.map { text.count - 1 - $0 } ?? 0)
  }
}
