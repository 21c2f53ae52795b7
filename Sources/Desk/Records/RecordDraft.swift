internal import Registers
internal import Storage
internal import TargetEngine

/// A record while its fields are set from what people write.
struct RecordDraft {
  let shape: RegisterShape
  private let before: RecordState
  var state: RecordState
  /// The fields that were given values.
  var written = WrittenFields()
  /// The moves that were written with their days; nil for none.
  var moves: [StageMove]?
  /// The dated fields whose values were written with their days.
  var withDays = WrittenFields()
  /// What was written in place of days, for when the year is known.
  private var windows: [(field: Int, text: String)] = []
  /// The windows that were read.
  private(set) var read: [WindowTaken] = []
  /// The numbers that dated fields were given, each as of a day.
  private var numbers: [(field: Int, day: Day, value: Int64)] = []
  /// The stage that was written among the fields.
  private(set) var stage: String?

  init(_ shape: RegisterShape, _ state: RecordState) {
    self.shape = shape
    self.state = state
    before = state
  }

  mutating func set(
    _ target: RecordTarget, to text: UnsafeBufferPointer<UInt8>, on day: Day,
    writing: DatedWriting = .step, change: FieldChange = .whole, _ names: some NameReading
  ) throws {
    switch target {
    case .field(let field) where shape.mayBeWindow(field, text):
      windows.append((field, String(decoding: text, as: UTF8.self)))
      written.insert(field)
    case .field(let field):
      state.data[field] = try shape.fields[field].datum(
        text, old: state.data[field], on: day, writing: writing, change: change, names)
      if !state.data[field].isEmpty { written.insert(field) }
      if case .dated = state.data[field], let value = shape.fields[field].number(text) {
        numbers.append((field, day, value))
      }
    case .stage:
      let word = String(decoding: text, as: UTF8.self).trimmed
      if !word.isEmpty { stage = word }
    case .note: state.note = String(decoding: text, as: UTF8.self).trimmed
    case .id: break
    }
  }

  /// Lets the names of a key stay as they were typed first: a list that writes them otherwise tells of
  /// the same record.
  mutating func keepNames() {
    for field in shape.keyFields where shape.fields[field].isName {
      let names = [before, state].map { shape.fields[field].compared($0.data[field]) }
      if names[0] == names[1] { state.data[field] = before.data[field] }
    }
  }

  /// Lets dated values begin when the record does, and keeps first values. A number that was given
  /// together with a later start holds from that on.
  ///
  /// - Parameter today: whose year windows are of where the record has none.
  mutating func begin(on today: Day, isTypo: Bool = false) throws {
    try readWindows(today)
    shape.begin(&state, after: before, except: withDays)
    if let start = shape.valuesStart(of: state), shape.valuesStart(of: before) != start {
      for (field, day, value) in numbers where day < start && !withDays.contains(field) {
        guard case .dated(var dated) = state.data[field], dated.value(on: start) != value else {
          continue
        }
        dated.set(value, from: start)
        state.data[field] = .dated(dated)
      }
    }
    shape.keepFirsts(&state, after: before, isTypo: isTypo)
  }

  /// The record with the moves that a row of a list, or `add`, tells of.
  ///
  /// - Parameter day: the day given for the command; nil when none was.
  func told(after old: RecordState?, on day: Day?, today: Day) throws -> RecordState {
    let stages = Stages(shape: shape, today: today)
    var state = state
    if let moves { state.moves = try stages.merged(moves, with: old?.moves ?? []) }
    let told = try stages.told(
      state, written, after: old, stage: try stage.map { try shape.stage($0).name }, on: day)
    if let moves, old == nil { try checkMoves(moves, in: told) }
    return told
  }

  /// Throws where the row of a new record gives a move one day among its moves, and another in the
  /// move's own field.
  private func checkMoves(_ moves: [StageMove], in told: RecordState) throws {
    guard let lost = moves.first(where: { !$0.isUndated && !told.moves.contains($0) }),
      let mark = shape.marks.first(where: { $0.stage == lost.stage && written.contains($0.field) }),
      let day = state.data[mark.field].day
    else { return }
    throw DeskError.record(
      .daysDiffer(field: shape.fields[mark.field].title, day: day, other: lost.day))
  }
}

extension RecordState {
  /// Whether something of the record is as of a day: a move, a value or a member of a list.
  func has(_ day: Day) -> Bool {
    moves.contains { $0.day == day }
      || data.contains { datum in
        switch datum {
        case .day(let own): own == day
        case .moment(let moment): moment.day == day
        case .dated(let dated): dated.steps.contains { $0.from == day }
        case .list(let members): members.contains { $0.since == day }
        default: false
        }
      }
  }
}

extension RegisterShape {
  /// Whether a text for a field is no day, where it may be a window.
  fileprivate func mayBeWindow(_ field: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let window, field == window.start || field == window.end, !text.isEmpty else {
      return false
    }
    return Day(parsing: text) == nil
  }
}

extension RecordState {
  /// The plan year that a record names.
  fileprivate func planYear(in shape: RegisterShape) -> Int? {
    for (field, datum) in zip(shape.fields, data) where field.roles.contains(.year) {
      if case .int(let year) = datum { return Int(exactly: year) }
    }
    return nil
  }
}

extension RecordDraft {
  /// Lets the days of windows be those of the plan year, which may be written behind them.
  private mutating func readWindows(_ today: Day) throws {
    guard let window = shape.window else { return }
    let year = state.planYear(in: shape) ?? today.year
    for (field, text) in windows {
      guard let days = DayWindow(text, in: year) else {
        throw DeskError.record(
          .badValue(text, field: shape.fields[field].title, kind: shape.fields[field].kind))
      }
      read.append(WindowTaken(text: text, window: days))
      state.data[field] = .day(field == window.start ? days.first : days.last)
      let other = field == window.start ? window.end : window.start
      guard state.data[other].isEmpty, !windows.contains(where: { $0.field == other }) else {
        continue
      }
      state.data[other] = .day(other == window.start ? days.first : days.last)
      written.insert(other)
    }
    windows = []
  }
}
