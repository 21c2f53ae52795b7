internal import Desk
internal import Reports
internal import Sentences
internal import TargetEngine

extension [DoubleCount] {
  /// Each indicator on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    let indicators = Dictionary(grouping: self, by: \.indicator.id).values
      .sorted { $0[0].indicator.id < $1[0].indicator.id }
    return indicators.listed(w, all: "taizhang check") { places in
      w("注意：", "Note: ")
        + ReportNote.countedTwice(places[0].indicator, units: places.map(\.unit.title))
        .sentence(w.language)
    } more: { count in
      w("共有 \(count) 个指标可能重复计算。", "In all, \(count) indicators may be counted twice.")
    }
  }

  var json: [(String, JSONValue)] {
    guard !isEmpty else { return [] }
    let places = map { place in
      JSONValue.object([
        ("indicator", .string(place.indicator.code)), ("unit", place.unit.json),
      ])
    }
    return [("countedTwice", .array(places))]
  }
}
