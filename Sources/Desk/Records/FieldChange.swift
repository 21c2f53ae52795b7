internal import Registers
internal import TargetEngine

/// How a written value changes a field: as the whole of it, or by members of a list.
enum FieldChange: Sendable {
  case whole
  /// `partners+=A`.
  case adding
  /// `partners-=A`.
  case removing
}

/// How a dated value takes in a value of a day.
enum DatedWriting: Sendable {
  /// As a step of its own.
  case step
  /// As a step only where another value is in force, as a list repeats what is known.
  case difference
  /// As a step only where neither the value in force nor the last one ahead is it, beside values that
  /// were written with their days.
  case addition
  /// In place of the step in force, which was a typing error.
  case correction
}

extension Dated {
  mutating func write(_ value: Int64, on day: Day, _ writing: DatedWriting) {
    switch writing {
    case .step: set(value, from: day)
    case .difference:
      // Of a record that has not begun the value is told with which it begins.
      let day = steps.first.map { max($0.from, day) } ?? day
      if self.value(on: day) != value { set(value, from: day) }
    case .addition:
      // Known are the value in force, and the last one that lies ahead.
      let day = steps.first.map { max($0.from, day) } ?? day
      let ahead = steps.last.flatMap { $0.from > day ? $0.value : nil }
      if self.value(on: day) != value, ahead != value { set(value, from: day) }
    case .correction: correct(value, on: day)
    }
  }
}

extension RegisterShape {
  /// What an assignment sets: `partners`, or `partners+` and `partners-` for members of a list, since
  /// `partners+=A` is parted at its sign of equality.
  func change(of name: String) throws(DeskError) -> (target: RecordTarget, change: FieldChange) {
    let changes: [Character: FieldChange] = [
      "+": .adding, "＋": .adding, "-": .removing, "－": .removing,
    ]
    guard let last = name.last, let change = changes[last], field(named: name) == nil else {
      return (try target(of: name), .whole)
    }
    return (try target(of: String(name.dropLast()).trimmed), change)
  }
}
