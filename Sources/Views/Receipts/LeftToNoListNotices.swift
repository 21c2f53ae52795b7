internal import Desk
internal import Reports
internal import Sentences
internal import Storage

extension [LeftToNoList] {
  /// Each form and period on a line of its own; the first few where they are many.
  func sentences(_ w: Wording) -> String {
    listed(w, all: "taizhang check") {
      w(
        "注意：\(w.countsNowhere($0))处理办法见 taizhang check。",
        "Note: \(w.countsNowhere($0)) 'taizhang check' says what may be done.")
    } more: { count in
      w("共有 \(count) 张（期）报表有这样的数。", "In all, it is so with \(count) forms and periods.")
    }
  }

  var json: [(String, JSONValue)] {
    isEmpty ? [] : [("leftToNoLists", .array(map(\.json)))]
  }
}

extension LeftToNoList {
  fileprivate var json: JSONValue {
    .object([
      ("form", .string(form.code)), ("period", .string("\(period)")),
      (
        "units",
        .array(
          units.map { item in
            .object([("unit", .string(item.unit.unit.code)), ("lines", item.lines.json)])
          })
      ),
    ])
  }
}
