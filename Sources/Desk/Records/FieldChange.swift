internal import Registers

/// How a written value changes a field: as the whole of it, or by members of a list.
enum FieldChange: Sendable {
  case whole
  /// `partners+=A`.
  case adding
  /// `partners-=A`.
  case removing
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
