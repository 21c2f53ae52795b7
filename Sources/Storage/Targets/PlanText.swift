internal import TargetEngine

/// How the parts of a plan are written in one column: `20211231:79:linear`, parts apart by a bar.
enum PlanText {
  static func write(_ parts: [Plan.Part]) -> String {
    parts.map { "\($0.due.rawValue):\($0.weight):\($0.pace)" }.joined(separator: "|")
  }

  static func read(_ text: String) -> [Plan.Part] {
    text.split(separator: "|").compactMap { part in
      let fields = part.split(separator: ":", maxSplits: 2)
      guard fields.count == 3, let due = Int(fields[0]).flatMap({ Day(rawValue: $0) }),
        let weight = Int64(fields[1]), let pace = Pace(fields[2])
      else { return nil }
      return Plan.Part(pace: pace, due: due, weight: weight)
    }
  }
}

extension Plan {
  static let columns = "source, amount, parts, children"

  /// Reads the four columns from `column` on; nil when the first is absent.
  init?(_ row: any Statement, at column: Int) {
    guard !row.isNull(column), let source = TargetSource(rawValue: row.text(column)) else {
      return nil
    }
    self.init(
      source: source, amount: row.int(column + 1), parts: PlanText.read(row.text(column + 2)),
      children: Int(row.int(column + 3)))
  }

  var values: [Value] {
    [
      .text(source.rawValue), .int(amount), .text(PlanText.write(parts)), Value(children),
    ]
  }
}
