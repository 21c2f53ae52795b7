internal import Journal

/// Numbers as a note keeps them: `3-40,52`. One that occurs twice stands twice.
public struct NumberRuns: Sendable, Hashable {
  private(set) var runs: [JournalRow.Rows] = []

  init() {}

  init(_ runs: [JournalRow.Rows]) { self.runs = runs.filter { $0.count > 0 } }

  init(parsing text: Substring) {
    for run in text.split(separator: ",") {
      let ends = run.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, first > 0, first <= last else { continue }
      runs.append(JournalRow.Rows(first: first, count: last - first + 1))
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  /// How many numbers.
  var count: Int64 { runs.reduce(0) { $0 &+ $1.count } }

  mutating func add(_ number: Int64) { append(JournalRow.Rows(first: number, count: 1)) }

  private mutating func append(_ run: JournalRow.Rows) {
    if let last = runs.last, last.end == run.first {
      runs[runs.count - 1] = JournalRow.Rows(first: last.first, count: last.count + run.count)
    } else {
      runs.append(run)
    }
  }

  /// How many of the numbers are among others.
  func count(among others: Set<Int64>) -> Int {
    runs.reduce(0) { count, run in
      run.count <= others.count
        ? count + (run.first..<run.end).count { others.contains($0) }
        : count + others.count { run.first <= $0 && $0 < run.end }
    }
  }

  /// In ascending order, neighbours together.
  var text: String {
    var ordered = NumberRuns()
    for run in runs.sorted(by: { $0.first < $1.first }) { ordered.append(run) }
    return ordered.runs.map { $0.count == 1 ? "\($0.first)" : "\($0.first)-\($0.end - 1)" }
      .joined(separator: ",")
  }
}
